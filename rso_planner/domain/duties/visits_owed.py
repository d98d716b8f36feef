"""Visits owed are the whole intervals missed: each due date that has passed asks for one visit.

The due date itself is the first, and one more for every interval after it.
Source: rules.md, reconciliation causes.
"""

from datetime import date

from rso_planner.domain.duties.overdue import days_past
from rso_planner.domain.interval import Interval
from rso_planner.domain.policy import PlanningPolicy


def visits_owed(due_on: date, interval: Interval, policy: PlanningPolicy, as_of: date) -> int:
    """How many visits are owed on the as-of day; 0 when not overdue."""
    owed = 0
    while days_past(interval.after(due_on, owed), policy, as_of):
        owed += 1
    return owed
