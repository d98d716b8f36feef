"""Every measure week by week, with the mean and the band of each scenario side by side."""

from collections.abc import Iterator
from datetime import timedelta

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.measure_words import MEASURE_WORDS, MeasureWords
from rso_planner.domain.what_if import Band, WhatIf
from rso_planner.domain.what_if_words import runs_in_band, scenario_label
from rso_planner.files.workbook_pen import Cell, Column, Pen

_FIRST_COLUMNS = (
    Column("Measure", 42),
    Column("Unit", 32),
    Column("Week", 7, "number"),
    Column("Monday", 18, "date"),
)


def write_weekly(pen: Pen, sheet: Worksheet, what_if: WhatIf) -> None:
    """Write one row for each measure and week; the list can be filtered by measure."""
    has_bands = what_if.replications > 1
    columns = [*_FIRST_COLUMNS]
    for curves in what_if.scenarios:
        label = scenario_label(curves)
        columns.append(Column(label, 18, "decimal"))
        if has_bands:
            columns += [Column(f"{label}, from", 18, "decimal"), Column(f"{label}, to", 18, "decimal")]
    width = (0, len(columns) - 1)
    pen.put_across(sheet, 0, width, "Week by week", "title")
    note = f"The mean; 'from' and 'to' are where {runs_in_band(what_if)} lie." if has_bands else "A single run."
    pen.put_across(sheet, 1, width, f"{note} Choose a measure with the filter of the first column.", "note")
    rows = [
        _row(what_if, measure, words, place)
        for measure, words in MEASURE_WORDS.items()
        for place in range(what_if.weeks)
    ]
    pen.put_list(sheet, 3, columns, rows)
    sheet.freeze_panes(4, len(_FIRST_COLUMNS))


def _row(what_if: WhatIf, measure: str, words: MeasureWords, place: int) -> list[Cell]:
    figures = [
        figure
        for curves in what_if.scenarios
        for figure in _figures(what_if, words, curves.weekly[measure][place])
    ]
    monday = what_if.first_week + timedelta(days=7 * place)
    return [words.title, words.shown_unit, place + 1, monday, *figures]


def _figures(what_if: WhatIf, words: MeasureWords, band: Band) -> Iterator[Cell]:
    yield words.shown(band.mean)
    if what_if.replications > 1:
        yield words.shown(band.low)
        yield words.shown(band.high)
