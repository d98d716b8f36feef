"""A week planned as if minutes were a fluid: the order of service and the hours, without routes and times.

Work is taken tier by tier, the worth per minute first, until the minutes are used up. What routes, crews and
rosters cost is in two figures that are measured on planned weeks: the minutes of travel of one officer to one
visit, and the share of the plannable minutes that a week's plan can use. docs/forecast-accuracy.md says how far
this is off.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from rso_planner.domain.duties.overdue import extra_days
from rso_planner.domain.lateness import missed_intervals
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.forecast.population import DutyKind, Population
from rso_planner.forecast.staff import StaffWeek

_LAST_DAY_OF_WEEK = 6
_REVIEWS = (
    DutyKind.RMP_REVIEW,
    DutyKind.SUPERVISOR_REVIEW,
    DutyKind.REACTIVE_REVIEW,
    DutyKind.DESKTOP_REVIEW,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Efficiency:
    """What a planned week makes of its hours: measured, never assumed."""

    travel_minutes: float
    usable_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTrip:
    """A person to be visited in the week, with or without the assessment."""

    person: int
    with_assessment: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWork:
    """A week's work; `own_officer_share` is None where the plan names no officers."""

    trips: tuple[PlannedTrip, ...]
    reviews: tuple[tuple[int, DutyKind], ...]
    minutes_used: float
    own_officer_share: float | None = None


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Candidate work as parallel arrays, in the order of service."""

    person: NDArray[np.int64]
    kind: NDArray[np.int64]
    minutes: NDArray[np.float64]


def plan_fluid_week(
    population: Population, staff: StaffWeek, policy: PlanningPolicy, week_on: date, efficiency: Efficiency
) -> PlannedWork:
    """The week's work by the order of service within the hours."""
    costs = _Costs(policy, efficiency)
    pieces = _pieces(population, policy, week_on, costs)
    hours = _Hours(staff, efficiency)
    trips: dict[int, bool] = {}
    reviews: list[tuple[int, DutyKind]] = []
    for person, kind, minutes in zip(
        pieces.person.tolist(), pieces.kind.tolist(), pieces.minutes.tolist(), strict=True
    ):
        if hours.are_used_up(costs.least):
            break
        if kind == DutyKind.VISIT:
            if person not in trips and hours.take(minutes):
                trips[person] = False
        elif kind == DutyKind.ARMS:
            if person in trips:
                if not trips[person] and hours.take_for_arms(costs.added_by_arms, costs.arms_desk):
                    trips[person] = True
            elif hours.take_for_arms(minutes, costs.lead_minutes_of_arms):
                trips[person] = True
        elif hours.take_review(minutes, is_supervisors=kind == DutyKind.SUPERVISOR_REVIEW):
            reviews.append((person, DutyKind(kind)))
    return PlannedWork(
        trips=tuple(PlannedTrip(person=person, with_assessment=arms) for person, arms in trips.items()),
        reviews=tuple(reviews),
        minutes_used=hours.used,
    )


class _Costs:
    """Minutes of each kind of work under a policy."""

    def __init__(self, policy: PlanningPolicy, efficiency: Efficiency) -> None:
        self.on_site = np.array([policy.on_site[risk] for risk in RiskLevel], dtype=float)
        self.travel = efficiency.travel_minutes
        self.visit_desk = float(policy.preparation + policy.write_up)
        self.arms_total = float(policy.arms_total)
        self.review = {
            DutyKind.RMP_REVIEW: policy.rmp_review_work,
            DutyKind.SUPERVISOR_REVIEW: policy.supervisor_review_work,
            DutyKind.REACTIVE_REVIEW: policy.reactive_review_work,
            DutyKind.DESKTOP_REVIEW: policy.desktop_review,
        }
        self.least = float(min(self.review.values()))
        self.arms_desk = self.arms_total - float(self.on_site.min())
        self.added_by_arms = self.arms_desk - self.visit_desk
        self.lead_minutes_of_arms = self.arms_total + self.travel


class _Hours:
    """What is left of the week's minutes."""

    def __init__(self, staff: StaffWeek, efficiency: Efficiency) -> None:
        share = efficiency.usable_share
        self._left = staff.minutes * share
        self._arms_left = (staff.arms_minutes + staff.help_minutes) * share
        self._help_left = staff.help_minutes * share
        self._supervisors_left = staff.supervisor_minutes * share
        self.used = 0.0

    def are_used_up(self, least: float) -> bool:
        return self._left + self._help_left < least

    def take(self, minutes: float) -> bool:
        if minutes > self._left:
            return False
        self._left -= minutes
        self.used += minutes
        return True

    def take_for_arms(self, minutes: float, of_the_lead: float) -> bool:
        if of_the_lead > self._arms_left or minutes > self._left + self._help_left:
            return False
        by_help = min(self._help_left, minutes)
        self._help_left -= by_help
        self._arms_left -= of_the_lead
        self._left -= minutes - by_help
        self.used += minutes
        return True

    def take_review(self, minutes: float, *, is_supervisors: bool) -> bool:
        if is_supervisors:
            if minutes > self._supervisors_left:
                return False
            self._supervisors_left -= minutes
        return self.take(minutes)


def _pieces(population: Population, policy: PlanningPolicy, week_on: date, costs: _Costs) -> _Pieces:
    found = list(_candidates(population, policy, week_on, costs))
    person, kind, tier, worth, minutes = (np.concatenate(part) for part in zip(*found, strict=True))
    order = np.lexsort((person, -worth / minutes, tier))
    return _Pieces(person[order], kind[order], minutes[order])


_Candidates = tuple[
    NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]
]


def _candidates(
    population: Population, policy: PlanningPolicy, week_on: date, costs: _Costs
) -> Iterator[_Candidates]:
    """(person, kind, tier, worth, minutes) of the trips, the assessments and each kind of review."""
    count = len(population)
    due, place = population.due[:, :count], population.has_place[:count]
    until = week_on.toordinal() + _LAST_DAY_OF_WEEK + policy.look_ahead
    worths = _worths(population, policy, week_on, until)
    crew = population.officers_required[:count] * (costs.on_site[population.risk[:count]] + costs.travel)
    visit, retry = DutyKind.VISIT, DutyKind.RETRY
    wanted = np.flatnonzero(place & ((due[visit] <= until) | (due[retry] <= until)))
    tier = np.where(due[visit] <= until, population.tier[visit, :count], population.tier[retry, :count])
    yield (
        wanted,
        np.full(len(wanted), int(visit)),
        tier[wanted],
        (worths[visit] + worths[retry])[wanted],
        (crew + costs.visit_desk)[wanted],
    )
    wanted = np.flatnonzero(place & (due[DutyKind.ARMS] <= until))
    desk = costs.arms_total - costs.on_site[population.risk[:count]]
    yield (
        wanted,
        np.full(len(wanted), int(DutyKind.ARMS)),
        population.tier[DutyKind.ARMS, wanted],
        worths[DutyKind.ARMS][wanted],
        (crew + desk)[wanted],
    )
    for review in _REVIEWS:
        wanted = np.flatnonzero(due[review] <= until)
        yield (
            wanted,
            np.full(len(wanted), int(review)),
            population.tier[review, wanted],
            worths[review][wanted],
            np.full(len(wanted), float(costs.review[review])),
        )


def _worths(population: Population, policy: PlanningPolicy, week_on: date, until: int) -> NDArray[np.float64]:
    """What doing each duty now is worth; less than any overdue one where it is not overdue, 0 where not wanted."""
    count = len(population)
    due = population.due[:, :count]
    late = week_on.toordinal() - due + extra_days(policy)
    weight = np.array([policy.risk_weight[risk] for risk in RiskLevel], dtype=float)[population.risk[:count]]
    nearness = (1.0 + until - due) / (2.0 + until - week_on.toordinal())
    not_yet = policy.not_yet_overdue_worth / policy.absolute_age * np.minimum(1.0, nearness)
    overdue = missed_intervals(np.maximum(late, 0), population.cycle[:, :count], policy)
    worth: NDArray[np.float64] = np.where(due > until, 0.0, weight * np.where(late > 0, overdue, not_yet))
    return worth
