"""A what-if run in sentences: what a head of department can read out, generated from the figures."""

from datetime import date, timedelta
from math import isfinite

from rso_planner.domain.measure_words import MEASURE_WORDS
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.what_if import Band, Difference, ScenarioCurves, WhatIf

_WEEKS_A_YEAR = 52
_ENOUGH_RUNS_FOR_NINE_OF_TEN = 20
_HALF = 0.5
_LESS_THAN_ONE = "fewer than 1"

MODE_WORDS = {
    "fast": "fast mode: each week is planned by hours alone, without routes and times",
    "exact": "exact mode: each week is planned by the weekly planner itself",
}


MODE_CAUTION = {
    "fast": "Measured on the synthetic force over a year, it is too hopeful: it shows about a tenth fewer people "
    "overdue a visit than the weekly planner (in single weeks up to half fewer), and a fifth to two fifths fewer "
    "assessments overdue; of people at high risk it is off by 4 at most. Before a decision rests on it, run the "
    "scenarios in question again in exact mode.",
    "exact": "Visits are routed and timed as in a real week; what comes in is drawn by chance in either mode.",
}
"""How far to trust a mode: what `benchmarks.forecast` measured (docs/benchmarks.md), in words."""


def at_end(curves: ScenarioCurves, measure: str) -> Band:
    """The measure in the last week."""
    return curves.weekly[measure][-1]


def is_clear(what_if: WhatIf, difference: Difference) -> bool:
    """Tell whether the runs tell the difference from chance; a single run never does."""
    return what_if.replications > 1 and (difference.low > 0 or difference.high < 0)


def last_day(what_if: WhatIf) -> date:
    """The Sunday of the last week."""
    return what_if.first_week + timedelta(days=7 * what_if.weeks - 1)


def run_sentence(what_if: WhatIf) -> str:
    """What was run: on which records, for how long, how often, how."""
    runs = count_in_words(what_if.replications, "run")
    return (
        f"On the records as of {day_in_words(what_if.as_of)}: {count_in_words(what_if.weeks, 'week')} from "
        f"{day_in_words(what_if.first_week)} to {day_in_words(last_day(what_if))}, {runs} of each scenario on "
        f"the same demand, in {MODE_WORDS[what_if.mode]}."
    )


def load_sentence(what_if: WhatIf) -> str:
    """Whether the hours can ever be enough: a year's duties beside the unit's hours, before any scenario."""
    load = what_if.load
    parts = {"visits": load.visits, "ARMS": load.assessments, "reviews": load.reviews}
    shares = ", ".join(f"{hours:,.0f} for {words}" for words, hours in parts.items())
    left = round(load.needed) - round(load.available)
    if left > 0:
        meaning = (
            f"So work for {left:,} hours a week is left, in whatever order it is done, and a backlog grows by "
            "arithmetic alone."
        )
    else:
        meaning = f"That leaves {-left:,} hours a week for the backlog and for what comes in."
    return (
        "By the minutes of this policy, a year's duties of everybody now on the books take "
        f"{load.needed:,.0f} hours a week ({shares}, {load.travel:,.0f} on the road); as things are the unit has "
        f"{load.available:,.0f} for them. {meaning} The minutes are assumed: before a decision rests on them, put "
        "those of a local time study into the policy."
    )


def what_if_lines(what_if: WhatIf) -> list[str]:
    """The whole run in lines to be read out: what was run, then each scenario by its title, the baseline last."""
    lines = [run_sentence(what_if), load_sentence(what_if)]
    for curves in (*what_if.scenarios[1:], what_if.baseline):
        lines += ["", f"{curves.scenario.title}.", *scenario_sentences(what_if, curves)]
    return lines


def runs_in_band(what_if: WhatIf) -> str:
    """How many runs lie within a band: of a few runs one in twenty cannot lie outside at either end."""
    if what_if.replications >= _ENOUGH_RUNS_FOR_NINE_OF_TEN:
        return "nine of ten runs"
    return f"most of {what_if.replications} runs"


def scenario_label(curves: ScenarioCurves) -> str:
    """The scenario's title, with a word where it departs from a practice."""
    return f"{curves.scenario.title} (breach)" if curves.scenario.breach else curves.scenario.title


def breach_sentence(curves: ScenarioCurves) -> str:
    """From which practice the scenario departs, or nothing."""
    return f"Breach: {curves.scenario.breach}" if curves.scenario.breach else ""


def scenario_sentences(what_if: WhatIf, curves: ScenarioCurves) -> tuple[str, ...]:
    """Three sentences to be read out after the title, and the breach, if any.

    They lead with the serious backlog; the whole backlog and its oldest, then ARMS and staff come after it.
    """
    sentences = (
        f"After {_horizon(what_if)}, {_serious_words(what_if, curves)}.",
        f"In all, {_backlog_words(what_if, curves)}.",
        f"{_arms_words(what_if, curves)}; {_staff_words(what_if, curves)}.",
    )
    breach = breach_sentence(curves)
    return (*sentences, breach) if breach else sentences


def _horizon(what_if: WhatIf) -> str:
    return "a year" if what_if.weeks == _WEEKS_A_YEAR else count_in_words(what_if.weeks, "week")


def _serious_words(what_if: WhatIf, curves: ScenarioCurves) -> str:
    measure = "high_or_above_overdue"
    band = at_end(curves, measure)
    people = f"{_people(band.mean)} at high or very high risk would be overdue a visit"
    return f"{people}{_against(what_if, curves, measure)}{_band_words(what_if, band)}"


def _backlog_words(what_if: WhatIf, curves: ScenarioCurves) -> str:
    overdue, oldest = at_end(curves, "overdue"), at_end(curves, "oldest_days")
    words = f"{_people(overdue.mean)} would be overdue a visit{_against(what_if, curves, 'overdue')}"
    if round(oldest.mean) == 0:
        return words
    days = count_in_words(round(oldest.mean), "day")
    return f"{words}; the most overdue by {days}{_against(what_if, curves, 'oldest_days')}"


def _arms_words(what_if: WhatIf, curves: ScenarioCurves) -> str:
    measure = "arms_current_share"
    share = MEASURE_WORDS[measure].figure(at_end(curves, measure).mean)
    return f"{share} of the people in the community would have a current ARMS{_against(what_if, curves, measure)}"


def _staff_words(what_if: WhatIf, curves: ScenarioCurves) -> str:
    used, available = (at_end(curves, measure).mean for measure in ("hours_used", "hours_available"))
    if round(available) > 0:
        hours = f"{used:,.0f} of the {available:,.0f} hours a week for this work would be used"
    else:
        hours = "there would be no hours for this work"
    measure = "people_to_officer"
    ratio = at_end(curves, measure).mean
    if not isfinite(ratio):
        return f"there would be no officer, and {hours}"
    people = f"{MEASURE_WORDS[measure].figure(ratio)} people"
    return f"an officer would have {people}{_against(what_if, curves, measure)}, and {hours}"


def _people(mean: float) -> str:
    said = _said("overdue", mean)
    return {"0": "nobody", "1": "1 person", _LESS_THAN_ONE: f"{_LESS_THAN_ONE} person"}.get(said, f"{said} people")


def _said(measure: str, mean: float) -> str:
    """The figure as it is read out: people and days whole."""
    words = MEASURE_WORDS[measure]
    if words.unit not in ("people", "days"):
        return words.figure(mean)
    return _LESS_THAN_ONE if 0 < mean <= _HALF else words.figure(round(mean))


def _against(what_if: WhatIf, curves: ScenarioCurves, measure: str) -> str:
    """The baseline's figure, and whether the difference may be chance; nothing for the baseline itself."""
    base = what_if.baseline
    if curves is base:
        return ""
    figure = _said(measure, at_end(base, measure).mean)
    if _said(measure, at_end(curves, measure).mean) == figure:
        return ", as without the change"
    is_chance = what_if.replications > 1 and not is_clear(what_if, curves.against_baseline[measure])
    return f" instead of {figure}{', which may be chance' if is_chance else ''}"


def _band_words(what_if: WhatIf, band: Band) -> str:
    if what_if.replications == 1:
        return ", in a single run"
    low, high = (f"{round(end):,}" for end in (band.low, band.high))
    runs = runs_in_band(what_if)
    if low != high:
        return f", between {low} and {high} in {runs}"
    return f", and so in {runs}" if low == f"{round(band.mean):,}" else f", {low} in {runs}"


def provenance_lines(what_if: WhatIf) -> tuple[tuple[str, str], ...]:
    """Where the figures come from, so that the run can be made again."""
    return (
        ("Seed", str(what_if.seed)),
        ("Input hash", what_if.input_hash),
        ("Policy hash", what_if.policy_hash),
        ("Planner version", what_if.code_version),
    )
