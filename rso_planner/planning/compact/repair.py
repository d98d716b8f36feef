"""An earlier plan made to hold again: the first tier at its best, then as much kept as officers hold.

Source: rules.md, order of service. In the first tier a trip is changed only where that brings at least a twentieth
of what a trip of the tier brings on average, so that officers are not sent elsewhere for next to nothing; each
later tier may give up a share of its value, the tolerance, for trips that stay as they were. Where nothing was
lost and nothing is new, nothing changes but that free time is filled.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.draft_of_plan import draft_of_plan
from rso_planner.planning.compact.greedy import Piece, make_pieces
from rso_planner.planning.compact.held_plan import HeldPlan
from rso_planner.planning.compact.ruin_and_recreate import choose_left_out, ruin
from rso_planner.planning.compact.score import met_tasks, tier_worths
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import PlanningProblem, Tier

_MOVES = 800
_FRUITLESS_MOVES = 300
_MOVES_A_TRIP = 10
# How much of what officers hold, by order of service, is put back before anything else is.
_SHARES_PUT_BACK_FIRST = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0)
# Put back anywhere now and then: a trip in its old place can bar the way to a better week.
_PUT_BACK_WHERE_IT_WAS = 0.95
# What a changed trip must bring at least, as a part of the first tier's worth per trip.
_CHANGES_FOR_A_TRIP = 20
_SEED = 0


def repair_plan(
    index: WeekIndex,
    earlier: VisitPlan,
    known: Collection[str],
    pinned: Collection[str] = (),
    tolerance: float = 0.0,
) -> tuple[DraftWeek, tuple[Assignment, ...]]:
    """The repaired week, and the assignments of the earlier plan that no longer hold.

    `known` are the tasks that the earlier plan was made for, placed or left out; any other is new. `pinned` are
    people whose planned trip must not go. `tolerance` is the share of a later tier's value from 0 to 1.
    """
    draft, lost = draft_of_plan(index, earlier)
    pieces, held = make_pieces(index), HeldPlan(draft, pinned)
    if lost or _has_news(index.problem, known):
        starts = [_start(index, pieces, held, share) for share in _SHARES_PUT_BACK_FIRST]
        price = _price_of_a_change(starts[0])
        draft = max(starts, key=lambda each: tier_worths(each)[0] + price * held.count_kept(each))
        for tier in Tier:
            if tier is not Tier.OTHER_REVIEWS and _can_trade(draft, pieces, tier):
                is_first = tier is Tier.HIGH_RISK_VISITS
                trade = _Trade(tier, price if is_first else 0, 0.0 if is_first else tolerance)
                draft = _improve(draft, pieces, held, trade)
    _place_all(draft, pieces, held)
    return draft, lost


def _has_news(problem: PlanningProblem, known: Collection[str]) -> bool:
    return not problem.task_by_id.keys() <= set(known)


def _place_all(draft: DraftWeek, pieces: Sequence[Piece], held: HeldPlan) -> None:
    for piece in pieces:
        held.place(draft, piece)


def _start(index: WeekIndex, pieces: Sequence[Piece], held: HeldPlan, share: float) -> DraftWeek:
    """A week that puts back this share of what is held, then the first tier, then the rest of what is held."""
    draft = DraftWeek(index)
    held.put_pinned(draft)
    of_held = [piece for piece in pieces if held.has(piece)]
    _place_all(draft, of_held[: round(share * len(of_held))], held)
    _place_all(draft, [piece for piece in pieces if piece.tier is Tier.HIGH_RISK_VISITS], held)
    _place_all(draft, of_held, held)
    _place_all(draft, pieces, held)
    return draft


def _can_trade(draft: DraftWeek, pieces: Sequence[Piece], tier: Tier) -> bool:
    """Tell whether work of the tier is left out while trips of this tier or a lower one are planned."""
    of_tier = (piece for piece in pieces if piece.tier is tier and piece.person >= 0)
    return any(not _is_placed(draft, piece) for piece in of_tier) and any(
        task.tier >= tier
        for person, trip in draft.trip_of.items()
        for task in met_tasks(draft.index, person, trip.with_assessment)
    )


def _is_placed(draft: DraftWeek, piece: Piece) -> bool:
    trip = draft.trip_of.get(piece.person)
    return trip is not None and (trip.with_assessment or not piece.with_assessment)


def _price_of_a_change(draft: DraftWeek) -> int:
    """In points of the first tier; 0 where no trip is planned."""
    return tier_worths(draft)[0] // (_CHANGES_FOR_A_TRIP * max(1, len(draft.trip_of)))


@dataclass(frozen=True, slots=True)
class _Trade:
    """What a tier gives up for trips that stay: points a trip on the way, and a share of its best at the end."""

    tier: Tier
    price: int
    tolerance: float


@dataclass(frozen=True, slots=True)
class _Found:
    """A draft met on the way, with its worth by tier and the trips that it keeps."""

    draft: DraftWeek
    worths: tuple[int, ...]
    kept: int

    def rank(self, trade: _Trade) -> tuple[int, int, tuple[int, ...]]:
        """The tier's worth, the price of what is kept reckoned in, then what is kept, then the tiers below."""
        return self.worths[trade.tier - 1] + trade.price * self.kept, self.kept, self.worths[trade.tier :]


def _improve(draft: DraftWeek, pieces: Sequence[Piece], held: HeldPlan, trade: _Trade) -> DraftWeek:
    """Of the drafts met on a walk that makes the tier better, the one that keeps most within the tolerance.

    No draft on the walk is worse than the first in a tier above.
    """
    trips = [piece for piece in pieces if piece.person >= 0]
    random = Random(_SEED)  # noqa: S311 - reproducible choices of the search, nothing secret
    here = _Found(draft, tier_worths(draft), held.count_kept(draft))
    met, above = [here], trade.tier - 1
    floor, fruitless = here.worths[:above], 0
    for _ in range(min(_MOVES, _MOVES_A_TRIP * len(draft.trip_of))):
        if fruitless == _FRUITLESS_MOVES:
            break
        fruitless += 1
        trial = here.draft.copy()
        _move(trial, trips, held, trade.tier, random)
        worths = tier_worths(trial)
        if worths[:above] < floor or not trial.is_within_minutes or not held.has_pins_in(trial):
            continue
        found = _Found(trial, worths, held.count_kept(trial))
        if found.rank(trade) > here.rank(trade):
            met.append(found)
            fruitless = 0
        if found.rank(trade) >= here.rank(trade):
            here = found
    least = (1 - trade.tolerance) * here.worths[above]
    enough = [each for each in met if each.worths[above] >= least]
    return max(enough, key=lambda each: (each.kept, each.rank(trade))).draft


def _move(trial: DraftWeek, trips: Sequence[Piece], held: HeldPlan, tier: Tier, random: Random) -> None:
    """Take neighbouring trips out and put them and others back, most of them where they were."""
    centre = random.choice(trips).person
    removed = ruin(trial, centre, random, spared=held.pinned)
    for piece in choose_left_out(trial, trips, removed, centre, random, last=tier):
        where_it_was = random.random() < _PUT_BACK_WHERE_IT_WAS
        held.place(trial, piece, where_it_was=where_it_was)
