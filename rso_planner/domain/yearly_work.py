"""The minutes a year that a person brings to the own officer: the measure by which caseloads are evened.

All of it follows from the policy and the person's record: visits by the person's own interval (preparation,
time on site, write-up), assessments on the ARMS cycle (made in a visit's trip wherever there is one), reviews
of the RMP; on reactive management desktop reviews alone. Left out: travel, the second officer's time, which the
unit shares, the supervisor's reviews, and what is overdue now. Nobody away or sought brings visits, so such a
person brings nothing until found or back.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.offender import Offender
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_reactive, is_worked_with

_DAYS_A_YEAR = 365.25
_MONTHS_A_YEAR = 12


def yearly_minutes(case: Case, policy: PlanningPolicy, as_of: date) -> int:
    """The whole minutes a year, rounded."""
    if not is_worked_with(case, as_of):
        return 0
    if is_reactive(case, as_of):
        return round(_reactive_minutes(policy))
    return round(_active_minutes(case.offender, policy))


def _active_minutes(offender: Offender, policy: PlanningPolicy) -> float:
    visits = _DAYS_A_YEAR / visit_interval(offender, policy).days
    assessments = _MONTHS_A_YEAR / policy.arms_cycle
    in_one_trip = min(visits, assessments)
    visit = policy.preparation + policy.on_site[offender.risk_level] + policy.write_up
    reviews = _MONTHS_A_YEAR / policy.rmp_review[offender.risk_level]
    return (visits - in_one_trip) * visit + assessments * policy.arms_total + reviews * policy.rmp_review_work


def _reactive_minutes(policy: PlanningPolicy) -> float:
    minutes = _MONTHS_A_YEAR / policy.reactive_duties_review * policy.desktop_review
    if policy.reactive_duties_arms_renewal:
        minutes += _MONTHS_A_YEAR / policy.arms_cycle * policy.arms_total
    return minutes
