"""A significant event makes the assessment out of date at once; the next is due within 10 working days.

Rule arms_significant_event, policy. Source: SEED; the window is assumed. Only an event after the day of
completion counts against an assessment.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.working_days import add_working_days


def significant_days_after(case: Case, completed_on: date) -> list[date]:
    """The days of the significant events after the completion, in order."""
    return sorted(
        event.occurred_on for event in case.events if event.significant and event.occurred_on > completed_on
    )


def significant_days_from(case: Case, first_on: date) -> list[date]:
    """The days of the significant events on or after the day, in order."""
    return sorted(
        event.occurred_on for event in case.events if event.significant and event.occurred_on >= first_on
    )


def event_due_on(occurred_on: date, policy: PlanningPolicy) -> date:
    """When the assessment that follows a significant event is due."""
    return add_working_days(occurred_on, policy.arms_significant_event)
