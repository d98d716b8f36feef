"""Only a visit with outcome `seen` resets the clock; an attempt never does.

Rule completed_visit, policy: `any_outcome` lets an attempt reset it too, to compare with systems that count so.
Source: PEEL 2023-25, Metropolitan (a person not successfully visited for years).
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.visit import Visit, VisitOutcome


def is_completed(visit: Visit, policy: PlanningPolicy) -> bool:
    """Tell whether the visit resets the clock."""
    return visit.outcome is VisitOutcome.SEEN or policy.completed_visit == "any_outcome"


def visits_from(case: Case, first_on: date) -> list[Visit]:
    """The visits of any outcome on or after the day, in order of time."""
    return [visit for visit in case.visits if visit.started_at.date() >= first_on]


def completed_on_days(case: Case, policy: PlanningPolicy, first_on: date) -> list[date]:
    """The days of the completed visits on or after the day, in order."""
    return [visit.started_at.date() for visit in visits_from(case, first_on) if is_completed(visit, policy)]
