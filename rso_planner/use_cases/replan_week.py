"""Re-plan a week that was issued: what is over stays, what holds stays, and every change has its reason."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.force import Force
from rso_planner.domain.issued_plan import IssuedPlan
from rso_planner.domain.officer import Absence
from rso_planner.domain.plan_changes import PlanChange, compare_plans
from rso_planner.domain.planned_week import PlannedWeek, is_desk_work
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.files.plan_json import read_plan_document
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.replan import replan
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.issued_plans import load_issued_plans
from rso_planner.storage.recording import save_absence
from rso_planner.use_cases.force_on_a_day import ForceOnADay
from rso_planner.use_cases.issue_plan import NothingToIssueError
from rso_planner.use_cases.plan_week import gather_planned_week, save_planned_week
from rso_planner.use_cases.recording import Asking, recorded_act
from rso_planner.use_cases.week_problem import WeekProblem, get_week_problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplanWish:
    """Which week to re-plan, from which day on, and the news: who is absent, and whose trips must stay."""

    week: date
    as_of: date | None = None
    policy_file: Path | None = None
    absences: tuple[Absence, ...] = ()
    pinned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplannedWeek:
    """The plan of the days to come, beside those of the issued version that are over.

    `past` is what is over or under way: an officer who has made a visit on the as-of day does that day's work, and
    so do those who go along. `changes` are all differences from the issued version in the rest of the week, `kept`
    counts what stays as it was there.
    `not_recorded` are past trips of which no visit is recorded: nobody knows whether they were made, so their work
    is not planned again until an outcome is recorded.
    """

    planned: PlannedWeek
    issued: IssuedPlan
    past: tuple[Assignment, ...]
    changes: tuple[PlanChange, ...]
    kept: int
    not_recorded: tuple[Assignment, ...]


def replan_week(asking: Asking, wish: ReplanWish) -> ReplannedWeek:
    """Repair the issued plan with the fewest changes and keep the new plan, ready to be issued.

    The absences are kept in the store, whatever becomes of the plan; the next extract says anew who is absent.

    Raises:
        NothingToIssueError: the week has no issued plan.
        WrongUseError: an absence or a pin is about somebody whom the force or the plan does not know.
    """
    issued = _take_news(asking, wish)
    found = get_week_problem(asking, "replan", wish.week, wish.as_of, wish.policy_file)
    plan, left_out = read_plan_document(json.loads(issued.content))
    over = tuple(each for each in plan.assignments if _is_over(found.known, each))
    out = _officers_out(found.known, plan)
    under_way = tuple(each for each in plan.assignments if each not in over and _is_under_way(found, each, out))
    past = (*over, *under_way)
    held = VisitPlan(week=wish.week, assignments=tuple(each for each in plan.assignments if each not in past))
    _check_pins(held, wish.pinned)
    not_recorded = tuple(
        each for each in over if not is_desk_work(each) and not _is_recorded(found.known.force, each)
    )
    problem = _without_tasks(found.problem, (*not_recorded, *under_way))
    found = replace(found, problem=_without_day(problem, found.known.as_of, out))
    known = {task_id for each in plan.assignments for task_id in each.task_ids} | set(left_out)
    made = replan(found.problem, held, known, wish.pinned, found.known.policy.replan_tolerance)
    planned = gather_planned_week(found, made.result)
    save_planned_week(asking, "replan", planned, past)
    changes = compare_plans(held, made.plan, check_plan(found.problem, held))
    gone_or_changed = sum(each.before is not None for each in changes)
    return ReplannedWeek(
        planned=planned,
        issued=issued,
        past=past,
        changes=changes,
        kept=len(held.assignments) - gone_or_changed,
        not_recorded=not_recorded,
    )


def _take_news(asking: Asking, wish: ReplanWish) -> IssuedPlan:
    with recorded_act(asking, "replan") as act:
        issued = load_issued_plans(act.connection, wish.week)
        if not issued:
            raise NothingToIssueError(
                f"No plan of the week of {wish.week} was issued: there is nothing to keep. Make one with `plan`."
            )
        officers = {officer.officer_id for officer in load_force(act.connection).officers}
        for absence in wish.absences:
            if absence.officer_id not in officers:
                raise WrongUseError(f"The force has no officer {absence.officer_id}.")
            save_absence(act.connection, absence, asking.now)
        act.record(
            AuditAction.ALTERATION if wish.absences else AuditAction.CONSULTATION,
            people=0,
            scope="officers' absences" if wish.absences else "a plan",
            detail=f"{len(wish.absences)} absences for the week {wish.week}",
        )
    return issued[-1]


def _without_tasks(problem: PlanningProblem, trips: Iterable[Assignment]) -> PlanningProblem:
    """The problem without the work of these trips."""
    gone = {task_id for each in trips for task_id in each.task_ids}
    people = (
        replace(person, tasks=tuple(task for task in person.tasks if task.task_id not in gone))
        for person in problem.people
    )
    return replace(problem, people=tuple(person for person in people if person.tasks))


def _check_pins(held: VisitPlan, pinned: tuple[str, ...]) -> None:
    planned = {each.offender_id for each in held.assignments if not is_desk_work(each)}
    for offender_id in pinned:
        if offender_id not in planned:
            raise WrongUseError(f"{offender_id} has no trip in the rest of the issued plan that could be pinned.")


def _is_over(known: ForceOnADay, assignment: Assignment) -> bool:
    """Tell whether the day is over, or its visit is already recorded on the as-of day."""
    is_made_today = assignment.on == known.as_of and not is_desk_work(assignment)
    return assignment.on < known.as_of or (is_made_today and _is_recorded(known.force, assignment))


def _officers_out(known: ForceOnADay, plan: VisitPlan) -> frozenset[str]:
    """The officers with a visit recorded on the as-of day, and in turn those who go along on that day's trips."""
    today = [each for each in plan.assignments if each.on == known.as_of and not is_desk_work(each)]
    out = {
        officer_id
        for case in known.force.cases
        for visit in case.visits
        if visit.started_at.date() == known.as_of
        for officer_id in (visit.officer_id, visit.second_officer_id)
        if officer_id is not None
    }
    while True:
        beside = {
            officer_id for each in today if not out.isdisjoint(each.officer_ids) for officer_id in each.officer_ids
        }
        if beside <= out:
            return frozenset(out)
        out |= beside


def _is_under_way(found: WeekProblem, assignment: Assignment, out: frozenset[str]) -> bool:
    """Tell whether officers who are out today have the work before them, and none of them is absent."""
    as_of, absences = found.known.as_of, found.known.force.absences
    is_absent = any(each.officer_id in assignment.officer_ids and each.covers(as_of) for each in absences)
    return assignment.on == as_of and out.issuperset(assignment.officer_ids) and not is_absent


def _without_day(problem: PlanningProblem, on: date, officer_ids: frozenset[str]) -> PlanningProblem:
    """The problem without the day of these officers."""
    officers = (
        replace(each, days={day: mine for day, mine in each.days.items() if day != on})
        if each.officer_id in officer_ids
        else each
        for each in problem.officers
    )
    return replace(problem, officers=tuple(officers))


def _is_recorded(force: Force, trip: Assignment) -> bool:
    case = next((each for each in force.cases if each.offender.offender_id == trip.offender_id), None)
    return case is not None and any(visit.started_at.date() == trip.on for visit in case.visits)
