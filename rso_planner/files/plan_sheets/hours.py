"""Officers' hours as a table; nobody without hours is ever 0 % busy."""

from rso_planner.domain.officer_week import OfficerWeek
from rso_planner.domain.plan_words import NOT_AVAILABLE
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.files.workbook_pen import Cell, Column

HOURS_COLUMNS = (
    Column("Officer", 14, "plain"),
    Column("Name", 26),
    Column("Hours available", 17, "hours"),
    Column("Hours used", 17, "hours"),
    Column("Share used", 17, "share"),
    Column("With people", 17, "hours"),
    Column("Travel", 17, "hours"),
    Column("Desk", 17, "hours"),
)


def hours_rows(planned_week: PlannedWeek) -> list[list[Cell]]:
    """One row for each officer, in the order of the unit's list."""
    return [
        [week.officer_id, planned_week.officer_name(week.officer_id), *_figures(week)]
        for week in planned_week.officer_weeks
    ]


def _figures(week: OfficerWeek) -> list[Cell]:
    if week.used_share is None:
        return [NOT_AVAILABLE, *[None] * 5]
    parts = (week.on_site_minutes, week.travel_minutes, week.desk_minutes)
    return [
        week.plannable_minutes / 60,
        week.used_minutes / 60,
        week.used_share,
        *(minutes / 60 for minutes in parts),
    ]
