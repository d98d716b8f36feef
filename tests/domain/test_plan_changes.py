"""Two plans compared: what is added, dropped, moved, retimed, and what stays."""

from dataclasses import replace
from datetime import date, time

import pytest

from rso_planner.domain.plan_changes import PlanChangeKind, compare_plans
from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import Assignment, Violation, VisitPlan

TUESDAY = date(2026, 11, 24)
VISIT = Assignment(
    task_ids=("A:visit",),
    kinds=(TaskKind.VISIT,),
    offender_id="A",
    on=TUESDAY,
    starts_at=time(10),
    ends_at=time(11),
    officer_ids=("OM1", "OM2"),
    travel_minutes=(10, 10),
)
REVIEW = replace(
    VISIT, task_ids=("A:rmp_review",), kinds=(TaskKind.RMP_REVIEW,), officer_ids=("OM1",), travel_minutes=()
)


def plan(*assignments: Assignment) -> VisitPlan:
    return VisitPlan(week=date(2026, 11, 23), assignments=assignments)


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ([VISIT, REVIEW], [VISIT, REVIEW], []),
        ([VISIT], [], ["dropped"]),
        ([], [VISIT], ["added"]),
        ([VISIT], [replace(VISIT, on=date(2026, 11, 25))], ["moved"]),
        ([VISIT], [replace(VISIT, officer_ids=("OM1", "OM3"))], ["moved"]),
        ([VISIT], [replace(VISIT, starts_at=time(10, 5))], ["retimed"]),
        ([VISIT], [replace(VISIT, task_ids=("A:visit", "A:arms"))], ["retimed"]),
        ([VISIT], [replace(VISIT, travel_minutes=(3, 4))], []),
        ([VISIT, REVIEW], [VISIT], ["dropped"]),
    ],
)
def test_what_becomes_of_each_piece_of_work(
    before: list[Assignment], after: list[Assignment], kinds: list[str]
) -> None:
    assert [each.kind.value for each in compare_plans(plan(*before), plan(*after))] == kinds


def test_a_broken_rule_is_the_reason() -> None:
    ill = Violation(rule="officers_on_duty", sentence="OM1 is not on duty.", offender_id="A", officer_id="OM1")
    (change,) = compare_plans(plan(VISIT), plan(), [ill])
    assert (change.kind, change.reason) == (PlanChangeKind.DROPPED, "OM1 is not on duty.")


def test_changes_stand_in_the_order_of_people() -> None:
    other = replace(VISIT, offender_id="B", task_ids=("B:visit",))
    changes = compare_plans(plan(other), plan(VISIT))
    assert [(each.offender_id, each.kind.value) for each in changes] == [("A", "added"), ("B", "dropped")]
