"""Lateness is measured against the person's own interval, with an absolute age so that low risk never starves."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rso_planner.domain.lateness import days_overdue, lateness
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskKind
from tests.domain.cases import AS_OF, get_task, make_case


def _late(policy: PlanningPolicy, risk_level: str, days: int) -> Task:
    visit = get_task(make_case("2026-11-20 seen", risk_level=risk_level), TaskKind.VISIT, policy)
    return replace(visit, due_on=AS_OF - timedelta(days=days))


def test_20_days_on_a_monthly_cycle_is_worse_than_60_on_a_yearly_one(policy: PlanningPolicy) -> None:
    monthly, yearly = _late(policy, "very_high", 20), _late(policy, "low", 60)
    assert lateness(monthly, policy, AS_OF) > lateness(yearly, policy, AS_OF)


def test_the_measure(policy: PlanningPolicy) -> None:
    assert lateness(_late(policy, "low", 73), policy, AS_OF) == pytest.approx(73 / 365.25 + 73 / 365)


@pytest.mark.parametrize("days", [0, -1, -400])
def test_what_is_not_overdue_has_none(policy: PlanningPolicy, days: int) -> None:
    task = _late(policy, "high", days)
    assert (days_overdue(task, policy, AS_OF), lateness(task, policy, AS_OF)) == (0, 0)


def test_the_policys_overdue_is_honoured(policy: PlanningPolicy) -> None:
    today = _late(policy, "high", 0)
    assert days_overdue(today, replace(policy, overdue="on_due_date"), AS_OF) == 1
    assert lateness(today, replace(policy, overdue="on_due_date"), AS_OF) > 0


def test_trap_a_low_risk_person_never_reached(policy: PlanningPolicy) -> None:
    """However long the own interval, lateness outgrows any that a shorter interval keeps at a steady level."""
    steady = lateness(_late(policy, "very_high", 30), policy, AS_OF)
    assert lateness(_late(policy, "low", 5 * 365), policy, AS_OF) > steady


@pytest.mark.parametrize(
    ("kind", "interval", "days"),
    [
        (TaskKind.VISIT, "6 weeks", 42),
        (TaskKind.RETRY, "6 weeks", 42),
        (TaskKind.ARMS, "6 weeks", 365.25),
        (TaskKind.RMP_REVIEW, "6 weeks", 365.25 / 3),
        (TaskKind.SUPERVISOR_REVIEW, "6 weeks", 365.25 / 4),
    ],
)
def test_each_duty_has_its_own_cycle(policy: PlanningPolicy, kind: TaskKind, interval: str, days: float) -> None:
    case = make_case("2026-05-03 seen\n2026-11-02 not_seen", visit_interval=interval)
    assert get_task(case, kind, policy).cycle_days == pytest.approx(days)
