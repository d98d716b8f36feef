"""The plan as a workbook: summary, week board, a sheet for each officer, outcomes to fill in, what is left out."""

from pathlib import Path

from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.files.plan_sheets.left_out import write_left_out
from rso_planner.files.plan_sheets.officer import write_officer
from rso_planner.files.plan_sheets.outcomes import SHEET as OUTCOMES
from rso_planner.files.plan_sheets.outcomes import write_outcomes
from rso_planner.files.plan_sheets.sheet_names import make_sheet_names
from rso_planner.files.plan_sheets.summary import write_summary
from rso_planner.files.plan_sheets.tasks import write_tasks
from rso_planner.files.plan_sheets.week_board import write_week_board
from rso_planner.files.workbook_writing import workbook_to_write

_FIRST = ("Summary", "Week board")
_LAST = (OUTCOMES, "Unplanned", "Tasks")


def write_plan_workbook(planned_week: PlannedWeek, path: Path) -> None:
    """Write the workbook; the same week gives the same bytes, whenever it is written.

    Names of people stand in cells, never in the names of sheets.
    """
    title = f"Visit plan, week of {day_in_words(planned_week.week)}"
    with workbook_to_write(path, title, planned_week.as_of) as (workbook, pen):
        write_summary(pen, workbook.add_worksheet(_FIRST[0]), planned_week)
        write_week_board(pen, workbook.add_worksheet(_FIRST[1]), planned_week)
        officer_ids = [week.officer_id for week in planned_week.officer_weeks]
        names = make_sheet_names(officer_ids, taken=(*_FIRST, *_LAST))
        for officer_id, name in zip(officer_ids, names, strict=True):
            write_officer(pen, workbook.add_worksheet(name), planned_week, officer_id)
        for name, write in zip(_LAST, (write_outcomes, write_left_out, write_tasks), strict=True):
            write(pen, workbook.add_worksheet(name), planned_week)
