"""The interval in the person's risk management plan wins; else the table by risk: 1, 3, 6, 12 calendar months."""

from dataclasses import replace

import pytest

from rso_planner.domain.duties.visit_interval import visit_interval, visit_interval_rule
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import get_task, make_case, make_offender


@pytest.mark.parametrize(
    ("risk_level", "own", "source", "interval", "rule"),
    [
        ("very_high", None, "rmp_then_table", "1 month", "visit_interval_table"),
        ("high", None, "rmp_then_table", "3 months", "visit_interval_table"),
        ("medium", None, "rmp_then_table", "6 months", "visit_interval_table"),
        ("low", None, "rmp_then_table", "12 months", "visit_interval_table"),
        ("low", "6 weeks", "rmp_then_table", "6 weeks", "visit_interval_source"),
        ("very_high", "2 months", "rmp_then_table", "2 months", "visit_interval_source"),
        ("low", "6 weeks", "table", "12 months", "visit_interval_table"),
    ],
)
def test_the_plan_wins_and_else_the_table(
    policy: PlanningPolicy, risk_level: str, own: str | None, source: str, interval: str, rule: str
) -> None:
    ours = replace(policy, visit_interval_source=source)
    person = make_offender(risk_level=risk_level, visit_interval=own)
    assert str(visit_interval(person, ours)) == interval
    assert visit_interval_rule(person, ours) == rule


@pytest.mark.parametrize(
    ("risk_level", "seen_on", "due_on"),
    [
        ("very_high", "2026-01-31", "2026-02-28"),
        ("high", "2025-11-30", "2026-02-28"),
        ("medium", "2025-08-31", "2026-02-28"),
        ("low", "2024-02-29", "2025-02-28"),
        ("very_high", "2028-01-31", "2028-02-29"),
        ("high", "2026-01-15", "2026-04-15"),
    ],
)
def test_trap_months_as_30_days(policy: PlanningPolicy, risk_level: str, seen_on: str, due_on: str) -> None:
    case = make_case(f"{seen_on} seen", risk_level=risk_level)
    task = get_task(case, TaskKind.VISIT, policy, case.visits[0].started_at.date())
    assert task.due_on.isoformat() == due_on


def test_the_reason_tells_interval_last_visit_and_due_date(policy: PlanningPolicy) -> None:
    by_table = get_task(make_case("2026-05-03 seen"), TaskKind.VISIT, policy)
    by_plan = get_task(make_case("2026-05-03 seen", visit_interval="6 weeks"), TaskKind.VISIT, policy)
    assert (
        by_table.reason == "Visit every 3 months for high risk; last seen on 3 May 2026, so due on 3 August 2026."
    )
    assert by_plan.reason == (
        "Visit every 6 weeks by the risk management plan; last seen on 3 May 2026, so due on 14 June 2026."
    )
    assert (by_table.rule, by_plan.rule) == ("visit_interval_table", "visit_interval_source")
    assert by_plan.cycle_days == 42
