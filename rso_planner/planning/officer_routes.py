"""The way each officer goes in a plan: per day and outing from base through the visits and back.

Read from the plan alone. No solver decides by it, so that `check_plan` cannot share a solver's error.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.assigned_work import end_minute, is_trip, length_minutes, start_minute
from rso_planner.planning.problem import OfficerDay, Outing, PlanningProblem
from rso_planner.planning.travel import Stop, base_of, home_of

_NO_OUTING = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutedVisit:
    """A trip as one stop of an officer's route; `index` is its place in the plan's assignments."""

    index: int
    assignment: Assignment
    leg_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerRoute:
    """One officer's visits of one outing in order of time; `outing` is None for time outside every outing."""

    officer_id: str
    on: date
    outing: Outing | None
    visits: tuple[RoutedVisit, ...]
    way_back_minutes: int

    @property
    def on_site_minutes(self) -> int:
        """Time on site; a visit that ends before it starts counts nothing."""
        return sum(max(0, length_minutes(visit.assignment)) for visit in self.visits)

    @property
    def travel_minutes(self) -> int:
        """Every leg and the way back to base."""
        return sum(visit.leg_minutes for visit in self.visits) + self.way_back_minutes


def officer_routes(problem: PlanningProblem, plan: VisitPlan) -> tuple[OfficerRoute, ...]:
    """The routes of the problem's officers, by officer, day and outing; unknown officers have none."""
    visits: dict[tuple[str, date, int], list[int]] = {}
    for index, assignment in enumerate(plan.assignments):
        if not is_trip(problem, assignment):
            continue
        for officer_id in dict.fromkeys(assignment.officer_ids):
            if officer_id in problem.officer_by_id:
                day = problem.officer_by_id[officer_id].days.get(assignment.on)
                key = (officer_id, assignment.on, _outing_number(day, assignment))
                visits.setdefault(key, []).append(index)
    return tuple(_route(problem, plan, key, visits[key]) for key in sorted(visits))


def _outing_number(day: OfficerDay | None, assignment: Assignment) -> int:
    """The outing whose row holds the time on site, else the one in which it starts."""
    outings = day.outings if day else ()
    start, end = start_minute(assignment), end_minute(assignment)
    for number, outing in enumerate(outings):
        if outing.is_on_duty(start, end):
            return number
    for number, outing in enumerate(outings):
        if outing.starts_at <= start < outing.ends_at:
            return number
    return _NO_OUTING


def _route(
    problem: PlanningProblem, plan: VisitPlan, key: tuple[str, date, int], indexes: Sequence[int]
) -> OfficerRoute:
    officer_id, on, number = key
    base = here = base_of(officer_id)
    visits = []
    for index in sorted(indexes, key=lambda each: _by_time(plan.assignments[each])):
        assignment = plan.assignments[index]
        home = _find_home(problem, assignment)
        leg = problem.travel.minutes(here, home) if home else 0
        visits.append(RoutedVisit(index=index, assignment=assignment, leg_minutes=leg))
        here = home or here
    day = problem.officer_by_id[officer_id].days.get(on)
    return OfficerRoute(
        officer_id=officer_id,
        on=on,
        outing=day.outings[number] if day and number != _NO_OUTING else None,
        visits=tuple(visits),
        way_back_minutes=0 if here == base else problem.travel.minutes(here, base),
    )


def _find_home(problem: PlanningProblem, assignment: Assignment) -> Stop | None:
    # Without a place there is no leg to count: the rules known_place and tasks_of_the_week name such a visit.
    person = problem.person_by_id.get(assignment.offender_id)
    return home_of(person.offender_id) if person and person.has_place else None


def _by_time(assignment: Assignment) -> tuple[int, int, str]:
    return start_minute(assignment), end_minute(assignment), assignment.offender_id
