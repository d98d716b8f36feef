"""Overdue is a due date before the as-of date; due today is not overdue.

Rule overdue, policy, assumed: `on_due_date` counts the due date itself as the first day overdue.
"""

from datetime import date

from rso_planner.domain.policy import PlanningPolicy


def days_past(due_on: date, policy: PlanningPolicy, as_of: date) -> int:
    """Whole days overdue; 0 when not overdue."""
    return max(0, (as_of - due_on).days + extra_days(policy))


def extra_days(policy: PlanningPolicy) -> int:
    """The days that count as overdue beside those after the due date: 1 where the due date itself does."""
    return int(policy.overdue == "on_due_date")
