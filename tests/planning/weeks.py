"""A week drawn as tables that a sergeant can read, made into a problem and a plan.

    officer | can                    | at | Mon              | Tue
    A       | lead visit arms review | 0  | 9-17 =240        | 9-12 13-17
    B       | visit                  | 0  | 9-17             | -

    person  | risk | due           | at   | officers | starts
    P       | high | visit=100 arms | 10,5 | 2        | 9:00-15:30

    day | time        | person | work       | lead | second
    Mon | 10:00-11:00 | P      | visit arms | A    | B

    apart | from
    A     | P

    travel from | to | minutes
    A           | P  | 25

Each table stands by itself, with a blank line between two; columns left out have the defaults below.
A kilometre takes a minute; `at` is kilometres east, or east,north, or 'nowhere'. `=240` are plannable minutes,
else the whole of the rows. `due` gives the worth after '='. `work` names kinds, or whole task ids. A person may
have `avoid` (Mon-morning Tue-evening), `own`, `area`, and `evening`, which may be 'due'.
"""

from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from typing import NamedTuple

from rso_planner.domain.place import Place
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import DESK_KINDS, VISIT_KINDS, TaskKind, make_task_id
from rso_planner.domain.visit import PartOfDay
from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.check_plan import check_plan
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

MONDAY = date(2026, 11, 23)
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
REVIEW_MINUTES = {
    TaskKind.RMP_REVIEW: 30,
    TaskKind.SUPERVISOR_REVIEW: 15,
    TaskKind.REACTIVE_REVIEW: 30,
    TaskKind.DESKTOP_REVIEW: 60,
}
_LONGEST_BREAK_MINUTES = 60

Row = Mapping[str, str]


class DrawnWeek(NamedTuple):
    """What a drawing says is to be done, and what it plans."""

    problem: PlanningProblem
    plan: VisitPlan


def make_week(drawing: str) -> DrawnWeek:
    """The problem and the plan of a drawing; a table that is not drawn is empty."""
    tables = _read_tables(drawing)
    officers, people = tables.get("officer", []), tables.get("person", [])
    places: dict[Stop, Place] = {base_of(row["officer"]): _place(row.get("at", "0")) for row in officers}
    places |= {home_of(row["person"]): _place(row.get("at", "10")) for row in people if row.get("at") != "nowhere"}
    travel = TravelTimes(
        place_by_stop=places,
        detour=1.0,
        kilometres_an_hour=60.0,
        parking_minutes=0,
        table={(row["travel from"], row["to"]): int(row["minutes"]) for row in tables.get("travel from", [])},
    )
    officer_ids = {row["officer"] for row in officers}
    pairs = [(row["apart"], row["from"]) for row in tables.get("apart", [])]
    problem = PlanningProblem(
        week=MONDAY,
        officers=tuple(sorted(map(_officer, officers), key=lambda each: each.officer_id)),
        people=tuple(sorted(map(_person, people), key=lambda each: each.offender_id)),
        travel=travel,
        review_minutes=REVIEW_MINUTES,
        officers_kept_from_people=frozenset(pair for pair in pairs if _officers_in(pair, officer_ids) == 1),
        officers_kept_apart=_sorted_pairs(pair for pair in pairs if _officers_in(pair, officer_ids) == 2),
        people_kept_apart=_sorted_pairs(pair for pair in pairs if _officers_in(pair, officer_ids) == 0),
    )
    return DrawnWeek(problem, make_plan(drawing))


def make_plan(drawing: str) -> VisitPlan:
    """The plan of a drawing alone, sorted by day, time and person."""
    assignments = sorted(
        map(_assignment, _read_tables(drawing).get("day", [])),
        key=lambda each: (each.on, each.starts_at, each.offender_id),
    )
    return VisitPlan(week=MONDAY, assignments=tuple(assignments))


def _read_tables(drawing: str) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = {}
    heading: list[str] = []
    for line in drawing.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if not line.strip():
            heading = []
        elif not heading:
            heading = cells
            tables.setdefault(heading[0], [])
        else:
            row = zip(heading, cells, strict=False)
            tables[heading[0]].append({name: cell for name, cell in row if cell})
    return tables


def _officer(row: Row) -> PlannedOfficer:
    can = row.get("can", "lead visit arms review").split()
    unknown = set(can) - {"lead", "visit", "arms", "review", "supervisor", "nothing"}
    if unknown:
        raise ValueError(f"an officer can lead, visit, arms, review, supervisor; not {unknown}")
    drawn = {MONDAY + timedelta(number): row.get(name, "-") for number, name in enumerate(DAY_NAMES)}
    days = {on: _officer_day(row["officer"], on, cell) for on, cell in drawn.items() if cell != "-"}
    return PlannedOfficer(
        officer_id=row["officer"],
        area=row.get("area"),
        may_lead="lead" in can,
        visit_trained="visit" in can,
        arms_trained="arms" in can,
        is_supervisor="supervisor" in can,
        can_review="review" in can,
        days={on: day for on, day in days.items() if day.plannable_minutes},
    )


def _officer_day(officer_id: str, on: date, cell: str) -> OfficerDay:
    drawn_rows, _, plannable = cell.partition("=")
    rows = [_span(span) for span in drawn_rows.split()]
    outings: list[list[tuple[int, int]]] = []
    for row in rows:
        if outings and row[0] - outings[-1][-1][1] <= _LONGEST_BREAK_MINUTES:
            outings[-1].append(row)
        else:
            outings.append([row])
    return OfficerDay(
        officer_id=officer_id,
        on=on,
        outings=tuple(Outing(rows=tuple(outing)) for outing in outings),
        plannable_minutes=int(plannable) if plannable else sum(end - start for start, end in rows),
    )


def _person(row: Row) -> Person:
    earliest, latest = _span(row.get("starts", "0:00-23:59"))
    visit_desk, assessment_desk = row.get("desk", "90/240").split("/")
    avoid = (slot.split("-") for slot in row.get("avoid", "").split())
    return Person(
        offender_id=row["person"],
        tasks=tuple(_tasks(row)),
        has_place=row.get("at") != "nowhere",
        own_officer_id=row.get("own"),
        area=row.get("area"),
        officers_required=int(row.get("officers", "2")),
        on_site_minutes=int(row.get("on site", "60")),
        visit_desk_minutes=int(visit_desk),
        assessment_desk_minutes=int(assessment_desk),
        earliest_start=earliest,
        latest_start=latest,
        slots_to_avoid=frozenset((DAY_NAMES.index(day), PartOfDay(part)) for day, part in avoid),
        is_due_an_evening_visit=row.get("evening") == "due",
    )


def _tasks(row: Row) -> Iterator[PlanTask]:
    risk_level = RiskLevel(row.get("risk", "high"))
    for due in row.get("due", "visit").split():
        word, _, worth = due.partition("=")
        kind = TaskKind(word)
        yield PlanTask(
            task_id=make_task_id(row["person"], kind),
            kind=kind,
            offender_id=row["person"],
            risk_level=risk_level,
            tier=_tier(kind, risk_level),
            worth=int(worth or 100),
            is_overdue=True,
        )


def _tier(kind: TaskKind, risk_level: RiskLevel) -> Tier:
    if risk_level.is_high_or_above:
        return Tier.HIGH_RISK_VISITS if kind in VISIT_KINDS else Tier.HIGH_RISK_ASSESSMENTS
    return Tier.OTHER_REVIEWS if kind in DESK_KINDS else Tier.OTHER_VISITS_AND_ASSESSMENTS


def _assignment(row: Row) -> Assignment:
    task_ids = tuple(
        word if ":" in word else make_task_id(row["person"], TaskKind(word))
        for word in row.get("work", "visit").split()
    )
    start, end = _span(row["time"])
    return Assignment(
        task_ids=task_ids,
        kinds=tuple(TaskKind(task_id.rpartition(":")[2]) for task_id in task_ids),
        offender_id=row["person"],
        on=_day(row["day"]),
        starts_at=time(start // 60, start % 60),
        ends_at=time(end // 60, end % 60),
        officer_ids=(*row.get("lead", "").split(), *row.get("second", "").split()),
    )


def _day(word: str) -> date:
    return MONDAY + timedelta(DAY_NAMES.index(word)) if word in DAY_NAMES else date.fromisoformat(word)


def _span(words: str) -> tuple[int, int]:
    start, end = words.split("-")
    return _minute(start), _minute(end)


def _minute(words: str) -> int:
    hour, _, minute = words.partition(":")
    return int(hour) * 60 + int(minute or 0)


def _place(words: str) -> Place:
    east, _, north = words.partition(",")
    return Place(300_000 + round(1000 * float(east)), 400_000 + round(1000 * float(north or 0)))


def _officers_in(pair: tuple[str, str], officer_ids: set[str]) -> int:
    return sum(each in officer_ids for each in pair)


def _sorted_pairs(pairs: Iterator[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return frozenset((min(pair), max(pair)) for pair in pairs)


def broken_rules(drawing: str) -> set[str]:
    """The names of the rules that the drawn plan breaks."""
    return {violation.rule for violation in check_plan(*make_week(drawing))}


def sentences(drawing: str) -> list[str]:
    """What the checker tells a supervisor of the drawn plan."""
    return [violation.sentence for violation in check_plan(*make_week(drawing))]
