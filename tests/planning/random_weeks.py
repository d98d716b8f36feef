"""Random weeks for property tests: a small district, its officers and people, from a seed."""

from datetime import date, timedelta
from random import Random

from rso_planner.domain.place import Place
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import TaskKind, make_task_id
from rso_planner.domain.visit import PartOfDay
from rso_planner.planning.problem import (
    OfficerDay,
    Outing,
    Person,
    PlannedOfficer,
    PlanningProblem,
    PlanTask,
    Tier,
)
from rso_planner.planning.travel import Stop, TravelTimes, base_of, home_of

WEEK = date(2026, 11, 30)
REVIEW_MINUTES = {
    TaskKind.RMP_REVIEW: 30,
    TaskKind.SUPERVISOR_REVIEW: 15,
    TaskKind.REACTIVE_REVIEW: 30,
    TaskKind.DESKTOP_REVIEW: 60,
}


def make_random_week(seed: int, *, officers: int, people: int, days: int, kilometres: int = 15) -> PlanningProblem:
    """A week in a square district; windows, lone visits, untrained officers and separations among it."""
    random = Random(seed)
    places: dict[Stop, Place] = {}
    staff = tuple(_officer(random, number, days, places, kilometres) for number in range(officers))
    persons = tuple(_person(random, number, officers, places, kilometres) for number in range(people))
    return PlanningProblem(
        week=WEEK,
        officers=staff,
        people=persons,
        travel=TravelTimes(place_by_stop=places, detour=1.35, kilometres_an_hour=30, parking_minutes=5),
        review_minutes=REVIEW_MINUTES,
        officers_kept_from_people=frozenset({("O00", "P00")} if seed % 3 == 0 else ()),
        officers_kept_apart=frozenset({("O00", "O01")} if seed % 4 == 0 and officers > 2 else ()),
        people_kept_apart=frozenset({("P00", "P01")} if seed % 2 == 0 else ()),
    )


def _place(random: Random, kilometres: int) -> Place:
    return Place(330_000 + random.randrange(kilometres * 1000), 390_000 + random.randrange(kilometres * 1000))


def _officer(random: Random, number: int, days: int, places: dict[Stop, Place], kilometres: int) -> PlannedOfficer:
    officer_id = f"O{number:02}"
    places[base_of(officer_id)] = _place(random, kilometres)
    rostered = {}
    for offset in range(days):
        on = WEEK + timedelta(days=offset)
        start = random.choice([8 * 60, 9 * 60, 13 * 60])
        rows = (
            ((start, start + 240), (start + 300, start + 480))
            if random.random() < 0.3
            else ((start, start + 480),)
        )
        outings = (
            tuple(Outing(rows=(row,)) for row in rows)
            if len(rows) > 1 and random.random() < 0.5
            else (Outing(rows=rows),)
        )
        minutes = random.choice([150, 200, 250, 300])
        if random.random() < 0.85:
            rostered[on] = OfficerDay(officer_id=officer_id, on=on, outings=outings, plannable_minutes=minutes)
    return PlannedOfficer(
        officer_id=officer_id,
        area=f"area {number % 2}",
        may_lead=random.random() < 0.85,
        visit_trained=random.random() < 0.95,
        arms_trained=random.random() < 0.65,
        is_supervisor=number == 0,
        can_review=True,
        days=rostered,
    )


def _person(random: Random, number: int, officers: int, places: dict[Stop, Place], kilometres: int) -> Person:
    offender_id = f"P{number:02}"
    places[home_of(offender_id)] = _place(random, kilometres)
    risk = random.choice(list(RiskLevel))
    chosen = random.choice(
        [
            (TaskKind.VISIT,),
            (TaskKind.FIRST_VISIT, TaskKind.RETRY),
            (TaskKind.VISIT, TaskKind.ARMS),
            (TaskKind.ARMS,),
            (TaskKind.OTHER_ASSESSMENT,),
            (TaskKind.VISIT, TaskKind.RMP_REVIEW),
            (TaskKind.REACTIVE_REVIEW,),
        ]
    )
    early = random.random() < 0.15
    return Person(
        offender_id=offender_id,
        tasks=tuple(_task(random, offender_id, kind, risk) for kind in chosen),
        has_place=random.random() < 0.97,
        own_officer_id=f"O{random.randrange(officers):02}",
        area=f"area {random.randrange(2)}",
        officers_required=1 if random.random() < 0.2 else 2,
        on_site_minutes=60 if risk.is_high_or_above else 45,
        visit_desk_minutes=90,
        assessment_desk_minutes=240 if risk.is_high_or_above else 255,
        earliest_start=0,
        latest_start=11 * 60 if early else 24 * 60 - 1,
        slots_to_avoid=frozenset({(random.randrange(5), random.choice(list(PartOfDay)))}),
        is_due_an_evening_visit=number % 2 == 1,
    )


def _task(random: Random, offender_id: str, kind: TaskKind, risk: RiskLevel) -> PlanTask:
    high = risk.is_high_or_above
    if kind in (TaskKind.ARMS, TaskKind.OTHER_ASSESSMENT):
        tier = Tier.HIGH_RISK_ASSESSMENTS if high else Tier.OTHER_VISITS_AND_ASSESSMENTS
    elif kind is TaskKind.REACTIVE_REVIEW:
        tier = Tier.HIGH_RISK_ASSESSMENTS
    elif kind is TaskKind.RMP_REVIEW:
        tier = Tier.OTHER_REVIEWS
    else:
        tier = Tier.HIGH_RISK_VISITS if high else Tier.OTHER_VISITS_AND_ASSESSMENTS
    return PlanTask(
        task_id=make_task_id(offender_id, kind),
        kind=kind,
        offender_id=offender_id,
        risk_level=risk,
        tier=tier,
        worth=random.randrange(1, 1000),
        is_overdue=True,
    )
