"""What is new, standing and gone since the reconciliation before."""

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.reconciliation_words import trend_sentence
from rso_planner.files.workbook_pen import Cell, Column, Pen

_COLUMNS = (
    Column("Cause", 34),
    Column("New", 13, "number"),
    Column("Standing", 13, "number"),
    Column("Gone", 13, "number"),
    Column("Earlier in all", 13, "number"),
    Column("Now in all", 13, "number"),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_trend(pen: Pen, sheet: Worksheet, reconciliation: Reconciliation) -> None:
    """Write one row for each cause that either reconciliation has, and their sums."""
    pen.put_across(sheet, 0, _WIDTH, "Since the reconciliation before", "title")
    pen.put_across(sheet, 1, _WIDTH, trend_sentence(reconciliation), "note")
    pen.set_lines(sheet, 1, 2)
    lines = reconciliation.trend
    rows = [_row(CAUSE_WORDS[line.cause].title, line.new, line.standing, line.gone) for line in lines]
    row = pen.put_list(sheet, 3, _COLUMNS, rows)
    if lines:
        new, standing, gone = (sum(getattr(line, name) for line in lines) for name in ("new", "standing", "gone"))
        pen.put_totals(sheet, row, _COLUMNS, [_row("All", new, standing, gone)])


def _row(title: str, new: int, standing: int, gone: int) -> list[Cell]:
    return [title, new, standing, gone, standing + gone, new + standing]
