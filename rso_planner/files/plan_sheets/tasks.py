"""Every task of the week, planned or left out, with the sentence that says why it is due."""

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.plan_words import KIND_WORDS, REASON_WORDS, clock_words, weekday_words
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.task import Task
from rso_planner.domain.visit_plan import Assignment, UnplannedReason
from rso_planner.files.workbook_pen import Cell, Column, Pen

_COLUMNS = (
    Column("Task", 24, "plain"),
    Column("Work", 22),
    Column("Person", 11, "plain"),
    Column("Name", 22),
    Column("Risk", 10, "risk"),
    Column("Due", 18, "date"),
    Column("Days late", 8, "order"),
    Column("In the plan", 38),
    Column("Officers", 22),
    Column("Why it is due", 62),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_tasks(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek) -> None:
    """Write the sheet of all tasks, by person and kind."""
    pen.put_across(sheet, 0, _WIDTH, f"All tasks of the week: {len(planned_week.task_by_id):,}", "title")
    places = {task_id: each for each in planned_week.assignments for task_id in each.task_ids}
    reasons = {each.task_id: each.reason for each in planned_week.result.unplanned}
    rows = [
        _row(planned_week, task, places.get(task_id), reasons.get(task_id))
        for task_id, task in sorted(planned_week.task_by_id.items())
    ]
    pen.put_list(sheet, 2, _COLUMNS, rows)


def _row(
    planned_week: PlannedWeek, task: Task, place: Assignment | None, reason: UnplannedReason | None
) -> list[Cell]:
    where = f"{weekday_words(place.on)}, {clock_words(place.starts_at)}" if place else None
    return [
        task.task_id,
        KIND_WORDS[task.kind],
        task.offender_id,
        planned_week.offender_name(task.offender_id),
        task.risk_level.words,
        task.due_on,
        task.days_overdue(planned_week.as_of),
        where or (REASON_WORDS[reason] if reason else None),
        ", ".join(place.officer_ids) if place else None,
        task.reason,
    ]
