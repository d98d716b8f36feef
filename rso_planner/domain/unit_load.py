"""What a year of duties takes of the unit, in hours a week, beside the hours that it has for them.

It follows from the policy's minutes and each person's record, as `yearly_work` does for one officer, and counts
what that leaves out: the second officer, the road, the supervisor's reviews. Not counted: what is overdue now,
attempts in vain, first visits, and whatever events bring on top. So it is the least that a year brings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.officers_required import officers_required
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_reactive, is_worked_with

_DAYS_A_YEAR = 365.25
_WEEKS_A_YEAR = _DAYS_A_YEAR / 7
_MONTHS_A_YEAR = 12
_MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLoad:
    """Hours a week of all officers together; `available` is what the unit has for these duties."""

    visits: float
    assessments: float
    reviews: float
    travel: float
    available: float

    @property
    def needed(self) -> float:
        """The hours of all duties."""
        return self.visits + self.assessments + self.reviews + self.travel


def unit_load(
    cases: Iterable[Case], policy: PlanningPolicy, as_of: date, *, travel_minutes: float, available: float
) -> UnitLoad:
    """The load of these people; `travel_minutes` is one officer's way to one visit, `available` hours a week."""
    minutes = [0.0, 0.0, 0.0, 0.0]
    for case in cases:
        if is_worked_with(case, as_of):
            mine = _reactive(policy) if is_reactive(case, as_of) else _active(case, policy, travel_minutes)
            minutes = [total + each for total, each in zip(minutes, mine, strict=True)]
    visits, assessments, reviews, travel = (each / _MINUTES_AN_HOUR / _WEEKS_A_YEAR for each in minutes)
    return UnitLoad(visits=visits, assessments=assessments, reviews=reviews, travel=travel, available=available)


def _active(case: Case, policy: PlanningPolicy, travel_minutes: float) -> tuple[float, float, float, float]:
    """Minutes a year of visits without an assessment, of assessments, of reviews, and on the road."""
    offender = case.offender
    risk, officers = offender.risk_level, officers_required(offender, policy)
    visits = _DAYS_A_YEAR / visit_interval(offender, policy).days
    assessments = _MONTHS_A_YEAR / policy.arms_cycle
    alone = visits - min(visits, assessments)
    on_site = policy.on_site[risk]
    reviews = _MONTHS_A_YEAR / policy.rmp_review[risk] * policy.rmp_review_work
    reviews += _MONTHS_A_YEAR / policy.supervisor_review[risk] * policy.supervisor_review_work
    return (
        alone * (policy.preparation + policy.write_up + officers * on_site),
        assessments * (policy.arms_total + (officers - 1) * on_site),
        reviews,
        (alone + assessments) * officers * travel_minutes,
    )


def _reactive(policy: PlanningPolicy) -> tuple[float, float, float, float]:
    return 0.0, 0.0, _MONTHS_A_YEAR / policy.reactive_duties_review * policy.desktop_review, 0.0
