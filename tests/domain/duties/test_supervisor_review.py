"""A supervisor reviews very high risk monthly, high quarterly, others yearly."""

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import find_due, get_task, make_case


@pytest.mark.parametrize(
    ("risk_level", "due_on"),
    [("very_high", "2026-11-30"), ("high", "2027-01-31"), ("medium", "2027-10-31"), ("low", "2027-10-31")],
)
def test_each_risk_has_its_cycle(policy: PlanningPolicy, risk_level: str, due_on: str) -> None:
    case = make_case(risk_level=risk_level, supervisor_reviewed_on="2026-10-31")
    assert find_due(case, TaskKind.SUPERVISOR_REVIEW, policy) == due_on


def test_never_reviewed_it_counts_from_the_start_of_management(policy: PlanningPolicy) -> None:
    task = get_task(make_case(), TaskKind.SUPERVISOR_REVIEW, policy)
    assert task.reason == (
        "Supervisor's review every 3 months for high risk; none on file since 6 January 2020, "
        "so due on 6 April 2020."
    )
    assert task.rule == "supervisor_review"
    assert task.cycle_days == pytest.approx(365.25 / 4)
