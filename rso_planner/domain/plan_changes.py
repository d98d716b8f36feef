"""What a later plan changes in an earlier one, person by person, each change with its reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rso_planner.domain.visit_plan import Assignment, Violation, VisitPlan


class PlanChangeKind(StrEnum):
    """What becomes of a piece of planned work."""

    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    RETIMED = "retimed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One trip or review that is not as it was; `before` or `after` is None where there was or is none.

    Moved is to another day or other officers; retimed keeps both and starts at another time, or meets other tasks.
    """

    kind: PlanChangeKind
    offender_id: str
    before: Assignment | None
    after: Assignment | None
    reason: str


def compare_plans(
    earlier: VisitPlan, later: VisitPlan, broken: Iterable[Violation] = ()
) -> tuple[PlanChange, ...]:
    """The changes, sorted by person; `broken` are the rules that the earlier plan no longer keeps."""
    before, after = _by_work(earlier), _by_work(later)
    reasons = {violation.offender_id: violation.sentence for violation in reversed(list(broken))}
    found = []
    for work in sorted(before.keys() | after.keys()):
        was, now = before.get(work), after.get(work)
        kind = _kind(was, now)
        if kind is not None:
            reason = reasons.get(work[0]) or _REASONS[kind]
            found.append(PlanChange(kind=kind, offender_id=work[0], before=was, after=now, reason=reason))
    return tuple(found)


_REASONS: Mapping[PlanChangeKind, str] = {
    PlanChangeKind.ADDED: "There is time for it now.",
    PlanChangeKind.DROPPED: "It made room for more serious work.",
    PlanChangeKind.MOVED: "It made room for other work where it was.",
    PlanChangeKind.RETIMED: "A visit before it has changed.",
}

_Work = tuple[str, str]


def _by_work(plan: VisitPlan) -> dict[_Work, Assignment]:
    """The plan's trips by person, its reviews by person and task."""
    return {_work(each): each for each in plan.assignments}


def _work(assignment: Assignment) -> _Work:
    is_review = not assignment.travel_minutes
    return assignment.offender_id, assignment.task_ids[0] if is_review else ""


def _kind(was: Assignment | None, now: Assignment | None) -> PlanChangeKind | None:
    if was is None:
        return PlanChangeKind.ADDED
    if now is None:
        return PlanChangeKind.DROPPED
    if (was.on, was.officer_ids) != (now.on, now.officer_ids):
        return PlanChangeKind.MOVED
    if (was.starts_at, was.task_ids) != (now.starts_at, now.task_ids):
        return PlanChangeKind.RETIMED
    return None
