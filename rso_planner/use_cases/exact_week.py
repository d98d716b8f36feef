"""A week of a forecast planned by the weekly planner itself, without the bounds and reasons that nobody reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import floor

from rso_planner.domain.due import find_force_tasks
from rso_planner.domain.force import Force
from rso_planner.domain.officer import Duty
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import ASSESSMENT_KINDS, DESK_KINDS, TaskKind
from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.forecast.fluid_week import Efficiency, PlannedTrip, PlannedWork
from rso_planner.forecast.population import DutyKind, Population
from rso_planner.forecast.staff import StaffWeek
from rso_planner.planning.build_problem import build_problem
from rso_planner.planning.officer_weeks import officer_weeks
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.solve import plan_plainly
from rso_planner.use_cases.unit_roster import UnitRoster

_REVIEWS: Mapping[TaskKind, DutyKind] = {
    TaskKind.RMP_REVIEW: DutyKind.RMP_REVIEW,
    TaskKind.SUPERVISOR_REVIEW: DutyKind.SUPERVISOR_REVIEW,
    TaskKind.REACTIVE_REVIEW: DutyKind.REACTIVE_REVIEW,
    TaskKind.DESKTOP_REVIEW: DutyKind.DESKTOP_REVIEW,
}


@dataclass(frozen=True, slots=True)
class ExactWeek:
    """Plans weeks with the weekly planner; `turns` of its search follow the first plan of each."""

    force: Force
    roster: UnitRoster
    first_week: date
    turns: int
    seed: int

    def __call__(
        self, population: Population, staff: StaffWeek, policy: PlanningPolicy, week_on: date
    ) -> PlannedWork:
        """The work of the week that starts on the Monday."""
        problem, plan = self.plan(population, staff, policy, week_on)
        return _work_of(population, problem, plan)

    def measure_efficiency(
        self, population: Population, staff: StaffWeek, policy: PlanningPolicy, week_on: date
    ) -> Efficiency:
        """What the weekly planner makes of the hours of a week: the figures that the fast mode needs."""
        problem, plan = self.plan(population, staff, policy, week_on)
        if not plan.assignments:
            return Efficiency(travel_minutes=0.0, usable_share=1.0)
        weeks = officer_weeks(problem, plan)
        out = sum(len(each.officer_ids) for each in plan.assignments if _is_trip(each))
        plannable = sum(each.plannable_minutes for each in weeks)
        return Efficiency(
            travel_minutes=sum(each.travel_minutes for each in weeks) / out if out else 0.0,
            usable_share=sum(each.used_minutes for each in weeks) / plannable if plannable else 1.0,
        )

    def plan(
        self, population: Population, staff: StaffWeek, policy: PlanningPolicy, week_on: date
    ) -> tuple[PlanningProblem, VisitPlan]:
        """The problem of the week and its plan."""
        number = (week_on - self.first_week).days // 7 + 1
        force = replace(
            self.force,
            extracted_on=week_on,
            cases=tuple(sorted(population.cases, key=lambda case: case.offender.offender_id)),
            officers=tuple(each.officer for each in staff.officers),
            duties=tuple(self._duties(staff, number)),
            absences=(),
        )
        problem = build_problem(force, find_force_tasks(force, policy, week_on), policy, week_on, week_on)
        return problem, plan_plainly(problem, turns=self.turns, seed=self.seed)

    def _duties(self, staff: StaffWeek, week: int) -> Iterable[Duty]:
        by_officer: dict[str, list[Duty]] = {}
        for duty in self.roster.duties_in(week):
            by_officer.setdefault(duty.officer_id, []).append(duty)
        for each in staff.officers:
            mine = by_officer.get(each.rostered_as, [])
            whole = sum(duty.plannable_minutes for duty in mine)
            for duty in mine:
                longest = _length(duty)
                minutes = min(longest, floor(duty.plannable_minutes * each.minutes / whole)) if whole else 0
                yield replace(duty, officer_id=each.officer.officer_id, plannable_minutes=minutes)


def _length(duty: Duty) -> int:
    starts, ends = duty.starts_at, duty.ends_at
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute


def _is_trip(assignment: Assignment) -> bool:
    return DESK_KINDS.isdisjoint(assignment.kinds)


def _work_of(population: Population, problem: PlanningProblem, plan: VisitPlan) -> PlannedWork:
    number_of = {case.offender.offender_id: number for number, case in enumerate(population.cases)}
    trips = [each for each in plan.assignments if _is_trip(each)]
    by_own = sum(
        each.lead_id == population.cases[number_of[each.offender_id]].offender.officer_id for each in trips
    )
    minutes = sum(each.used_minutes for each in officer_weeks(problem, plan))
    return PlannedWork(
        trips=tuple(
            PlannedTrip(
                person=number_of[each.offender_id],
                with_assessment=not ASSESSMENT_KINDS.isdisjoint(each.kinds),
            )
            for each in trips
        ),
        reviews=tuple(
            (number_of[each.offender_id], _REVIEWS[each.kinds[0]])
            for each in plan.assignments
            if not _is_trip(each)
        ),
        minutes_used=float(minutes),
        own_officer_share=by_own / len(trips) if trips else None,
    )
