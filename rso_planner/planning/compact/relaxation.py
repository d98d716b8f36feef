"""The week without days, routes and crews: whole jobs that take minutes of all officers together.

Each job is one of a person's options (the visit, or the visit with its assessment) or a review. A job takes at
least its time on site, its desk time and the road minutes that every round through it must spend. Whatever a
plan does, it is one choice of jobs here that keeps the same rows; so what no choice reaches, no plan reaches.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from ortools.linear_solver import pywraplp

from rso_planner.domain.task import TaskKind
from rso_planner.planning.compact.greedy import reviewers_of
from rso_planner.planning.compact.least_travel import least_travel_minutes
from rso_planner.planning.compact.score import met_tasks
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.preferences import lead_points, most_start_points
from rso_planner.planning.problem import Tier


@dataclass(frozen=True, slots=True)
class Job:
    """One way of meeting tasks; of the jobs with the same `of` at most one is chosen."""

    of: str
    worths: tuple[int, ...]
    points: int
    minutes: int
    arms_minutes: int
    travel: int


@dataclass(frozen=True, slots=True)
class Row:
    """Sum of coefficients over the chosen jobs <= limit."""

    coefficients: tuple[int, ...]
    limit: int


def make_jobs(index: WeekIndex) -> tuple[Job, ...]:
    """Every job that some crew could do."""
    least = least_travel_minutes(index)
    jobs = [
        _trip_job(index, person, with_assessment, least[person])
        for person in range(len(index.people))
        for with_assessment in (False, True)
        if _is_possible(index, person, with_assessment)
    ]
    for task in index.reviews:
        if reviewers_of(index, task):
            worths = tuple(task.worth if task.tier is tier else 0 for tier in Tier)
            jobs.append(Job(task.task_id, worths, 0, index.problem.review_minutes[task.kind], 0, 0))
    return tuple(jobs)


def _is_possible(index: WeekIndex, person: int, with_assessment: bool) -> bool:
    someone = index.people[person]
    wanted = someone.assessment_tasks if with_assessment else someone.visit_tasks
    enough = len(index.seconds(person)) >= someone.officers_required
    return bool(wanted) and enough and bool(index.leads(person, with_assessment))


def _trip_job(index: WeekIndex, person: int, with_assessment: bool, least_travel: int) -> Job:
    someone = index.people[person]
    met = met_tasks(index, person, with_assessment)
    travel = someone.officers_required * least_travel
    desk = index.desk_minutes(person, with_assessment)
    lead_minutes = someone.on_site_minutes + desk + least_travel
    is_arms = with_assessment and any(task.kind is TaskKind.ARMS for task in someone.assessment_tasks)
    leads = index.leads(person, with_assessment)
    return Job(
        of=f"person {person}",
        worths=tuple(sum(task.worth for task in met if task.tier is tier) for tier in Tier),
        points=max(_most_points(index, person, lead) for lead in leads),
        minutes=someone.officers_required * someone.on_site_minutes + desk + travel,
        arms_minutes=lead_minutes if is_arms else 0,
        travel=travel,
    )


def _most_points(index: WeekIndex, person: int, lead: int) -> int:
    """What a trip with this lead could earn on any day of the week."""
    someone = index.people[person]
    windows = [window for day in range(DAYS_A_WEEK) for window in index.start_windows(person, lead, None, day)]
    latest = max((window.latest for window in windows), default=0)
    return lead_points(index.problem, someone, index.officers[lead]) + most_start_points(someone, latest)


def capacity_rows(index: WeekIndex, jobs: Sequence[Job]) -> list[Row]:
    """The minutes of all officers, and of those who may lead an ARMS."""
    of_arms = sum(
        minutes
        for officer, minutes in zip(index.officers, index.week_minutes, strict=True)
        if officer.arms_trained and officer.may_lead and officer.visit_trained
    )
    return [
        Row(tuple(job.minutes for job in jobs), sum(index.week_minutes)),
        Row(tuple(job.arms_minutes for job in jobs), of_arms),
    ]


def most(jobs: Sequence[Job], gains: Sequence[int], rows: Sequence[Row]) -> int:
    """No choice of jobs that keeps the rows gains more than this whole number.

    The linear program only proposes multipliers; the bound is computed from them in exact fractions, so that
    rounding inside the linear solver can make it weaker and never wrong.
    """
    multipliers = _multipliers(jobs, gains, rows)
    bound = sum((price * row.limit for price, row in zip(multipliers, rows, strict=True)), Fraction(0))
    best_of: dict[str, Fraction] = {}
    for number, job in enumerate(jobs):
        cost = sum(
            (price * row.coefficients[number] for price, row in zip(multipliers, rows, strict=True) if price),
            Fraction(0),
        )
        best_of[job.of] = max(best_of.get(job.of, Fraction(0)), gains[number] - cost)
    return floor(bound + sum(best_of.values(), Fraction(0)))


def _multipliers(jobs: Sequence[Job], gains: Sequence[int], rows: Sequence[Row]) -> list[Fraction]:
    """Dual values of the rows, or zeros when the linear solver finds none; every row is scaled to 1 first."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    chosen = [solver.NumVar(0, 1, "") for _ in jobs]
    constraints = []
    for row in rows:
        scale = _largest(row.coefficients)
        constraint = solver.Constraint(-solver.infinity(), row.limit / scale)
        for variable, coefficient in zip(chosen, row.coefficients, strict=True):
            if coefficient:
                constraint.SetCoefficient(variable, coefficient / scale)
        constraints.append(constraint)
    _choose_one_job_of_each(solver, chosen, jobs)
    gain_scale = _largest(gains)
    objective = solver.Objective()
    for variable, gain in zip(chosen, gains, strict=True):
        objective.SetCoefficient(variable, gain / gain_scale)
    objective.SetMaximization()
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        return [Fraction(0)] * len(rows)
    return [
        Fraction(max(0.0, constraint.dual_value())) * gain_scale / _largest(row.coefficients)
        for constraint, row in zip(constraints, rows, strict=True)
    ]


def _choose_one_job_of_each(
    solver: pywraplp.Solver, chosen: Sequence[pywraplp.Variable], jobs: Sequence[Job]
) -> None:
    groups: dict[str, list[pywraplp.Variable]] = {}
    for variable, job in zip(chosen, jobs, strict=True):
        groups.setdefault(job.of, []).append(variable)
    for variables in groups.values():
        if len(variables) > 1:
            once = solver.Constraint(-solver.infinity(), 1)
            for variable in variables:
                once.SetCoefficient(variable, 1)


def _largest(numbers: Sequence[int]) -> int:
    return max((abs(number) for number in numbers), default=0) or 1
