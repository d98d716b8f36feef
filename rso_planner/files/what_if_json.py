"""A what-if run as one JSON document: what `whatif --json` prints and whatif.json holds."""

import json
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any

from rso_planner.domain.measure_words import Interval
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.scenario_words import change_lines
from rso_planner.domain.what_if import ScenarioCurves, WhatIf
from rso_planner.files.whole_file import write_whole_file

_MEASURE_BY_RISK = {level: f"{level.value}_overdue" for level in RiskLevel}
_DECIMALS = 4


def make_what_if_document(what_if: WhatIf) -> dict[str, Any]:
    """The document; the baseline is the first scenario, shares are from 0 to 1, a figure that is none is null.

    How long the run took is not in it, so that the same run gives the same document.
    """
    return {
        "as_of": what_if.as_of.isoformat(),
        "first_week": what_if.first_week.isoformat(),
        "weeks": what_if.weeks,
        "replications": what_if.replications,
        "seed": what_if.seed,
        "mode": what_if.mode,
        "load_hours_a_week": {
            "visits": round(what_if.load.visits, _DECIMALS),
            "assessments": round(what_if.load.assessments, _DECIMALS),
            "reviews": round(what_if.load.reviews, _DECIMALS),
            "travel": round(what_if.load.travel, _DECIMALS),
            "available": round(what_if.load.available, _DECIMALS),
        },
        "scenarios": [_scenario(each, what_if.weeks) for each in what_if.scenarios],
        "policy_hash": what_if.policy_hash,
        "input_hash": what_if.input_hash,
        "code_version": what_if.code_version,
    }


def write_what_if_json(what_if: WhatIf, path: Path) -> None:
    """Write the document, indented, in UTF-8.

    Raises:
        OSError: the file cannot be written.
    """
    text = json.dumps(make_what_if_document(what_if), ensure_ascii=False, allow_nan=False, indent=1)
    write_whole_file(path, f"{text}\n".encode())


def _scenario(curves: ScenarioCurves, weeks: int) -> dict[str, Any]:
    scenario = curves.scenario
    return {
        "name": scenario.name,
        "title": scenario.title,
        "description": scenario.description,
        "breach": scenario.breach,
        "changes": list(change_lines(scenario)),
        "weekly": [_week(curves, place) for place in range(weeks)],
        "against_baseline": {measure: _interval(each) for measure, each in curves.against_baseline.items()},
    }


def _week(curves: ScenarioCurves, place: int) -> dict[str, Any]:
    of_week: Mapping[str, Any] = {measure: _interval(bands[place]) for measure, bands in curves.weekly.items()}
    of_risk = set(_MEASURE_BY_RISK.values())
    return {
        "week": place + 1,
        "overdue_by_risk": {level.value: of_week[measure] for level, measure in _MEASURE_BY_RISK.items()},
        **{measure: figures for measure, figures in of_week.items() if measure not in of_risk},
    }


def _interval(figures: Interval) -> dict[str, float | None]:
    return {"mean": _figure(figures.mean), "low": _figure(figures.low), "high": _figure(figures.high)}


def _figure(value: float) -> float | None:
    return round(value, _DECIMALS) if isfinite(value) else None
