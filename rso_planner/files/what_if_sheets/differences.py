"""Every measure of every scenario against the baseline at the end, with its interval."""

from math import isfinite

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.measure_words import MEASURE_WORDS, NOT_AVAILABLE
from rso_planner.domain.what_if import Difference, ScenarioCurves, WhatIf
from rso_planner.domain.what_if_words import at_end, is_clear, scenario_label
from rso_planner.files.workbook_pen import Cell, Column, Pen

_COLUMNS = (
    Column("Scenario", 34),
    Column("Measure", 42),
    Column("Unit", 32),
    Column("Baseline", 13, "decimal"),
    Column("Scenario's figure", 13, "decimal"),
    Column("Difference", 13, "decimal_effect"),
    Column("From", 11, "decimal_effect"),
    Column("To", 11, "decimal_effect"),
    Column("Told from chance", 15),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_differences(pen: Pen, sheet: Worksheet, what_if: WhatIf) -> None:
    """Write one row for each scenario and measure; a difference of percentages is in percentage points."""
    title = f"Differences from '{what_if.baseline.scenario.title}' at the end of week {what_if.weeks}"
    pen.put_across(sheet, 0, _WIDTH, title, "title")
    pen.put_across(sheet, 1, _WIDTH, _note(what_if), "note")
    rows = [_row(what_if, curves, measure) for curves in what_if.scenarios[1:] for measure in MEASURE_WORDS]
    pen.put_list(sheet, 3, _COLUMNS, rows)


def _note(what_if: WhatIf) -> str:
    if what_if.replications == 1:
        return "A single run cannot tell a difference from chance."
    return (
        f"'From' and 'To' are the 95 % interval over {what_if.replications} runs on the same demand. One in "
        "twenty figures that do not differ is told from chance all the same."
    )


def _row(what_if: WhatIf, curves: ScenarioCurves, measure: str) -> list[Cell]:
    words, difference = MEASURE_WORDS[measure], curves.against_baseline[measure]
    figures = (
        at_end(what_if.baseline, measure).mean,
        at_end(curves, measure).mean,
        difference.mean,
        *((difference.low, difference.high) if what_if.replications > 1 else ()),
    )
    shown: list[Cell] = [NOT_AVAILABLE if (each := words.shown(value)) is None else each for value in figures]
    shown += [None] * (len(_COLUMNS) - 4 - len(shown))
    return [scenario_label(curves), words.title, words.shown_unit, *shown, _verdict(what_if, difference)]


def _verdict(what_if: WhatIf, difference: Difference) -> str:
    if not isfinite(difference.mean):
        return ""
    if is_clear(what_if, difference):
        return "more" if difference.mean > 0 else "fewer"
    return "no difference" if difference.low == difference.high == 0 else "may be chance"
