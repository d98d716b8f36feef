"""A visit due within 30 days is made in the same trip as the assessment: one trip, two duties met.

Rule arms_with_visit, policy, assumed. The assessment needs an ARMS-trained lead and an interview, which is a
visit.
"""

from datetime import date, timedelta

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import ROUTINE_VISIT_KINDS, Task


def is_made_in_the_arms_trip(visit: Task, monday: date, policy: PlanningPolicy) -> bool:
    """Tell whether the visit is due within so many days of the plan's Monday, overdue ones included."""
    last_on = monday + timedelta(days=policy.arms_with_visit)
    return visit.kind in ROUTINE_VISIT_KINDS and visit.due_on <= last_on
