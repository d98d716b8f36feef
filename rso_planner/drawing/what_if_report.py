"""A what-if run on one page that stands alone: sentences, differences, curves side by side, assumptions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rso_planner.domain.assumption import Assumption
from rso_planner.domain.measure_words import MEASURE_WORDS
from rso_planner.domain.scenario_words import change_lines
from rso_planner.domain.what_if import Band, ScenarioCurves, WhatIf
from rso_planner.domain.what_if_words import (
    MODE_WORDS,
    breach_sentence,
    load_sentence,
    provenance_lines,
    run_sentence,
    runs_in_band,
    scenario_label,
    scenario_sentences,
)
from rso_planner.drawing.line_chart import (
    LARGE,
    PERCENT_SCALE,
    SMALL,
    STYLES,
    Line,
    LineChart,
    Scale,
    draw_line_chart,
    mark_path,
    scale_for,
)
from rso_planner.drawing.page import page_template
from rso_planner.drawing.what_if_rows import WeekTable, difference_table, end_table, end_words, week_table

_SINGLE = (
    "high_or_above_overdue",
    "medium_or_low_overdue",
    "oldest_days",
    "arms_current_share",
    "people_to_officer",
)
_HOURS = ("hours_used", "hours_available")
_PARTS = ("demand", "policy")


@dataclass(frozen=True, slots=True, kw_only=True)
class _LegendLine:
    """One line of a legend: how the curve looks, and what it is."""

    style: str
    mark: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    """One measure: its picture or pictures on one scale, their legend, and the table of the same figures."""

    name: str
    heading: str
    unit: str
    charts: list[LineChart]
    is_large: bool
    legend: list[_LegendLine]
    has_bands: bool
    table: WeekTable


@dataclass(frozen=True, slots=True)
class _ScenarioCard:
    """A scenario in sentences, with what it changes."""

    title: str
    description: str
    sentences: Sequence[str]
    breach: str
    changes: Sequence[str]


def render_what_if_report(what_if: WhatIf, assumptions: Sequence[Assumption], accuracy: str) -> str:
    """The page as HTML; it fetches nothing, runs no script, and holds counts of people, never a person.

    `accuracy` says in a sentence or two how far the mode of the run may be off.
    """
    return page_template("what_if_report.html").render(
        run=run_sentence(what_if),
        load=load_sentence(what_if),
        baseline=what_if.baseline.scenario.title,
        weeks=what_if.weeks,
        replications=what_if.replications,
        runs_in_band=runs_in_band(what_if),
        cards=[_card(what_if, curves) for curves in (*what_if.scenarios[1:], what_if.baseline)],
        ends=end_table(what_if),
        differences=difference_table(what_if),
        panels=list(_panels(what_if)),
        mode=MODE_WORDS[what_if.mode],
        accuracy=accuracy,
        assumed={part: [each for each in assumptions if each.part == part] for part in _PARTS},
        provenance=provenance_lines(what_if),
    )


def _card(what_if: WhatIf, curves: ScenarioCurves) -> _ScenarioCard:
    breach = breach_sentence(curves)
    sentences = scenario_sentences(what_if, curves)
    return _ScenarioCard(
        title=curves.scenario.title,
        description=curves.scenario.description,
        sentences=[each for each in sentences if each != breach],
        breach=breach,
        changes=change_lines(curves.scenario),
    )


def _panels(what_if: WhatIf) -> Iterator[_Panel]:
    for measure in _SINGLE:
        yield _together(what_if, measure) if len(what_if.scenarios) <= len(STYLES) else _apart(what_if, measure)
    yield _hours(what_if)


def _together(what_if: WhatIf, measure: str) -> _Panel:
    """All scenarios in one picture."""
    lines = [
        _line(scenario_label(curves), style, curves, measure)
        for curves, style in zip(what_if.scenarios, STYLES, strict=False)
    ]
    words = MEASURE_WORDS[measure]
    chart = draw_line_chart(
        lines, _scale(measure, lines), LARGE, name=measure, title=words.title, words=end_words(what_if, measure)
    )
    return _panel(what_if, (measure,), [chart], [(line.style, line.label) for line in lines], is_large=True)


def _apart(what_if: WhatIf, measure: str) -> _Panel:
    """A picture for each scenario, beside the baseline, all on one scale."""
    base = what_if.baseline
    pairs = [
        [
            _line(base.scenario.title, STYLES[0], base, measure),
            _line(scenario_label(each), STYLES[1], each, measure),
        ]
        for each in what_if.scenarios[1:]
    ]
    scale = _scale(measure, [line for lines in pairs for line in lines])
    charts = [_small_chart(lines, scale, measure, place, lines[1].label) for place, lines in enumerate(pairs)]
    legend = [(STYLES[0], f"{base.scenario.title}, in each picture"), (STYLES[1], "the scenario named above it")]
    return _panel(what_if, (measure,), charts, legend, is_large=False)


def _hours(what_if: WhatIf) -> _Panel:
    """A picture of hours used and available for each scenario, all on one scale."""
    used, available = _HOURS
    pairs = [
        [
            _line(MEASURE_WORDS[available].title, STYLES[0], each, available, has_band=False),
            _line(MEASURE_WORDS[used].title, STYLES[1], each, used),
        ]
        for each in what_if.scenarios
    ]
    scale = scale_for([line for lines in pairs for line in lines])
    charts = [
        _small_chart(lines, scale, used, place, scenario_label(each))
        for place, (each, lines) in enumerate(zip(what_if.scenarios, pairs, strict=True))
    ]
    legend = [(line.style, line.label) for line in pairs[0]]
    return _panel(what_if, _HOURS, charts, legend, is_large=False)


def _line(label: str, style: str, curves: ScenarioCurves, measure: str, *, has_band: bool = True) -> Line:
    words = MEASURE_WORDS[measure]
    bands = curves.weekly[measure]
    if words.is_share:
        bands = tuple(Band(mean=each.mean * 100, low=each.low * 100, high=each.high * 100) for each in bands)
    return Line(label, style, bands, has_band)


def _scale(measure: str, lines: Sequence[Line]) -> Scale:
    return PERCENT_SCALE if MEASURE_WORDS[measure].is_share else scale_for(lines)


def _small_chart(lines: Sequence[Line], scale: Scale, measure: str, place: int, label: str) -> LineChart:
    ends = "; ".join(f"{line.label} {MEASURE_WORDS[measure].figure(_last(line, measure))}" for line in lines)
    return draw_line_chart(
        lines, scale, SMALL, name=f"{measure}-{place}", title=label, words=f"In the last week: {ends}."
    )


def _last(line: Line, measure: str) -> float:
    return line.bands[-1].mean / (100 if MEASURE_WORDS[measure].is_share else 1)


def _panel(
    what_if: WhatIf,
    measures: Sequence[str],
    charts: list[LineChart],
    legend: Sequence[tuple[str, str]],
    *,
    is_large: bool,
) -> _Panel:
    titles = [MEASURE_WORDS[measure].title for measure in measures]
    return _Panel(
        name=measures[0],
        heading=titles[0] if len(titles) == 1 else "Hours used and available",
        unit=MEASURE_WORDS[measures[0]].shown_unit,
        charts=charts,
        is_large=is_large,
        legend=[_LegendLine(style=style, mark=mark_path(style, 17, 8), words=words) for style, words in legend],
        has_bands=what_if.replications > 1,
        table=week_table(what_if, measures),
    )
