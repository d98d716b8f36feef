"""Lateness is measured against the person's own interval, with an absolute age so that low risk never starves.

20 days late on a monthly cycle is worse than 60 on a yearly one. Source: rules.md, order of service; the
weight of the absolute age (`absolute_age`) is policy, assumed.
"""

from datetime import date
from typing import Any

from rso_planner.domain.duties.overdue import days_past
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task

Days = Any
"""A number of days, or an array of such numbers."""


def days_overdue(task: Task, policy: PlanningPolicy, as_of: date) -> int:
    """Whole days overdue under the rule overdue; 0 when not overdue."""
    return days_past(task.due_on, policy, as_of)


def lateness(task: Task, policy: PlanningPolicy, as_of: date) -> float:
    """Missed intervals, plus one for every `absolute_age` days; 0 when not overdue."""
    return float(missed_intervals(days_overdue(task, policy, as_of), task.cycle_days, policy))


def missed_intervals(late_days: Days, cycle_days: Days, policy: PlanningPolicy) -> Days:
    """Missed intervals with the absolute age, of one task or of many at once as arrays of days."""
    return late_days / cycle_days + late_days / policy.absolute_age
