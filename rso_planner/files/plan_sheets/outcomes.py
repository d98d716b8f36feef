"""The sheet to fill in: one row for each trip, with empty cells for what came of it; `record-visit` reads it."""

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.planned_week import PlannedWeek, is_desk_work
from rso_planner.domain.visit import VisitOutcome
from rso_planner.domain.visit_plan import Assignment
from rso_planner.files.workbook_pen import Cell, Column, Pen

SHEET = "Outcomes"

_COLUMNS = (
    Column("lead_id", 12, "plain"),
    Column("second_id", 12, "plain"),
    Column("date", 20, "date"),
    Column("starts_at", 10, "plain"),
    Column("offender_id", 14, "plain"),
    Column("name", 22),
    Column("outcome", 14, "plain"),
    Column("arms", 14, "plain"),
    Column("rmp_reviewed", 14, "plain"),
)
_HEADINGS = tuple(column.heading for column in _COLUMNS)
_CHOICES = {
    "outcome": [outcome.value for outcome in VisitOutcome],
    "arms": [priority.value for priority in ArmsPriority],
    "rmp_reviewed": ["yes", "no"],
}


def write_outcomes(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek) -> None:
    """Write the trips by officer and time; the cells to fill in offer the words that are understood."""
    trips = [each for each in planned_week.assignments if not is_desk_work(each)]
    trips.sort(key=lambda each: (each.officer_ids[0], each.on, each.starts_at, each.offender_id))
    pen.put_list(sheet, 0, _COLUMNS, [_row(planned_week, trip) for trip in trips])
    for heading, choices in _CHOICES.items():
        column = _HEADINGS.index(heading)
        sheet.data_validation(1, column, max(1, len(trips)), column, {"validate": "list", "source": choices})


def _row(planned_week: PlannedWeek, trip: Assignment) -> list[Cell]:
    second = trip.officer_ids[1] if len(trip.officer_ids) > 1 else None
    return [
        trip.officer_ids[0],
        second,
        trip.on,
        f"{trip.starts_at:%H:%M}",
        trip.offender_id,
        planned_week.offender_name(trip.offender_id),
        *(None for _ in _CHOICES),
    ]
