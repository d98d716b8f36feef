"""The bridges of the parts of the force, area by area, officer by officer or level by level, cause by cause."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.reconciliation import Bridge, BridgePart, CountUnit, Reconciliation
from rso_planner.domain.reconciliation_words import part_words
from rso_planner.files.workbook_pen import Cell, Column, Pen

_UNIT_WORDS = {CountUnit.PEOPLE: "people", CountUnit.VISITS: "visits"}


def write_parts(
    pen: Pen, sheet: Worksheet, reconciliation: Reconciliation, heading: str, parts: Sequence[BridgePart]
) -> None:
    """Write one row for each part and unit; in each, the force's count and the effects make the register's."""
    causes = [line.cause for line in reconciliation.people.lines]
    columns = (
        Column(heading, 18),
        Column("Counted in", 8, "plain"),
        Column("Force", 7, "number"),
        *(Column(CAUSE_WORDS[cause].title, 11.5, "effect") for cause in causes),
        Column("Register", 8, "number"),
    )
    width = (0, max(len(columns) - 1, 4))
    pen.put_across(sheet, 0, width, f"Both bridges by {heading.lower()}", "title")
    note = "In each row the force's count and the effects of the causes make the register's count."
    pen.put_across(sheet, 1, width, note, "note")
    rows = [_row(part_words(part.part), bridge, causes) for part in parts for bridge in (part.people, part.visits)]
    row = pen.put_list(sheet, 3, columns, rows)
    whole = [_row("All", bridge, causes) for bridge in (reconciliation.people, reconciliation.visits)]
    row = pen.put_totals(sheet, row, columns, whole)
    pen.put_across(sheet, row, width, _check_words(reconciliation, parts), "note")


def _row(name: str, bridge: Bridge, causes: Sequence[Cause]) -> list[Cell]:
    effect_by_cause = {line.cause: line.effect for line in bridge.lines}
    effects = [effect_by_cause.get(cause) for cause in causes]
    return [name, _UNIT_WORDS[bridge.unit], bridge.force_total, *effects, bridge.register_total]


def _check_words(reconciliation: Reconciliation, parts: Sequence[BridgePart]) -> str:
    ties = all(
        (whole.force_total, whole.register_total)
        == (sum(each.force_total for each in split), sum(each.register_total for each in split))
        for whole, split in (
            (reconciliation.people, [part.people for part in parts]),
            (reconciliation.visits, [part.visits for part in parts]),
        )
    )
    return f"Check: the parts add up to the whole, in people and in visits: {'they tie' if ties else 'NO'}."
