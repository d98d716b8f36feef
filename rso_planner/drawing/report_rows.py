"""The rows of the report's tables, as words ready to print."""

from dataclasses import dataclass

from rso_planner.domain.officer_week import OfficerWeek
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.plan_words import (
    KIND_WORDS,
    NOT_AVAILABLE,
    REASON_WORDS,
    rules_words,
    span_words,
    weekday_words,
    work_words,
)
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.visit_plan import Assignment, UnplannedTask

MOST_LEFT_OUT = 60
"""How many of the tasks left out the page shows; the workbook holds them all."""


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit of the plan; the place is in National Grid metres or not known."""

    number: int
    day: str
    time: str
    person: str
    risk: str
    work: str
    officers: str
    place: str


@dataclass(frozen=True, slots=True)
class HoursRow:
    """An officer's week; without hours there is neither a share nor a bar."""

    officer_id: str
    name: str
    available: str
    used: str
    share: str
    bar: float | None
    parts: str


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A task left out."""

    work: str
    person: str
    risk: str
    due: str
    days_late: int
    reason: str
    rules: str
    change: str


def visit_rows(planned_week: PlannedWeek, number_by_trip: dict[Assignment, int]) -> list[VisitRow]:
    """One row for each visit, in the order of its number."""
    return [_visit_row(planned_week, trip, number) for trip, number in number_by_trip.items()]


def hours_rows(planned_week: PlannedWeek) -> list[HoursRow]:
    """One row for each officer, in the order of the unit's list."""
    return [_hours_row(planned_week, week) for week in planned_week.officer_weeks]


def left_out_rows(planned_week: PlannedWeek) -> list[LeftOutRow]:
    """The most serious of the tasks left out, at most `MOST_LEFT_OUT`."""
    return [_left_out_row(planned_week, each) for each in planned_week.unplanned_by_seriousness[:MOST_LEFT_OUT]]


def _visit_row(planned_week: PlannedWeek, trip: Assignment, number: int) -> VisitRow:
    offender = planned_week.offender_by_id.get(trip.offender_id)
    place = offender.place if offender else None
    return VisitRow(
        number=number,
        day=weekday_words(trip.on),
        time=span_words(trip.starts_at, trip.ends_at),
        person=trip.offender_id,
        risk=offender.risk_level.words if offender else "not known",
        work=work_words(trip.kinds),
        officers=" and ".join(trip.officer_ids),
        place=f"{place.easting:06}, {place.northing:06}" if place else "not known",
    )


def _hours_row(planned_week: PlannedWeek, week: OfficerWeek) -> HoursRow:
    share = week.used_share
    parts = (
        (week.on_site_minutes, "with people"),
        (week.travel_minutes, "travel"),
        (week.desk_minutes, "desk"),
    )
    return HoursRow(
        officer_id=week.officer_id,
        name=planned_week.officer_name(week.officer_id),
        available=NOT_AVAILABLE if share is None else f"{week.plannable_minutes / 60:.1f}",
        used="" if share is None else f"{week.used_minutes / 60:.1f}",
        share="" if share is None else f"{share * 100:.0f} %",
        bar=None if share is None else round(min(share, 1.0) * 100, 1),
        parts="" if share is None else ", ".join(f"{minutes / 60:.1f} {word}" for minutes, word in parts),
    )


def _left_out_row(planned_week: PlannedWeek, left_out: UnplannedTask) -> LeftOutRow:
    task = planned_week.task_by_id[left_out.task_id]
    return LeftOutRow(
        work=KIND_WORDS[task.kind],
        person=task.offender_id,
        risk=task.risk_level.words,
        due=day_in_words(task.due_on),
        days_late=task.days_overdue(planned_week.as_of),
        reason=REASON_WORDS[left_out.reason].split(":")[0],
        rules=rules_words(left_out.rules) or "none named",
        change=left_out.cheapest_change or "none known",
    )
