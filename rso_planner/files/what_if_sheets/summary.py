"""The first sheet: every scenario in three sentences, and its key figures at the end."""

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.measure_words import KEY_MEASURES, MEASURE_WORDS, NOT_AVAILABLE
from rso_planner.domain.what_if import ScenarioCurves, WhatIf
from rso_planner.domain.what_if_words import (
    at_end,
    load_sentence,
    provenance_lines,
    run_sentence,
    scenario_label,
    scenario_sentences,
)
from rso_planner.files.workbook_pen import Cell, Column, Pen, lines_of

_KEY_WORDS = [MEASURE_WORDS[measure] for measure in KEY_MEASURES]
_FIGURE_WIDTH = 14.0
_COLUMNS = (
    Column("Scenario", 34),
    *(Column(f"{words.title}, {words.shown_unit}", _FIGURE_WIDTH, "decimal") for words in _KEY_WORDS),
)
_WIDTH = (0, len(_COLUMNS) - 1)
_WORDS = (1, _WIDTH[1])
_WORDS_WIDTH = _FIGURE_WIDTH * len(KEY_MEASURES)


def write_summary(pen: Pen, sheet: Worksheet, what_if: WhatIf, accuracy: str) -> None:
    """Write the sheet from top to bottom."""
    pen.set_widths(sheet, (column.width for column in _COLUMNS))
    pen.put_across(sheet, 0, _WIDTH, "What if: scenarios compared", "title")
    row = _write_note(pen, sheet, 1, run_sentence(what_if))
    row = _write_note(pen, sheet, row, load_sentence(what_if))
    row = _write_note(pen, sheet, row, accuracy)
    row = _write_sentences(pen, sheet, what_if, row + 1)
    pen.put_across(sheet, row + 1, _WIDTH, f"At the end of week {what_if.weeks}: the mean of the runs", "heading")
    row = pen.put_table(sheet, row + 2, _COLUMNS, [_row(each) for each in what_if.scenarios])
    _write_provenance(pen, sheet, what_if, row + 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    pen.set_up_printing(sheet)


def _write_note(pen: Pen, sheet: Worksheet, row: int, note: str) -> int:
    pen.put_across(sheet, row, _WIDTH, note, "note")
    pen.set_lines(sheet, row, lines_of(note, _COLUMNS[0].width + _WORDS_WIDTH))
    return row + 1


def _write_sentences(pen: Pen, sheet: Worksheet, what_if: WhatIf, row: int) -> int:
    pen.put_across(sheet, row, _WIDTH, "In plain words", "heading")
    for curves in (*what_if.scenarios[1:], what_if.baseline):
        row += 1
        words = "\n".join(scenario_sentences(what_if, curves))
        pen.put(sheet, row, 0, scenario_label(curves), "label")
        pen.put_across(sheet, row, _WORDS, words, "text")
        pen.set_lines(sheet, row, lines_of(words, _WORDS_WIDTH))
    return row + 1


def _row(curves: ScenarioCurves) -> list[Cell]:
    shown = [MEASURE_WORDS[measure].shown(at_end(curves, measure).mean) for measure in KEY_MEASURES]
    return [scenario_label(curves), *(NOT_AVAILABLE if each is None else each for each in shown)]


def _write_provenance(pen: Pen, sheet: Worksheet, what_if: WhatIf, row: int) -> None:
    pen.put_across(sheet, row, _WIDTH, "Where these figures come from", "heading")
    for label, value in provenance_lines(what_if):
        row += 1
        pen.put(sheet, row, 0, label, "sentence")
        pen.put_across(sheet, row, _WORDS, value, "sentence")
