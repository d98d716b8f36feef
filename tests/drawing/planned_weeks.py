"""Planned weeks of made-up people: a small one that a reader can follow, and a large one drawn by chance."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta

from rso_planner.domain.case import Case
from rso_planner.domain.force import Force
from rso_planner.domain.headline_figures import HeadlineFigures
from rso_planner.domain.offender import ManagementStatus, Offender, RegisterType, Status
from rso_planner.domain.officer import Absence, AbsenceKind, Duty, OffenderManager, OfficerRole
from rso_planner.domain.officer_week import OfficerWeek
from rso_planner.domain.place import Place
from rso_planner.domain.plan_hash import hash_plan
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.risk_level import ByRisk, RiskLevel
from rso_planner.domain.task import DESK_KINDS, Task, TaskKind, make_task_id
from rso_planner.domain.visit_plan import (
    Assignment,
    ObjectiveValue,
    PlanningResult,
    PlanStatus,
    Sense,
    UnplannedReason,
    UnplannedTask,
    VisitPlan,
)

AS_OF = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def make_person(number: int, risk_level: RiskLevel = RiskLevel.MEDIUM, **changes: object) -> Offender:
    """A made-up person with a home."""
    person = Offender(
        offender_id=f"P{number:03}",
        register_type=RegisterType.RSO,
        risk_level=risk_level,
        status=Status.COMMUNITY,
        management=ManagementStatus.ACTIVE,
        registered_on=date(2020, 1, 6),
        family_name=f"Madeup-{number:03}",
        given_names="Zzample",
        place=Place(334_000 + 730 * (number * 7 % 19), 386_000 + 640 * (number * 11 % 23)),
    )
    return replace(person, **changes)  # type: ignore[arg-type]  # the fields are named by the tests


def make_officer(number: int, **changes: object) -> OffenderManager:
    """A made-up officer."""
    officer = OffenderManager(
        officer_id=f"OM-{number:02}",
        name=f"PC Invented-{number:02}",
        role=OfficerRole.OFFENDER_MANAGER,
        contracted_hours=37,
        arms_trained=True,
        visit_trained=True,
        base=Place(338_500, 391_200),
    )
    return replace(officer, **changes)  # type: ignore[arg-type]  # the fields are named by the tests


def make_task(person: Offender, kind: TaskKind, days_late: int = 0) -> Task:
    """A task of the person that is that many days past its due date."""
    return Task(
        task_id=make_task_id(person.offender_id, kind),
        offender_id=person.offender_id,
        kind=kind,
        risk_level=person.risk_level,
        due_on=AS_OF - timedelta(days=days_late),
        cycle_days=91.3,
        rule="visit_interval_table",
        reason="A visit every 3 months; the last completed one was made-up.",
    )


def make_trip(
    person: Offender,
    kinds: Iterable[TaskKind],
    day: int,
    at: str,
    officers: Iterable[OffenderManager],
    minutes: int = 60,
) -> Assignment:
    """A trip or a piece of desk work on a day of the week (0 is Monday) at HH:MM."""
    kinds, officers = tuple(kinds), tuple(officers)
    starts_at = time.fromisoformat(at)
    end = starts_at.hour * 60 + starts_at.minute + minutes
    return Assignment(
        task_ids=tuple(make_task_id(person.offender_id, kind) for kind in kinds),
        kinds=kinds,
        offender_id=person.offender_id,
        on=MONDAY + timedelta(days=day),
        starts_at=starts_at,
        ends_at=time(end // 60, end % 60),
        officer_ids=tuple(officer.officer_id for officer in officers),
        travel_minutes=() if set(kinds) <= DESK_KINDS else tuple(15 + n for n in range(len(officers))),
    )


def make_left_out(task: Task, reason: UnplannedReason, rules: Mapping[str, int] | None = None) -> UnplannedTask:
    """The task as one that the plan leaves out."""
    return UnplannedTask(
        task_id=task.task_id,
        kind=task.kind,
        offender_id=task.offender_id,
        reason=reason,
        rules=rules or {},
        cheapest_change="A second officer on Tuesday 24 November.",
    )


def make_headlines() -> HeadlineFigures:
    """Headline figures that no test draws from the people."""
    return HeadlineFigures(
        as_of=AS_OF,
        registered=2256,
        in_community=1769,
        active=1707,
        reactive=62,
        by_risk=ByRisk(6, 277, 800, 686),
        overdue_visits=98,
        overdue_by_risk=ByRisk(1, 20, 40, 37),
        oldest_days=412,
        overdue_arms=300,
        other_overdue_visits=2,
        other_overdue_arms=1,
        arms_ever=902,
        arms_current=640,
        orders=1157,
        officers_fte=17.7,
        people_to_officer="100:1",
        missing=4,
        wanted=3,
        no_place=2,
    )


def make_planned_week(
    people: Iterable[Offender],
    officers: Iterable[OffenderManager],
    tasks: Iterable[Task],
    assignments: Iterable[Assignment],
    unplanned: Iterable[UnplannedTask] = (),
    absences: Iterable[Absence] = (),
    duties: Iterable[Duty] = (),
) -> PlannedWeek:
    """A planned week as the use case puts one together; each officer has 14.8 hours, the last one none."""
    officers, assignments = tuple(officers), tuple(assignments)
    plan = VisitPlan(week=MONDAY, assignments=assignments)
    result = PlanningResult(
        status=PlanStatus.FEASIBLE,
        plan=plan,
        unplanned=tuple(unplanned),
        objectives=_OBJECTIVES,
        reproducible=True,
        seed=7,
        seconds=4.25,
    )
    return PlannedWeek(
        week=MONDAY,
        as_of=AS_OF,
        result=result,
        force=Force(
            extracted_on=AS_OF,
            events_complete_from=date(2020, 1, 1),
            cases=tuple(Case(offender=each, events_complete_from=date(2020, 1, 1)) for each in people),
            officers=officers,
            absences=tuple(absences),
            duties=tuple(duties),
        ),
        task_by_id={task.task_id: task for task in tasks},
        officer_weeks=tuple(_officer_week(each, assignments, each is officers[-1]) for each in officers),
        headlines=make_headlines(),
        plan_hash=hash_plan(plan, result.unplanned),
        policy_hash="a" * 64,
        input_hash="b" * 64,
        code_version="0.0.0",
        ortools_version="9.15",
        data_warnings=3,
    )


def make_small_week() -> PlannedWeek:
    """Three officers, four people: a joint visit with an ARMS, a lone visit, a review, one visit left out."""
    first, second, away = make_officer(1), make_officer(2), make_officer(3)
    grave = make_person(1, RiskLevel.VERY_HIGH)
    serious = make_person(2, RiskLevel.HIGH)
    mild = make_person(3, RiskLevel.LOW)
    late = make_person(4, RiskLevel.MEDIUM)
    tasks = (
        make_task(grave, TaskKind.VISIT, 12),
        make_task(grave, TaskKind.ARMS, 40),
        make_task(serious, TaskKind.RETRY, 3),
        make_task(mild, TaskKind.DESKTOP_REVIEW),
        make_task(late, TaskKind.VISIT, 90),
    )
    return make_planned_week(
        people=(grave, serious, mild, late),
        officers=(first, second, away),
        tasks=tasks,
        assignments=(
            make_trip(grave, (TaskKind.VISIT, TaskKind.ARMS), 0, "09:15", (first, second)),
            make_trip(serious, (TaskKind.RETRY,), 2, "17:30", (second,), 45),
            make_trip(mild, (TaskKind.DESKTOP_REVIEW,), 3, "13:00", (first,)),
        ),
        unplanned=(
            make_left_out(tasks[4], UnplannedReason.NO_CAPACITY, {"officers_on_duty": 14, "week_minutes": 3}),
        ),
        absences=(Absence(officer_id=away.officer_id, first_on=MONDAY, last_on=MONDAY, kind=AbsenceKind.LEAVE),),
    )


def make_large_week(seed: int = 3) -> PlannedWeek:
    """18 officers, 90 assignments and 500 tasks left out, drawn by chance."""
    chance = random.Random(seed)
    officers = [make_officer(number) for number in range(1, 19)]
    people = [make_person(number, chance.choice(_MIXED_RISK)) for number in range(1, 591)]
    kinds = [chance.choice(tuple(TaskKind)) for _ in people]
    tasks = [make_task(each, kind, chance.randrange(400)) for each, kind in zip(people, kinds, strict=True)]
    chosen, left_out = people[:90], tasks[90:]
    turns = [(day, hour) for day in range(5) for hour in (8, 10, 12, 14, 16, 18)]
    assignments = []
    for index, person in enumerate(chosen):
        day, hour = turns[index % 30]
        crew = [officers[(index // 30 * 6 + index * 5) % 18], officers[(index // 30 * 6 + index * 5 + 7) % 18]]
        crew = crew[:1] if kinds[index] in DESK_KINDS else crew
        at = f"{hour:02}:{chance.choice((0, 10, 20, 30, 45)):02}"
        assignments.append(make_trip(person, (kinds[index],), day, at, crew, chance.choice((45, 60))))
    unplanned = [
        make_left_out(task, chance.choice(tuple(UnplannedReason)), {"officers_on_duty": chance.randrange(1, 90)})
        for task in left_out
    ]
    return make_planned_week(people, officers, tasks, assignments, unplanned)


_MIXED_RISK = (RiskLevel.VERY_HIGH,) + (RiskLevel.HIGH,) * 5 + (RiskLevel.MEDIUM,) * 8 + (RiskLevel.LOW,) * 6
_OBJECTIVES = (
    ObjectiveValue(
        name="high_risk_visits", sense=Sense.MAX, value=1204, bound=1204, words="points of lateness removed"
    ),
    ObjectiveValue(
        name="high_risk_assessments", sense=Sense.MAX, value=800, bound=810, words="points of lateness removed"
    ),
    ObjectiveValue(
        name="even_shares",
        sense=Sense.MIN,
        value=120,
        bound=90,
        words="minutes between the busiest and the least busy",
    ),
)


def _officer_week(officer: OffenderManager, assignments: tuple[Assignment, ...], is_away: bool) -> OfficerWeek:
    mine = [each for each in assignments if officer.officer_id in each.officer_ids]
    trips = [each for each in mine if each.travel_minutes]
    return OfficerWeek(
        officer_id=officer.officer_id,
        plannable_minutes=0 if is_away and not mine else 888,
        on_site_minutes=60 * len(trips),
        travel_minutes=25 * len(trips),
        desk_minutes=60 * (len(mine) - len(trips)),
    )
