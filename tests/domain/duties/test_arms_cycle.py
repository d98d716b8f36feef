"""An assessment is due 12 months after its completed date."""

from dataclasses import replace

import pytest

from rso_planner.domain.arms import ArmsAssessment, ArmsPriority
from rso_planner.domain.case import Case
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import ORDINARY, find_due, get_task, make_case


@pytest.mark.parametrize(
    ("history", "due_on"),
    [
        ("2026-01-10 arms low", "2027-01-10"),
        ("2024-02-29 arms low", "2025-02-28"),
        ("2025-01-10 arms high\n2026-01-10 arms low", "2027-01-10"),
        ("2026-01-10 arms low\n2026-10-10 arms low unfinished", "2027-01-10"),
        ("2019-01-10 arms low", "2020-01-10"),
    ],
)
def test_twelve_months_after_completion(policy: PlanningPolicy, history: str, due_on: str) -> None:
    assert find_due(make_case(history), TaskKind.ARMS, policy) == due_on


def test_completion_counts_and_not_the_assessment_day(policy: PlanningPolicy) -> None:
    row = make_case("2026-01-10 arms low").assessments[0]
    late = replace(row, completed_on=row.assessed_on.replace(month=3))
    assert find_due(_case_of(late), TaskKind.ARMS, policy) == "2027-03-10"


def test_a_completion_after_the_as_of_day_is_not_known_yet(policy: PlanningPolicy) -> None:
    row = make_case("2026-11-20 arms low").assessments[0]
    later = replace(row, completed_on=row.assessed_on.replace(day=24))
    assert find_due(_case_of(later), TaskKind.ARMS, policy) == "2020-03-30"


def test_the_cycle_is_a_policy(policy: PlanningPolicy) -> None:
    case = make_case("2026-01-10 arms low")
    task = get_task(case, TaskKind.ARMS, replace(policy, arms_cycle=6))
    assert task.due_on.isoformat() == "2026-07-10"
    assert task.cycle_days == pytest.approx(365.25 / 2)


def test_a_visit_does_not_move_the_assessment(policy: PlanningPolicy) -> None:
    assert find_due(make_case("2026-01-10 arms low\n2026-11-20 seen"), TaskKind.ARMS, policy) == "2027-01-10"


def test_the_reason(policy: PlanningPolicy) -> None:
    task = get_task(make_case("2026-01-10 arms low"), TaskKind.ARMS, policy)
    assert task.reason == (
        "ARMS assessment every 12 months; last completed on 10 January 2026, so due on 10 January 2027."
    )
    assert (task.rule, task.event_triggered) == ("arms_cycle", False)


def _case_of(assessment: ArmsAssessment) -> Case:
    assert assessment.priority is ArmsPriority.LOW
    return replace(make_case(), assessments=(replace(assessment, offender_id=ORDINARY.offender_id),))
