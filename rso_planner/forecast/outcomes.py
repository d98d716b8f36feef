"""What a planned week comes to: people seen or not, assessments and reviews done, moves decided.

Each outcome is written into the person's case as the fact that it is, and the rules then move the clocks.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import numpy as np

from rso_planner.domain.arms import ArmsAssessment, ArmsPriority
from rso_planner.domain.decision import Decision, DecisionKind
from rso_planner.domain.management.reactive_eligibility import ReactiveReview, review_for_reactive
from rso_planner.domain.offender import ManagementStatus
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.scenario import Backlog, Demand
from rso_planner.domain.visit import Visit, VisitOutcome
from rso_planner.forecast.chance import Draws, Luck, Subject, luck_of
from rso_planner.forecast.fluid_week import PlannedTrip, PlannedWork
from rso_planner.forecast.population import DutyKind, Population

_MID_WEEK = timedelta(days=2)
_RISKS = tuple(RiskLevel)
_LOW = _RISKS.index(RiskLevel.LOW)
_FORECAST = "forecast"
_LEADS_TO = {
    DecisionKind.TO_ACTIVE: ManagementStatus.ACTIVE,
    DecisionKind.TO_REACTIVE: ManagementStatus.REACTIVE,
}
_REVIEWED_ON = {
    DutyKind.RMP_REVIEW: "rmp_reviewed_on",
    DutyKind.SUPERVISOR_REVIEW: "supervisor_reviewed_on",
    DutyKind.DESKTOP_REVIEW: "desktop_reviewed_on",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOutcome:
    """What was done in a week, and who has changed by it."""

    changed: frozenset[int]
    visits: int
    attempts: int
    assessments: int
    to_reactive: int
    to_active: int


def carry_out(
    population: Population,
    work: PlannedWork,
    policy: PlanningPolicy,
    demand: Demand,
    draws: Draws,
    attempts: Draws,
    week_on: date,
) -> WeekOutcome:
    """Do the week's work; whether a person is seen is the number of the person's attempt."""
    on = week_on + _MID_WEEK
    seen = [trip for trip in work.trips if _record_trip(population, trip, demand, attempts, on)]
    to_active = sum(_review(population, person, kind, demand, draws, on) for person, kind in work.reviews)
    assessed = [trip.person for trip in seen if trip.with_assessment]
    moved = list(_decide_moves(population, assessed, policy, demand, draws, on))
    return WeekOutcome(
        changed=frozenset([trip.person for trip in work.trips] + [person for person, _ in work.reviews] + moved),
        visits=len(seen),
        attempts=len(work.trips) - len(seen),
        assessments=len(assessed),
        to_reactive=len(moved),
        to_active=to_active,
    )


def _record_trip(population: Population, trip: PlannedTrip, demand: Demand, attempts: Draws, on: date) -> bool:
    """Make the trip; tell whether the person is seen."""
    attempt = population.attempts[trip.person]
    population.attempts[trip.person] += 1
    is_seen = luck_of(attempts, trip.person, attempt, Luck.SEEN) < demand.visit_success
    result = luck_of(attempts, trip.person, attempt, Luck.ARMS_RESULT)
    _record(population, trip.person, on, is_seen=is_seen)
    if is_seen and trip.with_assessment:
        _record_assessment(population, trip.person, demand, result, on)
    return is_seen


def _record(population: Population, person: int, on: date, *, is_seen: bool) -> None:
    case = population.cases[person]
    visit = Visit(
        visit_id=f"{_FORECAST} {on}",
        offender_id=case.offender.offender_id,
        started_at=datetime.combine(on, time(12)),
        outcome=VisitOutcome.SEEN if is_seen else VisitOutcome.NOT_SEEN,
        officer_id=case.offender.officer_id or _FORECAST,
    )
    population.cases[person] = replace(case, visits=(*case.visits, visit))


def _record_assessment(population: Population, person: int, demand: Demand, result: float, on: date) -> None:
    case = population.cases[person]
    is_low = result < demand.arms_low[case.offender.risk_level]
    assessment = ArmsAssessment(
        assessment_id=f"{_FORECAST} {on}",
        offender_id=case.offender.offender_id,
        assessed_on=on,
        completed_on=on,
        priority=ArmsPriority.LOW if is_low else ArmsPriority.MEDIUM,
    )
    population.cases[person] = replace(case, assessments=(*case.assessments, assessment))


def _review(population: Population, person: int, kind: DutyKind, demand: Demand, draws: Draws, on: date) -> bool:
    """Do a review; tell whether it brings the person back to active management."""
    if kind in _REVIEWED_ON:
        population.change_offender(person, **{_REVIEWED_ON[kind]: on})
        return False
    returns = bool(draws[person, Subject.DECISION] < demand.reactive_return)
    _decide(population, person, DecisionKind.TO_ACTIVE if returns else DecisionKind.STAY, on)
    return returns


def _decide(population: Population, person: int, kind: DecisionKind, on: date) -> None:
    case = population.cases[person]
    decision = Decision(
        decision_id=f"{_FORECAST} {on}",
        offender_id=case.offender.offender_id,
        decided_on=on,
        decision=kind,
        authorised_by=_FORECAST,
        reason=_FORECAST,
        officer_satisfied=kind is DecisionKind.TO_REACTIVE or None,
    )
    population.cases[person] = replace(case, decisions=(*case.decisions, decision))
    if kind in _LEADS_TO:
        population.change_offender(person, management=_LEADS_TO[kind], management_since=on)


def people_to_consider(population: Population, on: date) -> list[int]:
    """The active people of low risk in the community whose current assessment is low."""
    count = len(population)
    wanted = (
        population.is_in_community[:count]
        & ~population.is_reactive[:count]
        & population.arms_low[:count]
        & (population.arms_current_until[:count] >= on.toordinal())
        & (population.risk[:count] == _LOW)
    )
    return [int(person) for person in np.flatnonzero(wanted)]


def move_to_reactive(
    population: Population, people: Iterable[int], policy: PlanningPolicy, demand: Demand, draws: Draws, on: date
) -> list[int]:
    """Decide the move of those who meet every criterion but the officer's word, at the rate of acceptance."""
    return list(_decide_moves(population, people, policy, demand, draws, on))


def _decide_moves(
    population: Population, people: Iterable[int], policy: PlanningPolicy, demand: Demand, draws: Draws, on: date
) -> Iterable[int]:
    if not demand.reactive_acceptance:
        return
    for person in people:
        case = population.cases[person]
        if case.offender.risk_level is not RiskLevel.LOW:
            continue
        if draws[person, Subject.DECISION] < demand.reactive_acceptance and _may_move(
            review_for_reactive(case, policy, on)
        ):
            _decide(population, person, DecisionKind.TO_REACTIVE, on)
            yield person


def _may_move(review: ReactiveReview) -> bool:
    return all(each.name == "officer_satisfied" for each in review.missing)


def clear_backlog(population: Population, backlog: Backlog, demand: Demand, draws: Draws, on: date) -> list[int]:
    """Take the drawn shares of the backlog away, as if these people had been seen and assessed on the day."""
    count, today = len(population), on.toordinal()
    drawn = draws[:, Subject.TEMPLATE]
    visits = (population.due[DutyKind.VISIT, :count] < today) & (drawn < backlog.visits_cleared)
    arms = (population.due[DutyKind.ARMS, :count] < today) & (drawn < backlog.arms_cleared)
    cleared = [int(person) for person in np.flatnonzero(visits | arms)]
    for person in cleared:
        _record(population, person, on, is_seen=True)
        if arms[person]:
            _record_assessment(population, person, demand, draws[person, Subject.EVENT_KIND], on)
    return cleared
