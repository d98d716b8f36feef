"""Overdue is a due date before the as-of date; due today is not overdue."""

from dataclasses import replace
from datetime import date

import pytest

from rso_planner.domain.duties.overdue import days_past
from rso_planner.domain.policy import PlanningPolicy


@pytest.mark.parametrize(
    ("as_of", "days"),
    [(date(2026, 11, 22), 0), (date(2026, 11, 23), 0), (date(2026, 11, 24), 1), (date(2027, 11, 23), 365)],
)
def test_trap_due_today(policy: PlanningPolicy, as_of: date, days: int) -> None:
    assert days_past(date(2026, 11, 23), policy, as_of) == days


@pytest.mark.parametrize(
    ("as_of", "days"), [(date(2026, 11, 22), 0), (date(2026, 11, 23), 1), (date(2026, 11, 24), 2)]
)
def test_a_force_may_count_the_due_date_itself(policy: PlanningPolicy, as_of: date, days: int) -> None:
    assert days_past(date(2026, 11, 23), replace(policy, overdue="on_due_date"), as_of) == days
