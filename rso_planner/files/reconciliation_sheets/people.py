"""Everybody on whom the two lists differ, with both verdicts and every field that differs."""

from datetime import date

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.discrepancy import Discrepancy
from rso_planner.domain.plain_words import count_in_words
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.reconciliation_words import (
    AGREEMENT,
    cause_title,
    field_lines,
    overdue_words,
    titles,
)
from rso_planner.files.workbook_pen import Cell, Column, Pen

_COLUMNS = (
    Column("Order", 6, "order"),
    Column("Force's record", 10, "plain"),
    Column("Register's record", 11, "plain"),
    Column("Risk", 9, "risk"),
    Column("Area", 14),
    Column("Officer", 9, "plain"),
    Column("Cause", 20),
    Column("Would also explain it", 16),
    Column("Overdue on", 12, "plain"),
    Column("Visits owed, force", 9, "order"),
    Column("Visits owed, register", 9, "order"),
    Column("Due", 17, "date"),
    Column("Days past", 7, "order"),
    Column("What differs", 36),
    Column("Field by field", 40),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_people(pen: Pen, sheet: Worksheet, reconciliation: Reconciliation) -> None:
    """Write the sheet of differences, the most serious first."""
    found = reconciliation.discrepancies
    pen.put_across(sheet, 0, _WIDTH, f"Differences: {count_in_words(len(found), 'person')}", "title")
    note = "'Due' is the force's own date, or the register's where the force has none." if found else AGREEMENT
    pen.put_across(sheet, 1, _WIDTH, note, "note")
    rows = [_row(order, each, reconciliation.as_of) for order, each in enumerate(found, start=1)]
    pen.put_list(sheet, 3, _COLUMNS, rows)


def _row(order: int, found: Discrepancy, as_of: date) -> list[Cell]:
    return [
        order,
        found.offender_id,
        found.register_id,
        found.risk_level.words if found.risk_level else "not known",
        found.area,
        found.officer_id,
        cause_title(found),
        titles(found.also),
        overdue_words(found),
        found.force_visits,
        found.register_visits,
        found.due_on,
        max(0, (as_of - found.due_on).days) if found.due_on else None,
        found.reason,
        field_lines(found),
    ]
