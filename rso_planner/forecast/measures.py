"""A week's figures: who is overdue, how the ARMS stand, hours, ratios and moves."""

from datetime import date

import numpy as np

from rso_planner.domain.duties.overdue import extra_days
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.year_result import WeekMeasures
from rso_planner.forecast.fluid_week import Efficiency, PlannedWork
from rso_planner.forecast.outcomes import WeekOutcome
from rso_planner.forecast.population import NEVER, DutyKind, Population
from rso_planner.forecast.staff import StaffWeek

_MINUTES_AN_HOUR = 60
_DAYS_A_YEAR = 365.25
_DAYS_A_WEEK = 7


def measure(
    population: Population,
    staff: StaffWeek,
    work: PlannedWork,
    outcome: WeekOutcome,
    policy: PlanningPolicy,
    efficiency: Efficiency,
    end_on: date,
) -> WeekMeasures:
    """The figures on the day after the week's last."""
    count = len(population)
    registered, at_home = population.is_registered[:count], population.is_in_community[:count]
    late = end_on.toordinal() - population.due[:, :count] + extra_days(policy)
    late_visits = np.where(registered, late[DutyKind.VISIT], 0)
    overdue = late_visits > 0
    by_risk = np.bincount(population.risk[:count][overdue], minlength=len(RiskLevel))
    people = int(at_home.sum())
    active = int((at_home & ~population.is_reactive[:count]).sum())
    current = at_home & (population.arms_current_until[:count] >= end_on.toordinal())
    fte = staff.fte or float("nan")
    return WeekMeasures(
        overdue_by_risk=(int(by_risk[0]), int(by_risk[1]), int(by_risk[2]), int(by_risk[3])),
        oldest_days=int(late_visits.max(initial=0)),
        arms_overdue=int((registered & (late[DutyKind.ARMS] > 0)).sum()),
        arms_ever_share=float((at_home & population.arms_ever[:count]).sum()) / max(1, people),
        arms_current_share=float(current.sum()) / max(1, people),
        in_community=people,
        reactive=people - active,
        hours_used=work.minutes_used / _MINUTES_AN_HOUR,
        hours_available=(staff.minutes + staff.help_minutes) / _MINUTES_AN_HOUR,
        officers=staff.fte,
        people_to_officer=people / fte,
        active_to_officer=active / fte,
        visits_a_year=visits_a_year(population),
        workload=_workload(population, staff, policy, efficiency),
        visits=outcome.visits,
        attempts=outcome.attempts,
        assessments=outcome.assessments,
        to_reactive=outcome.to_reactive,
        to_active=outcome.to_active,
        own_officer_share=work.own_officer_share,
    )


def visits_a_year(population: Population) -> float:
    """The visits that the intervals of everybody who is to be visited ask for in a year."""
    count = len(population)
    has_visits = population.due[DutyKind.VISIT, :count] < NEVER
    return float((_DAYS_A_YEAR / population.cycle[DutyKind.VISIT, :count])[has_visits].sum())


def _workload(population: Population, staff: StaffWeek, policy: PlanningPolicy, efficiency: Efficiency) -> float:
    """The hours that routine visits and ARMS of everybody ask for in a week, over the hours of the staff."""
    count = len(population)
    on_site = np.array([policy.on_site[risk] for risk in RiskLevel], dtype=float)[population.risk[:count]]
    crew = population.officers_required[:count] * (on_site + efficiency.travel_minutes)
    has_visits = population.due[DutyKind.VISIT, :count] < NEVER
    visits = ((crew + policy.preparation + policy.write_up) / population.cycle[DutyKind.VISIT, :count])[has_visits]
    arms_desk = policy.arms_total - on_site - policy.preparation - policy.write_up
    has_arms = population.due[DutyKind.ARMS, :count] < NEVER
    arms = (arms_desk / _DAYS_A_YEAR)[has_arms]
    minutes = _DAYS_A_WEEK * float(visits.sum() + arms.sum())
    return minutes / staff.minutes if staff.minutes else float("nan")
