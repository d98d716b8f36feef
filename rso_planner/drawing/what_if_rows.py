"""The tables of a what-if report, as words ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from rso_planner.domain.measure_words import KEY_MEASURES, MEASURE_WORDS
from rso_planner.domain.what_if import Difference, ScenarioCurves, WhatIf
from rso_planner.domain.what_if_words import at_end, is_clear, scenario_label


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with what lies around it; `sign` marks a clear difference as 'more' or 'fewer', else 'chance'."""

    figure: str
    range: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """A scenario's figures in the order of the columns."""

    label: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """Figures by scenario: headings with their units, and rows."""

    headings: list[tuple[str, str]]
    rows: list[ScenarioRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTable:
    """One measure week by week, with a column for each scenario."""

    columns: list[str]
    rows: list[tuple[int, list[Cell]]]


def end_table(what_if: WhatIf) -> FigureTable:
    """The key measures of every scenario in the last week, with their bands."""
    return FigureTable(
        headings=[(MEASURE_WORDS[measure].title, MEASURE_WORDS[measure].shown_unit) for measure in KEY_MEASURES],
        rows=[_end_row(what_if, curves) for curves in what_if.scenarios],
    )


def difference_table(what_if: WhatIf) -> FigureTable:
    """The key measures of every scenario but the baseline, as differences from it."""
    return FigureTable(
        headings=[
            (MEASURE_WORDS[measure].title, MEASURE_WORDS[measure].difference_unit) for measure in KEY_MEASURES
        ],
        rows=[
            ScenarioRow(
                scenario_label(curves),
                [_difference(what_if, measure, curves.against_baseline[measure]) for measure in KEY_MEASURES],
            )
            for curves in what_if.scenarios[1:]
        ],
    )


def week_table(what_if: WhatIf, measures: Sequence[str]) -> WeekTable:
    """The measures week by week; with several, a scenario has a column for each."""
    columns = [(curves, measure) for curves in what_if.scenarios for measure in measures]
    return WeekTable(
        columns=[_column(curves, measure, measures) for curves, measure in columns],
        rows=[
            (place + 1, [_figure(what_if, curves, measure, place) for curves, measure in columns])
            for place in range(what_if.weeks)
        ],
    )


def _column(curves: ScenarioCurves, measure: str, measures: Sequence[str]) -> str:
    label = scenario_label(curves)
    return label if len(measures) == 1 else f"{label}: {MEASURE_WORDS[measure].title.lower()}"


def _figure(what_if: WhatIf, curves: ScenarioCurves, measure: str, place: int) -> Cell:
    band, words = curves.weekly[measure][place], MEASURE_WORDS[measure]
    return Cell(words.figure(band.mean), words.range(band) if what_if.replications > 1 else "")


def _end_row(what_if: WhatIf, curves: ScenarioCurves) -> ScenarioRow:
    last = what_if.weeks - 1
    return ScenarioRow(
        scenario_label(curves), [_figure(what_if, curves, measure, last) for measure in KEY_MEASURES]
    )


def _difference(what_if: WhatIf, measure: str, difference: Difference) -> Cell:
    words = MEASURE_WORDS[measure]
    figure = words.signed(difference.mean)
    is_exact = difference.low == difference.mean == difference.high == 0
    if what_if.replications == 1 or is_exact or not isfinite(difference.mean):
        return Cell(figure, "")
    if is_clear(what_if, difference):
        return Cell(figure, words.signed_range(difference), "more" if difference.mean > 0 else "fewer")
    return Cell(figure, words.signed_range(difference), "chance")


def end_words(what_if: WhatIf, measure: str) -> str:
    """What a picture of the measure comes to, for who cannot see it."""
    words = MEASURE_WORDS[measure]
    ends = [
        f"{scenario_label(curves)} {words.figure(at_end(curves, measure).mean)}" for curves in what_if.scenarios
    ]
    return f"In week {what_if.weeks}: {'; '.join(ends)}."
