"""The week's problem from a force, its tasks and the policy."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from rso_planner.domain.case import Case
from rso_planner.domain.duties.arms_with_visit import is_made_in_the_arms_trip
from rso_planner.domain.duties.officers_required import officers_required
from rso_planner.domain.duties.unannounced_pattern import is_due_an_evening_visit, slots_to_avoid
from rso_planner.domain.force import Force
from rso_planner.domain.officer import OffenderManager, OfficerRole, minute_of_day
from rso_planner.domain.place import Place
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.separation import SeparationKind
from rso_planner.domain.task import ASSESSMENT_KINDS, ROUTINE_VISIT_KINDS, Task, TaskKind, TaskOwner
from rso_planner.planning.day_so_far import DaySoFar, days_so_far, left_of_day
from rso_planner.planning.problem import Person, PlannedOfficer, PlanningProblem
from rso_planner.planning.roster import officer_days
from rso_planner.planning.travel import Stop, TravelTimes, base_of, home_of
from rso_planner.planning.worth import POINTS, plan_task

_LAST_MINUTE = 24 * 60 - 1


def build_problem(
    force: Force, tasks: Iterable[Task], policy: PlanningPolicy, week: date, as_of: date
) -> PlanningProblem:
    """Build the problem of the week that starts on the Monday `week`.

    Days before `as_of` are not planned, and of that day only what its recorded visits leave.
    """
    by_person: dict[str, list[Task]] = {}
    for task in tasks_of_the_week(tasks, policy, week):
        by_person.setdefault(task.offender_id, []).append(task)
    cases = [case for case in force.cases if case.offender.offender_id in by_person]
    travel = _travel_times(force, policy)
    so_far = days_so_far(force, policy, travel, as_of)
    return PlanningProblem(
        week=week,
        officers=tuple(
            _planned_officer(force, officer, policy, week, as_of, so_far.get(officer.officer_id))
            for officer in force.officers
        ),
        people=tuple(_person(case, by_person[case.offender.offender_id], policy, as_of, week) for case in cases),
        travel=travel,
        review_minutes=review_minutes(policy),
        points_a_unit=POINTS,
        own_officer_preferred=policy.own_officer_leads == "preferred",
        officers_kept_from_people=_pairs(force, SeparationKind.OFFICER_OFFENDER),
        officers_kept_apart=_sorted_pairs(force, SeparationKind.OFFICERS),
        people_kept_apart=_sorted_pairs(force, SeparationKind.OFFENDERS),
    )


def last_due_day(week: date, policy: PlanningPolicy) -> date:
    """The day up to which due tasks belong to the week's problem: its Sunday and the look-ahead."""
    return week + timedelta(days=6 + policy.look_ahead)


def tasks_of_the_week(tasks: Iterable[Task], policy: PlanningPolicy, week: date) -> tuple[Task, ...]:
    """The police's tasks due by the end of the look-ahead, and the visits that an ARMS trip makes as well."""
    ours = [task for task in tasks if task.owner is TaskOwner.POLICE]
    until = last_due_day(week, policy)
    assessed = {task.offender_id for task in ours if task.kind in ASSESSMENT_KINDS and task.due_on <= until}
    return tuple(
        task
        for task in ours
        if task.due_on <= until
        or (
            task.kind in ROUTINE_VISIT_KINDS
            and task.offender_id in assessed
            and is_made_in_the_arms_trip(task, week, policy)
        )
    )


def review_minutes(policy: PlanningPolicy) -> Mapping[TaskKind, int]:
    """The desk minutes of each kind of review."""
    return {
        TaskKind.RMP_REVIEW: policy.rmp_review_work,
        TaskKind.SUPERVISOR_REVIEW: policy.supervisor_review_work,
        TaskKind.REACTIVE_REVIEW: policy.reactive_review_work,
        TaskKind.DESKTOP_REVIEW: policy.desktop_review,
    }


def _planned_officer(
    force: Force,
    officer: OffenderManager,
    policy: PlanningPolicy,
    week: date,
    as_of: date,
    so_far: DaySoFar | None,
) -> PlannedOfficer:
    days = dict(officer_days(force, officer, policy, week, as_of))
    if so_far is not None and as_of in days:
        left = left_of_day(days.pop(as_of), so_far)
        days = days if left is None else {as_of: left, **days}
    return PlannedOfficer(
        officer_id=officer.officer_id,
        area=officer.area,
        may_lead=officer.may_lead,
        visit_trained=officer.visit_trained,
        arms_trained=officer.arms_trained,
        is_supervisor=officer.role is OfficerRole.SUPERVISOR,
        can_review=officer.role in (OfficerRole.SUPERVISOR, OfficerRole.OFFENDER_MANAGER),
        days=days,
    )


def _person(case: Case, tasks: Iterable[Task], policy: PlanningPolicy, as_of: date, week: date) -> Person:
    offender = case.offender
    on_site = policy.on_site[offender.risk_level]
    not_before, not_after = offender.visit_not_before, offender.visit_not_after
    planned = (plan_task(task, policy, as_of, last_due_day(week, policy)) for task in tasks)
    known = case.known_on(as_of)
    return Person(
        offender_id=offender.offender_id,
        tasks=tuple(sorted(planned, key=lambda task: task.task_id)),
        has_place=offender.place is not None,
        own_officer_id=offender.officer_id,
        area=offender.area,
        officers_required=officers_required(offender, policy),
        on_site_minutes=on_site,
        visit_desk_minutes=policy.preparation + policy.write_up,
        assessment_desk_minutes=policy.arms_total - on_site,
        earliest_start=minute_of_day(not_before) if not_before else 0,
        latest_start=minute_of_day(not_after) if not_after else _LAST_MINUTE,
        slots_to_avoid=slots_to_avoid(known, policy),
        is_due_an_evening_visit=is_due_an_evening_visit(known, policy),
    )


def _travel_times(force: Force, policy: PlanningPolicy) -> TravelTimes:
    places: dict[Stop, Place] = {base_of(officer.officer_id): officer.base for officer in force.officers}
    for case in force.cases:
        if case.offender.place is not None:
            places[home_of(case.offender.offender_id)] = case.offender.place
    return TravelTimes(
        place_by_stop=places,
        detour=policy.travel_detour,
        kilometres_an_hour=policy.travel_speed,
        parking_minutes=policy.travel_parking,
        table=force.travel_minutes,
    )


def _pairs(force: Force, kind: SeparationKind) -> frozenset[tuple[str, str]]:
    return frozenset((each.first_id, each.second_id) for each in force.separations if each.kind is kind)


def _sorted_pairs(force: Force, kind: SeparationKind) -> frozenset[tuple[str, str]]:
    return frozenset((min(pair), max(pair)) for pair in _pairs(force, kind))
