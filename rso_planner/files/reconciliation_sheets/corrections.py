"""The list to work through: what to change or find out, where, for whom, and on what evidence."""

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.plain_words import count_in_words
from rso_planner.domain.reconciliation import Correction, Reconciliation
from rso_planner.domain.reconciliation_words import AGREEMENT, SYSTEM_WORDS, cause_title
from rso_planner.files.workbook_pen import Cell, Column, Pen

_COLUMNS = (
    Column("Order", 6, "order"),
    Column("Where", 11),
    Column("Force's record", 10, "plain"),
    Column("Register's record", 11, "plain"),
    Column("Risk", 9, "risk"),
    Column("Area", 14),
    Column("Officer", 9, "plain"),
    Column("Cause", 20),
    Column("What to do", 38),
    Column("Evidence", 44),
    Column("Done on", 11),
    Column("By", 9),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_corrections(pen: Pen, sheet: Worksheet, reconciliation: Reconciliation) -> None:
    """Write the sheet of corrections, the most serious first; the last two columns are to be filled in."""
    corrections = reconciliation.corrections
    title = f"Corrections: {count_in_words(len(corrections), 'line')} to work through"
    pen.put_across(sheet, 0, _WIDTH, title, "title")
    note = (
        "People who are on one list only come first, then differences by risk; of two alike the one due earlier."
        if corrections
        else AGREEMENT
    )
    pen.put_across(sheet, 1, _WIDTH, note, "note")
    rows = [_row(order, each) for order, each in enumerate(corrections, start=1)]
    pen.put_list(sheet, 3, _COLUMNS, rows)


def _row(order: int, correction: Correction) -> list[Cell]:
    found = correction.discrepancy
    return [
        order,
        SYSTEM_WORDS[correction.system],
        found.offender_id,
        found.register_id,
        found.risk_level.words if found.risk_level else "not known",
        found.area,
        found.officer_id,
        cause_title(found),
        correction.action,
        correction.evidence,
        None,
        None,
    ]
