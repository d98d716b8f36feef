"""Change slips: for each officer touched by a re-plan, what is not as it was, as a paper."""

from collections.abc import Iterable, Sequence
from datetime import date

from rso_planner.domain.paper import Paper, PaperColumn, PaperTable
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.plan_changes import PlanChange, PlanChangeKind
from rso_planner.domain.visit_plan import Assignment

CHANGE_WORDS = {
    PlanChangeKind.ADDED: "new",
    PlanChangeKind.DROPPED: "taken out",
    PlanChangeKind.MOVED: "moved",
    PlanChangeKind.RETIMED: "another time",
}
_COLUMNS = (
    PaperColumn("person", "Person", 12),
    PaperColumn("change", "Change", 14),
    PaperColumn("was", "Was", 30),
    PaperColumn("now", "Now", 30),
    PaperColumn("reason", "Why", 50),
)


def make_change_slips(changes: Sequence[PlanChange], week: date, as_of: date, kept: int) -> Paper:
    """One table for each officer whom a change touches, by identifier; people by identifier alone."""
    officers = sorted({officer for each in changes for officer in _officers(each)})
    counted = count_in_words(len(changes), "change")
    return Paper(
        name="change-slips",
        title=f"Changes to the week of {day_in_words(week)}",
        as_of=as_of,
        sentences=(f"{counted} for {count_in_words(len(officers), 'officer')}; {kept:,} pieces of work stay.",),
        tables=tuple(
            _slip(officer, [each for each in changes if officer in _officers(each)]) for officer in officers
        ),
        offender_ids=tuple(sorted({each.offender_id for each in changes})),
    )


def place_in_words(assignment: Assignment | None) -> str:
    """When it is and who goes, or that it is not planned."""
    if assignment is None:
        return "not planned"
    officers = " with ".join(assignment.officer_ids)
    return f"{assignment.on:%A} {assignment.starts_at:%H:%M}, {officers}"


def _slip(officer: str, changes: Iterable[PlanChange]) -> PaperTable:
    rows = tuple(
        (
            each.offender_id,
            CHANGE_WORDS[each.kind],
            place_in_words(each.before),
            place_in_words(each.after),
            each.reason,
        )
        for each in changes
    )
    return PaperTable(
        name=officer,
        heading=f"Officer {officer}",
        sentence=f"{count_in_words(len(rows), 'change')} to this officer's week.",
        columns=_COLUMNS,
        rows=rows,
    )


def _officers(change: PlanChange) -> set[str]:
    sides = (each for each in (change.before, change.after) if each is not None)
    return {officer for each in sides for officer in each.officer_ids}
