"""The first plan: work in order of tier and worth, each put where it costs the least."""

from collections.abc import Iterable
from dataclasses import dataclass

from rso_planner.domain.task import ASSESSMENT_KINDS, DESK_KINDS, TaskKind
from rso_planner.planning.compact.draft import DraftWeek, Trip
from rso_planner.planning.compact.insertion import find_best_fit, has_fit, insert_fit
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import PlanTask, Tier

# Only for the order in which work is tried: a trip's share of travel when nothing else is known.
_TYPICAL_TRAVEL_MINUTES = 25


@dataclass(frozen=True, slots=True)
class Piece:
    """Work that is placed at once: a visit, an assessment with its visit, or a review.

    `person` is a number of the week index, or -1 for a review.
    """

    tier: Tier
    worth: int
    minutes: int
    person: int
    with_assessment: bool
    review: PlanTask | None = None

    @property
    def order(self) -> tuple[float, int, str]:
        """Worth per minute first; ties by number, so that the order never depends on chance."""
        return (-self.worth / self.minutes, self.person, self.review.task_id if self.review else "")


def make_pieces(index: WeekIndex) -> list[Piece]:
    """All work of the week, in the order of service and by worth per minute within a tier."""
    pieces = [piece for person in range(len(index.people)) for piece in _person_pieces(index, person)]
    for task in index.reviews:
        pieces.append(Piece(task.tier, task.worth, index.problem.review_minutes[task.kind], -1, False, task))
    return sorted(pieces, key=lambda piece: (piece.tier, *piece.order))


def _person_pieces(index: WeekIndex, person: int) -> Iterable[Piece]:
    someone = index.people[person]
    crew_minutes = someone.officers_required * (someone.on_site_minutes + _TYPICAL_TRAVEL_MINUTES)
    if someone.visit_tasks:
        tier = min(task.tier for task in someone.visit_tasks)
        worth = sum(task.worth for task in someone.visit_tasks if task.tier is tier)
        yield Piece(tier, worth, crew_minutes + someone.visit_desk_minutes, person, False)
    for task in someone.assessment_tasks:
        yield Piece(task.tier, task.worth, crew_minutes + someone.assessment_desk_minutes, person, True)


def piece_of(index: WeekIndex, task: PlanTask) -> Piece | None:
    """The piece that places the task, or None for a visit to somebody without a place."""
    if task.kind in DESK_KINDS:
        return Piece(task.tier, task.worth, 1, -1, False, task)
    person = index.person_number.get(task.offender_id)
    if person is None:
        return None
    return Piece(task.tier, task.worth, 1, person, task.kind in ASSESSMENT_KINDS)


def place_piece(draft: DraftWeek, piece: Piece) -> bool:
    """Put the piece where it costs the least; False, and the draft unchanged, if it fits nowhere."""
    if piece.review is not None:
        return _place_review(draft, piece.review)
    trip = draft.trip_of.get(piece.person)
    if trip is None:
        fit = find_best_fit(draft, piece.person, piece.with_assessment)
        return fit is not None and insert_fit(draft, fit)
    if not piece.with_assessment or trip.with_assessment:
        return True
    return draft.change_assessment(piece.person, True) or _move_for_assessment(draft, trip)


def can_place_piece(draft: DraftWeek, piece: Piece) -> bool:
    """Tell whether the piece fits into the draft, which stays as it is."""
    if piece.review is None and piece.person not in draft.trip_of:
        return has_fit(draft, piece.person, piece.with_assessment)
    if piece.review is not None:
        minutes = draft.index.problem.review_minutes[piece.review.kind]
        return any(
            draft.week_used[officer] + minutes <= draft.index.week_minutes[officer]
            for officer in reviewers_of(draft.index, piece.review)
        )
    return place_piece(draft.copy(), piece)


def _move_for_assessment(draft: DraftWeek, trip: Trip) -> bool:
    """Give the visit to a crew that can make the assessment too; on failure everything stays as it was."""
    before = draft.copy()
    draft.remove(trip.person)
    fit = find_best_fit(draft, trip.person, with_assessment=True)
    if fit is not None and insert_fit(draft, fit) and draft.is_within_minutes:
        return True
    draft.become(before)
    return False


def _place_review(draft: DraftWeek, task: PlanTask) -> bool:
    index = draft.index
    if task.task_id in draft.reviewer_of:
        return True
    minutes = index.problem.review_minutes[task.kind]
    own = index.problem.person_by_id[task.offender_id].own_officer_id
    reviewers = sorted(
        reviewers_of(index, task),
        key=lambda officer: (
            index.officers[officer].officer_id != own,
            draft.week_used[officer] - index.week_minutes[officer],
            officer,
        ),
    )
    return any(draft.place_review(task.task_id, officer, minutes) for officer in reviewers)


def reviewers_of(index: WeekIndex, task: PlanTask) -> list[int]:
    """The officers on duty in the week who may do the review."""
    return [
        number
        for number, officer in enumerate(index.officers)
        if officer.can_review
        and index.week_minutes[number]
        and (officer.is_supervisor or task.kind is not TaskKind.SUPERVISOR_REVIEW)
    ]


def place_all(draft: DraftWeek, pieces: Iterable[Piece]) -> None:
    """Try each piece once, in the given order."""
    for piece in pieces:
        place_piece(draft, piece)


def strip_to_tiers(draft: DraftWeek, last: Tier) -> DraftWeek:
    """A copy that holds only what tiers up to `last` placed, everything else taken out."""
    index, kept = draft.index, draft.copy()
    for person, trip in draft.trip_of.items():
        someone = index.people[person]
        if trip.with_assessment and any(task.tier <= last for task in someone.assessment_tasks):
            continue
        if not any(task.tier <= last for task in someone.visit_tasks):
            kept.remove(person)
        elif trip.with_assessment:
            kept.change_assessment(person, with_assessment=False)
    for task in index.reviews:
        if task.tier > last and task.task_id in kept.reviewer_of:
            kept.remove_review(task.task_id, index.problem.review_minutes[task.kind])
    return kept
