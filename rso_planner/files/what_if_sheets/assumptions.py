"""The assumed figures that every scenario rests on."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.assumption import Assumption
from rso_planner.domain.plain_words import count_in_words
from rso_planner.files.workbook_pen import Column, Pen

_COLUMNS = (
    Column("Of the", 11),
    Column("Figure", 40),
    Column("Value", 44),
    Column("Unit", 38),
    Column("Note", 70),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_assumptions(pen: Pen, sheet: Worksheet, assumptions: Sequence[Assumption]) -> None:
    """Write one row for each figure for which no source was found."""
    pen.put_across(sheet, 0, _WIDTH, count_in_words(len(assumptions), "assumed figure").capitalize(), "title")
    note = "No source was found for these. Each moves the curves of every scenario: replace them by local counts."
    pen.put_across(sheet, 1, _WIDTH, note, "note")
    pen.put_list(
        sheet, 3, _COLUMNS, [[each.part, each.key, each.value, each.unit, each.note] for each in assumptions]
    )
