"""An earlier plan made to hold again with the fewest changes, the most serious work first.

What still holds stays where and when it is, and with whom. What was lost, and what is new, is put in wherever it
fits; where it does not, less valuable trips of the same or a lower tier make room for it, one exchange at a time,
tier by tier. Work that the earlier plan left out too is exchanged in only in the first tier, which is never given
up for fewer changes (rules.md, order of service). A pinned trip never makes room.
"""

from collections.abc import Collection, Sequence

from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.draft_of_plan import draft_of_plan
from rso_planner.planning.compact.exchange import find_exchange
from rso_planner.planning.compact.greedy import Piece, make_pieces, place_piece
from rso_planner.planning.compact.score import score
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import Tier

_EXCHANGES_A_TIER = 12


def repair_plan(
    index: WeekIndex, earlier: VisitPlan, known: Collection[str], pinned: Collection[str] = ()
) -> tuple[DraftWeek, tuple[Assignment, ...]]:
    """The repaired week, and the assignments of the earlier plan that no longer hold.

    `known` are the tasks that the earlier plan was made for, placed or left out; any other is new. `pinned` are
    people whose planned trip must not go.
    """
    draft, lost = draft_of_plan(index, earlier)
    pieces = make_pieces(index)
    left_out_before = frozenset(known) - {task_id for each in earlier.assignments for task_id in each.task_ids}
    pins = _Pins(draft, pinned)
    for tier in Tier:
        of_tier = [piece for piece in pieces if piece.tier is tier]
        pins.place_all(draft, of_tier)
        if tier is Tier.HIGH_RISK_VISITS:
            draft = _exchange(draft, of_tier, pins)
        elif tier is not Tier.OTHER_REVIEWS:
            wanted = [piece for piece in of_tier if not left_out_before.issuperset(_task_ids(index, piece))]
            draft = _exchange(draft, wanted, pins)
    pins.place_all(draft, pieces)
    return draft, lost


class _Pins:
    """Trips that stay as they are: crew, day, start and whether the assessment is made there."""

    def __init__(self, draft: DraftWeek, offender_ids: Collection[str]) -> None:
        numbers = (draft.index.person_number.get(each) for each in offender_ids)
        self.people = frozenset(person for person in numbers if person in draft.trip_of)
        self._held = {person: (draft.trip_of[person], draft.start_of(person)) for person in self.people}

    def hold_in(self, draft: DraftWeek) -> bool:
        """Tell whether every pinned trip of the draft is as it was."""
        return all(
            person in draft.trip_of and (draft.trip_of[person], draft.start_of(person)) == held
            for person, held in self._held.items()
        )

    def place_all(self, draft: DraftWeek, pieces: Sequence[Piece]) -> None:
        """Place each piece that fits without a pinned trip moving."""
        for piece in pieces:
            self.place(draft, piece)

    def place(self, draft: DraftWeek, piece: Piece) -> bool:
        """Place the piece; False, and the draft as it was, if it does not fit or a pinned trip would move."""
        if not self.people:
            return place_piece(draft, piece)
        trial = draft.copy()
        if not place_piece(trial, piece) or not self.hold_in(trial):
            return False
        draft.become(trial)
        return True


def _exchange(draft: DraftWeek, pieces: Sequence[Piece], pins: _Pins) -> DraftWeek:
    """The most valuable pieces left out put in for less valuable work, as long as that makes the week better."""
    left_out = sorted(
        (piece for piece in pieces if piece.review is None and not _is_placed(draft, piece)),
        key=lambda piece: (-piece.worth, piece.order),
    )
    for piece in left_out[:_EXCHANGES_A_TIER]:
        exchange = find_exchange(draft, piece, pinned=pins.people, most_worth=piece.worth)
        if exchange is None:
            continue
        trial = draft.copy()
        for person in exchange.people:
            trial.remove(person)
        if pins.place(trial, piece) and score(trial).tiers > score(draft).tiers:
            draft = trial
    return draft


def _is_placed(draft: DraftWeek, piece: Piece) -> bool:
    trip = draft.trip_of.get(piece.person)
    return trip is not None and (trip.with_assessment or not piece.with_assessment)


def _task_ids(index: WeekIndex, piece: Piece) -> tuple[str, ...]:
    someone = index.people[piece.person]
    tasks = someone.assessment_tasks if piece.with_assessment else someone.visit_tasks
    return tuple(task.task_id for task in tasks)
