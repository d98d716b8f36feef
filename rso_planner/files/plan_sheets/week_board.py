"""The week at a glance: officers down, days across."""

from datetime import date

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.day_note import day_note
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.plan_words import clock_words, weekday_words, work_words
from rso_planner.domain.planned_week import PlannedWeek, is_desk_work
from rso_planner.domain.visit_plan import Assignment
from rso_planner.files.workbook_pen import Pen, lines_of

_OFFICER_WIDTH, _DAY_WIDTH = 22, 34


def write_week_board(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek) -> None:
    """Write one row for each officer and one column for each day that anybody works."""
    days = planned_week.working_days
    last = len(days)
    pen.set_widths(sheet, [_OFFICER_WIDTH, *[_DAY_WIDTH] * last])
    pen.put_across(sheet, 0, (0, last), f"Week of {day_in_words(planned_week.week)}", "title")
    sentence = "Each line: time on site, person, risk, work, and with whom. L = leads, S = second officer."
    pen.put_across(sheet, 1, (0, last), sentence, "note")
    pen.put_head(sheet, 3, ["Officer", *(weekday_words(day) for day in days)])
    for row, week in enumerate(planned_week.officer_weeks, start=4):
        name = planned_week.officer_name(week.officer_id)
        pen.put(sheet, row, 0, f"{name}\n{week.officer_id}" if name != week.officer_id else name)
        texts = [_day_text(planned_week, week.officer_id, day) for day in days]
        for column, text in enumerate(texts, start=1):
            note = day_note(planned_week, week.officer_id, days[column - 1])
            pen.put(sheet, row, column, text or note, "text" if text else "off")
        pen.set_lines(sheet, row, max(2, *(lines_of(text, _DAY_WIDTH) for text in texts)))
    sheet.freeze_panes(4, 1)
    sheet.repeat_rows(3)
    pen.set_up_printing(sheet)


def _day_text(planned_week: PlannedWeek, officer_id: str, day: date) -> str:
    work = [each for each in planned_week.assignments if each.on == day and officer_id in each.officer_ids]
    work.sort(key=lambda each: (each.starts_at, each.offender_id))
    return "\n".join(_line(planned_week, officer_id, each) for each in work)


def _line(planned_week: PlannedWeek, officer_id: str, assignment: Assignment) -> str:
    level = planned_week.find_risk_level(assignment.offender_id)
    risk = f" ({level.words})" if level else ""
    start = f"{clock_words(assignment.starts_at)} {assignment.offender_id}{risk} {work_words(assignment.kinds)}"
    if is_desk_work(assignment):
        return f"{start}, desk"
    others = [each for each in assignment.officer_ids if each != officer_id]
    part = "L" if assignment.lead_id == officer_id else "S"
    return f"{start} · {part} with {', '.join(others)}" if others else f"{start} · alone"
