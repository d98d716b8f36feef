"""Every cause in one sentence, with its share of both bridges."""

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.reconciliation import Bridge, Reconciliation
from rso_planner.files.workbook_pen import Cell, Column, Pen

_COLUMNS = (
    Column("Cause", 25, "plain"),
    Column("In words", 32),
    Column("What it means", 80),
    Column("Differences", 13, "number"),
    Column("Effect on people", 13, "effect"),
    Column("Effect on visits", 13, "effect"),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_causes(pen: Pen, sheet: Worksheet, reconciliation: Reconciliation) -> None:
    """Write the sheet of all causes, found or not, in the order in which a first one is chosen."""
    pen.put_across(sheet, 0, _WIDTH, "The causes", "title")
    note = "Each difference has one cause: the change after which the force's verdict becomes the register's."
    pen.put_across(sheet, 1, _WIDTH, note, "note")
    pen.put_list(sheet, 3, _COLUMNS, [_row(cause, reconciliation) for cause in Cause])


def _row(cause: Cause, reconciliation: Reconciliation) -> list[Cell]:
    words = CAUSE_WORDS[cause]
    people, effect = _found(reconciliation.people, cause)
    _, of_visits = _found(reconciliation.visits, cause)
    return [cause.value, words.title, words.sentence, people, effect, of_visits]


def _found(bridge: Bridge, cause: Cause) -> tuple[int, int]:
    line = next((line for line in bridge.lines if line.cause is cause), None)
    return (line.people, line.effect) if line else (0, 0)
