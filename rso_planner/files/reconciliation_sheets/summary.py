"""The first sheet: the two totals, both bridges between them, and the policy's own range."""

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.reconciliation import Bridge, BridgeLine, Reconciliation
from rso_planner.domain.reconciliation_words import (
    bridge_sentence,
    explained_sentences,
    lists_sentence,
    range_sentence,
    range_words,
    trend_sentence,
    undecided_sentence,
)
from rso_planner.files.workbook_pen import Cell, Column, Pen, lines_of

_COLUMNS = (
    Column("From the force's count to the register's", 40),
    Column("Cause", 25, "plain"),
    Column("Differences", 13, "number"),
    Column("Effect on people", 13, "effect"),
    Column("People overdue", 13, "number"),
    Column("Effect on visits", 13, "effect"),
    Column("Visits owed", 13, "number"),
)
_WIDTH = (0, len(_COLUMNS) - 1)
_ALL_WIDTH = sum(column.width for column in _COLUMNS)


def write_summary(pen: Pen, sheet: Worksheet, reconciliation: Reconciliation) -> None:
    """Write the sheet from top to bottom."""
    pen.set_widths(sheet, (column.width for column in _COLUMNS))
    title = f"Force and register compared, {day_in_words(reconciliation.as_of)}"
    pen.put_across(sheet, 0, _WIDTH, title, "title")
    pen.put_across(sheet, 1, _WIDTH, lists_sentence(reconciliation), "note")
    row = _write_figures(pen, sheet, reconciliation, 3)
    sentences = (
        *(bridge_sentence(reconciliation.people), *explained_sentences(reconciliation)),
        *(bridge_sentence(reconciliation.visits), range_sentence(reconciliation)),
        *(undecided_sentence(reconciliation), trend_sentence(reconciliation)),
    )
    for sentence in sentences:
        row += 1
        pen.put_across(sheet, row, _WIDTH, sentence, "wrapped")
        pen.set_lines(sheet, row, lines_of(sentence, _ALL_WIDTH))
    _write_bridges(pen, sheet, reconciliation, row + 2)
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(0)
    pen.set_up_printing(sheet)
    # A bridge that runs on to a second page cannot be checked at a glance.
    sheet.fit_to_pages(1, 1)


def _write_figures(pen: Pen, sheet: Worksheet, reconciliation: Reconciliation, row: int) -> int:
    figures: tuple[tuple[str, Cell], ...] = (
        ("People overdue, the force's count", reconciliation.people.force_total),
        ("People overdue, the register's count", reconciliation.people.register_total),
        ("People overdue under the policy", range_words(reconciliation)),
    )
    for label, figure in figures:
        sheet.set_row(row, 27)
        pen.put(sheet, row, 0, label, "label")
        pen.put(sheet, row, 1, figure, "big")
        row += 1
    return row


def _write_bridges(pen: Pen, sheet: Worksheet, reconciliation: Reconciliation, row: int) -> None:
    people, visits = reconciliation.people, reconciliation.visits
    pen.put_across(sheet, row, _WIDTH, "The bridge in people, and again in visits owed", "heading")
    *rows, total = _bridge_rows(people, visits)
    row = pen.put_table(sheet, row + 1, _COLUMNS, rows)
    row = pen.put_totals(sheet, row, _COLUMNS, [total])
    check = f"Check: {_sum_words(people)} people, and {_sum_words(visits)} visits. Both bridges tie."
    pen.put_across(sheet, row, _WIDTH, check, "note")


def _bridge_rows(people: Bridge, visits: Bridge) -> list[list[Cell]]:
    of_people, of_visits = _line_by_cause(people), _line_by_cause(visits)
    so_far = [people.force_total, visits.force_total]
    rows: list[list[Cell]] = [["The force counts", None, None, None, so_far[0], None, so_far[1]]]
    for cause in Cause:
        if cause in of_people or cause in of_visits:
            lines = [of_people.get(cause), of_visits.get(cause)]
            effects = [line.effect if line else 0 for line in lines]
            so_far = [total + effect for total, effect in zip(so_far, effects, strict=True)]
            count = max(line.people for line in lines if line)
            rows.append(
                [CAUSE_WORDS[cause].title, cause.value, count, effects[0], so_far[0], effects[1], so_far[1]]
            )
    differences = sum(line.people for line in people.lines)
    effects = [sum(line.effect for line in bridge.lines) for bridge in (people, visits)]
    totals: list[Cell] = [effects[0], people.register_total, effects[1], visits.register_total]
    return [*rows, ["The register counts", None, differences, *totals]]


def _line_by_cause(bridge: Bridge) -> Mapping[Cause, BridgeLine]:
    return {line.cause: line for line in bridge.lines}


def _sum_words(bridge: Bridge) -> str:
    effect = sum(line.effect for line in bridge.lines)
    sign = "-" if effect < 0 else "+"
    return f"{bridge.force_total:,} {sign} {abs(effect):,} = {bridge.register_total:,}"
