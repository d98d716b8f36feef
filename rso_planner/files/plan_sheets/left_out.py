"""What is not in the plan, the most serious first, with the reason and the cheapest change."""

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.plan_words import KIND_WORDS, REASON_WORDS, rules_words
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.visit_plan import UnplannedTask
from rso_planner.files.workbook_pen import Cell, Column, Pen

_COLUMNS = (
    Column("Task", 24, "plain"),
    Column("Work", 22),
    Column("Person", 11, "plain"),
    Column("Name", 22),
    Column("Risk", 10, "risk"),
    Column("Due", 18, "date"),
    Column("Days late", 8, "order"),
    Column("Why it is left out", 36),
    Column("Rules that stopped it (officer-days or crews)", 30),
    Column("Cheapest change", 36),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_left_out(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek) -> None:
    """Write the sheet of the tasks left out."""
    count = len(planned_week.result.unplanned)
    pen.put_across(sheet, 0, _WIDTH, f"Left out of the plan: {count:,}", "title")
    note = (
        "High and very high risk first: visits, then assessments, then reviews; then the others in the same order."
    )
    pen.put_across(sheet, 1, _WIDTH, note, "note")
    rows = [_row(planned_week, each) for each in planned_week.unplanned_by_seriousness]
    pen.put_list(sheet, 3, _COLUMNS, rows)


def _row(planned_week: PlannedWeek, left_out: UnplannedTask) -> list[Cell]:
    task = planned_week.task_by_id[left_out.task_id]
    return [
        task.task_id,
        KIND_WORDS[task.kind],
        task.offender_id,
        planned_week.offender_name(task.offender_id),
        task.risk_level.words,
        task.due_on,
        task.days_overdue(planned_week.as_of),
        REASON_WORDS[left_out.reason],
        rules_words(left_out.rules),
        left_out.cheapest_change or "None known",
    ]
