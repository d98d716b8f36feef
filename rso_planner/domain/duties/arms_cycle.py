"""An assessment is due 12 months after its completed date.

Rule arms_cycle, policy. Source: SEED. An assessment that was started and not completed is not done.
"""

from datetime import date

from rso_planner.domain.arms import ArmsAssessment
from rso_planner.domain.case import Case
from rso_planner.domain.interval import Interval, months
from rso_planner.domain.policy import PlanningPolicy


def arms_cycle(policy: PlanningPolicy) -> Interval:
    """The time from one assessment to the next."""
    return months(policy.arms_cycle)


def cycle_due_on(completed_on: date, policy: PlanningPolicy) -> date:
    """When the next assessment is due if nothing happens before."""
    return arms_cycle(policy).after(completed_on)


def find_latest_assessment(case: Case) -> ArmsAssessment | None:
    """The assessment of either kind that was completed last, or None where none ever was."""
    done = (each for each in case.assessments if each.completed_on)
    return max(done, key=lambda each: (each.completed_on or date.min, each.assessment_id), default=None)


def last_completed_on(case: Case) -> date | None:
    """The day on which an assessment was last completed."""
    return max((each.completed_on for each in case.assessments if each.completed_on), default=None)
