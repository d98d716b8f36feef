"""The risk management plan has its own clock beside the visit's: every 4 months (high, very high) or 12."""

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import find_due, get_task, make_case


@pytest.mark.parametrize(
    ("risk_level", "due_on"),
    [("very_high", "2027-02-28"), ("high", "2027-02-28"), ("medium", "2027-10-31"), ("low", "2027-10-31")],
)
def test_each_risk_has_its_cycle(policy: PlanningPolicy, risk_level: str, due_on: str) -> None:
    case = make_case(risk_level=risk_level, rmp_reviewed_on="2026-10-31")
    assert find_due(case, TaskKind.RMP_REVIEW, policy) == due_on


@pytest.mark.parametrize(
    ("changes", "due_on"),
    [
        ({"registered_on": "2026-01-06"}, "2026-05-06"),
        ({"in_community_since": "2026-02-06"}, "2026-06-06"),
        ({"transferred_in_on": "2026-03-06", "in_community_since": "2026-02-06"}, "2026-07-06"),
    ],
)
def test_never_reviewed_it_counts_from_the_start_of_management(
    policy: PlanningPolicy, changes: dict[str, str], due_on: str
) -> None:
    assert find_due(make_case(**changes), TaskKind.RMP_REVIEW, policy) == due_on


def test_a_visit_does_not_move_the_review(policy: PlanningPolicy) -> None:
    case = make_case("2026-11-20 seen", rmp_reviewed_on="2026-05-05")
    assert find_due(case, TaskKind.RMP_REVIEW, policy) == "2026-09-05"


def test_the_reason(policy: PlanningPolicy) -> None:
    task = get_task(make_case(rmp_reviewed_on="2026-05-05"), TaskKind.RMP_REVIEW, policy)
    assert task.reason == (
        "Review of the risk management plan every 4 months for high risk; last reviewed on 5 May 2026, "
        "so due on 5 September 2026."
    )
    assert task.rule == "rmp_review"
    assert task.cycle_days == pytest.approx(365.25 / 3)
