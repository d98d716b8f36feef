"""Visits owed = whole intervals missed; a person can owe several, and is still one person overdue."""

from dataclasses import replace
from datetime import date

import pytest

from rso_planner.domain.duties.visits_owed import visits_owed
from rso_planner.domain.interval import read_interval
from rso_planner.domain.policy import PlanningPolicy


@pytest.mark.parametrize(
    ("due_on", "interval", "as_of", "owed"),
    [
        ("2026-11-23", "3 months", "2026-11-23", 0),
        ("2026-11-22", "3 months", "2026-11-23", 1),
        ("2026-08-23", "3 months", "2026-11-23", 1),
        ("2026-08-22", "3 months", "2026-11-23", 2),
        ("2026-11-01", "1 week", "2026-11-23", 4),
        ("2026-08-31", "1 month", "2026-11-30", 3),
        ("2026-08-31", "1 month", "2026-12-01", 4),
    ],
)
def test_each_due_date_that_has_passed_asks_for_one_visit(
    policy: PlanningPolicy, due_on: str, interval: str, as_of: str, owed: int
) -> None:
    due = date.fromisoformat(due_on)
    assert visits_owed(due, read_interval(interval), policy, date.fromisoformat(as_of)) == owed


def test_due_today_is_owed_where_the_policy_counts_it(policy: PlanningPolicy) -> None:
    counts_today = replace(policy, overdue="on_due_date")
    today = date(2026, 11, 23)
    assert visits_owed(today, read_interval("3 months"), counts_today, today) == 1
