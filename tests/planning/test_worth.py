"""Order of service: which tier a task stands in, and what it is worth there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import Task, TaskKind
from rso_planner.planning.problem import Tier
from rso_planner.planning.worth import plan_task, tier_of
from tests.domain.cases import AS_OF

UNTIL = AS_OF + timedelta(days=20)


def make_task(kind: str = "visit", risk: str = "high", due_on: date = AS_OF, cycle: float = 91.3) -> Task:
    return Task(
        task_id=f"Zz-0001:{kind}",
        offender_id="Zz-0001",
        kind=TaskKind(kind),
        risk_level=RiskLevel(risk),
        due_on=due_on,
        cycle_days=cycle,
        rule="made_up",
        reason="a made-up reason",
    )


@pytest.mark.parametrize(
    ("kind", "risk", "tier"),
    [
        ("visit", "very_high", 1),
        ("first_visit", "high", 1),
        ("retry", "high", 1),
        ("arms", "very_high", 2),
        ("other_assessment", "high", 2),
        ("reactive_review", "low", 2),
        ("visit", "medium", 3),
        ("retry", "low", 3),
        ("arms", "low", 3),
        ("rmp_review", "very_high", 4),
        ("supervisor_review", "very_high", 4),
        ("desktop_review", "low", 4),
        ("dip_sample", "medium", 4),
    ],
)
def test_the_order_of_service(kind: str, risk: str, tier: int) -> None:
    assert tier_of(make_task(kind, risk)) == tier


def test_an_arms_that_an_event_triggered_stands_beside_high_risk() -> None:
    triggered = replace(make_task("arms", "low"), event_triggered=True)
    assert tier_of(triggered) is Tier.HIGH_RISK_ASSESSMENTS


def worth(policy: PlanningPolicy, task: Task) -> int:
    return plan_task(task, policy, AS_OF, UNTIL).worth


def late(days: int, risk: str, cycle: float) -> Task:
    return make_task(risk=risk, due_on=AS_OF - timedelta(days=days), cycle=cycle)


def test_20_days_on_a_monthly_cycle_outweigh_60_on_a_yearly_one(policy: PlanningPolicy) -> None:
    assert worth(policy, late(20, "high", 30.4)) > worth(policy, late(60, "high", 365.25))


def test_very_high_outweighs_high_that_is_as_late(policy: PlanningPolicy) -> None:
    assert worth(policy, late(9, "very_high", 91.3)) > worth(policy, late(9, "high", 91.3))


@pytest.mark.parametrize("risk", list(RiskLevel))
@pytest.mark.parametrize("days_ahead", [0, 1, 20])
def test_a_task_not_yet_overdue_is_worth_less_than_any_overdue_one_of_its_risk(
    policy: PlanningPolicy, risk: RiskLevel, days_ahead: int
) -> None:
    longest_cycle = 60 * 30.4
    least_overdue = late(1, risk.value, longest_cycle)
    ahead = make_task(risk=risk.value, due_on=AS_OF + timedelta(days=days_ahead), cycle=7)
    assert 0 < worth(policy, ahead) < worth(policy, least_overdue)


def test_what_is_due_sooner_is_worth_no_less(policy: PlanningPolicy) -> None:
    worths = [worth(policy, make_task(due_on=AS_OF + timedelta(days=days))) for days in range(21)]
    assert worths == sorted(worths, reverse=True)
    assert worths[0] > worths[-1]


def test_a_low_risk_person_is_reached_in_the_end(policy: PlanningPolicy) -> None:
    """Trap: a low-risk person never reached. Within tier 3, age overtakes risk."""
    fresh_medium = late(5, "medium", 182.6)
    assert worth(policy, late(30, "low", 365.25)) > worth(policy, fresh_medium)
