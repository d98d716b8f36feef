"""An officer's week: where to go each day, with whom, and why."""

from datetime import date

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.day_note import day_note
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.plan_words import hours_words, span_words, weekday_words, work_words
from rso_planner.domain.planned_week import PlannedWeek, is_desk_work
from rso_planner.domain.visit_plan import Assignment
from rso_planner.files.workbook_pen import Cell, Column, Pen

_COLUMNS = (
    Column("Day", 22, "plain"),
    Column("Time", 19, "plain"),
    Column("Person", 9, "plain"),
    Column("Name", 18),
    Column("Risk", 10, "risk"),
    Column("Work", 17),
    Column("With", 17),
    Column("Your part", 8, "plain"),
    Column("Travel to it (minutes)", 10, "order"),
    Column("Why", 42),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_officer(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek, officer_id: str) -> None:
    """Write the officer's sheet: every day of the week, with its work or the reason why there is none."""
    name = planned_week.officer_name(officer_id)
    title = name if name == officer_id else f"{name} ({officer_id})"
    pen.put_across(sheet, 0, _WIDTH, title, "title")
    week = next((each for each in planned_week.officer_weeks if each.officer_id == officer_id), None)
    sentence = f"Week of {day_in_words(planned_week.week)}. {hours_words(week)}"
    pen.put_across(sheet, 1, _WIDTH, sentence, "note")
    rows = [row for day in planned_week.days for row in _day_rows(planned_week, officer_id, day)]
    pen.put_list(sheet, 3, _COLUMNS, rows)


def _day_rows(planned_week: PlannedWeek, officer_id: str, day: date) -> list[list[Cell]]:
    work = [each for each in planned_week.assignments if each.on == day and officer_id in each.officer_ids]
    if not work:
        empty: list[Cell] = [None] * (len(_COLUMNS) - 2)
        return [[weekday_words(day), day_note(planned_week, officer_id, day), *empty]]
    work.sort(key=lambda each: (each.starts_at, each.offender_id))
    return [_row(planned_week, officer_id, each) for each in work]


def _row(planned_week: PlannedWeek, officer_id: str, assignment: Assignment) -> list[Cell]:
    place = assignment.officer_ids.index(officer_id)
    others = [each for each in assignment.officer_ids if each != officer_id]
    names = [f"{planned_week.officer_name(each)} ({each})" for each in others]
    level = planned_week.find_risk_level(assignment.offender_id)
    tasks = [planned_week.task_by_id.get(task_id) for task_id in assignment.task_ids]
    is_at_desk = is_desk_work(assignment)
    travel = assignment.travel_minutes[place] if place < len(assignment.travel_minutes) else None
    return [
        weekday_words(assignment.on),
        span_words(assignment.starts_at, assignment.ends_at),
        assignment.offender_id,
        planned_week.offender_name(assignment.offender_id),
        level.words if level else None,
        work_words(assignment.kinds),
        ", ".join(names) or ("At a desk" if is_at_desk else "Alone"),
        "Desk" if is_at_desk else "Second" if place else "Lead",
        None if is_at_desk else travel,
        "\n".join(task.reason for task in tasks if task),
    ]
