"""Overdue is a due date before the as-of date; due today is not overdue.

Rule overdue, policy, assumed: `on_due_date` counts the due date itself as the first day overdue.
"""

from datetime import date

from rso_planner.domain.policy import PlanningPolicy


def days_past(due_on: date, policy: PlanningPolicy, as_of: date) -> int:
    """Whole days overdue; 0 when not overdue."""
    first_day_counts = policy.overdue == "on_due_date"
    return max(0, (as_of - due_on).days + int(first_day_counts))
