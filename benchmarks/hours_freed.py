"""How many officer-hours due date order needs for what the planner does with those there are.

Officers are hired a day at a time: copies of the unit's own, from the first officer's Monday on. The number of
days is found by halving; due date order is not quite monotonous, so it is right within a day or two.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count, islice

from benchmarks.benchmark_week import BenchmarkWeek
from benchmarks.peers.due_date_order import plan_by_due_date
from rso_planner.domain.visit_plan import VisitPlan
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.problem import OfficerDay, PlannedOfficer, PlanningProblem, Tier
from rso_planner.planning.travel import base_of

MOST_COPIES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursFreed:
    """The hours that there are, and those that due date order needs; None where many times as many are too few."""

    hours: float
    hours_in_due_date_order: float | None

    @property
    def freed(self) -> float | None:
        """The difference."""
        return None if self.hours_in_due_date_order is None else self.hours_in_due_date_order - self.hours


def task_worth(problem: PlanningProblem, plan: VisitPlan, tier: Tier) -> int:
    """The worth of the tier's tasks that the plan places: the risk-weighted lateness that it removes there."""
    placed = {task_id for assignment in plan.assignments for task_id in assignment.task_ids}
    return sum(task.worth for task in problem.task_by_id.values() if task.tier is tier and task.task_id in placed)


def find_hours_freed(
    week: BenchmarkWeek, target: int, value: Callable[[PlanningProblem, VisitPlan], int]
) -> HoursFreed:
    """The hours at which due date order reaches the target, by the given measure of a plan."""

    def is_enough(days: int) -> bool:
        larger = replace(week, problem=hire_days(week.problem, days))
        return value(larger.problem, make_plan(plan_by_due_date(larger))) >= target

    hours = _hours(week.problem)
    most = MOST_COPIES * sum(len(officer.days) for officer in week.problem.officers)
    if not is_enough(most):
        return HoursFreed(hours=hours, hours_in_due_date_order=None)
    too_few, enough = -1, most
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if is_enough(middle):
            enough = middle
        else:
            too_few = middle
    return HoursFreed(hours=hours, hours_in_due_date_order=_hours(hire_days(week.problem, enough)))


def hire_days(problem: PlanningProblem, days: int) -> PlanningProblem:
    """The same week with so many more officer-days, worked by copies of the officers."""
    copies: dict[str, PlannedOfficer] = {}
    kept_from = set(problem.officers_kept_from_people)
    places = dict(problem.travel.place_by_stop)
    for officer, copy_id, day in islice(_days_for_hire(problem), days):
        known = copies.get(copy_id) or replace(officer, officer_id=copy_id, days={})
        copies[copy_id] = replace(known, days={**known.days, day.on: replace(day, officer_id=copy_id)})
        places[base_of(copy_id)] = places[base_of(officer.officer_id)]
        kept_from |= {
            (copy_id, whom) for who, whom in problem.officers_kept_from_people if who == officer.officer_id
        }
    return replace(
        problem,
        officers=tuple(sorted((*problem.officers, *copies.values()), key=lambda each: each.officer_id)),
        travel=replace(problem.travel, place_by_stop=places),
        officers_kept_from_people=frozenset(kept_from),
    )


def _days_for_hire(problem: PlanningProblem) -> Iterator[tuple[PlannedOfficer, str, OfficerDay]]:
    """(officer, the copy's identifier, day) without end: every day of every officer once, then once more."""
    for number in count(1):
        for on in problem.days:
            for officer in problem.officers:
                if on in officer.days:
                    yield officer, f"{officer.officer_id}+{number}", officer.days[on]


def _hours(problem: PlanningProblem) -> float:
    return sum(officer.week_minutes for officer in problem.officers) / 60
