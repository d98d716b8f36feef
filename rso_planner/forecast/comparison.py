"""Scenarios side by side: weekly curves with bands, and paired differences from the baseline with intervals.

A band holds the middle 90 % of the replications. A difference is taken replication by replication, which share
their demand, and its interval is Student's at 95 %; with fewer than two replications there is none.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rso_planner.domain.scenario import Scenario
from rso_planner.domain.what_if import Band, Difference, ScenarioCurves
from rso_planner.domain.year_result import WeekMeasures, YearResult

_BAND = (5.0, 95.0)
# Two-sided 95 % points of Student's distribution by degrees of freedom; above the last one, the normal's.
_STUDENT = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)
_NORMAL = 1.96

Values = NDArray[np.float64]
Reading = Callable[[WeekMeasures], float]

MEASURES: Mapping[str, Reading] = {
    "very_high_overdue": lambda week: week.overdue_by_risk[0],
    "high_overdue": lambda week: week.overdue_by_risk[1],
    "medium_overdue": lambda week: week.overdue_by_risk[2],
    "low_overdue": lambda week: week.overdue_by_risk[3],
    "high_or_above_overdue": lambda week: sum(week.overdue_by_risk[:2]),
    "medium_or_low_overdue": lambda week: sum(week.overdue_by_risk[2:]),
    "overdue": lambda week: sum(week.overdue_by_risk),
    "oldest_days": lambda week: week.oldest_days,
    "arms_overdue": lambda week: week.arms_overdue,
    "arms_ever_share": lambda week: week.arms_ever_share,
    "arms_current_share": lambda week: week.arms_current_share,
    "in_community": lambda week: week.in_community,
    "reactive": lambda week: week.reactive,
    "hours_used": lambda week: week.hours_used,
    "hours_available": lambda week: week.hours_available,
    "officers": lambda week: week.officers,
    "people_to_officer": lambda week: week.people_to_officer,
    "active_to_officer": lambda week: week.active_to_officer,
    "visits_a_year": lambda week: week.visits_a_year,
    "workload": lambda week: week.workload,
    "visits": lambda week: week.visits,
    "assessments": lambda week: week.assessments,
    "to_reactive": lambda week: week.to_reactive,
    "to_active": lambda week: week.to_active,
}
"""Every figure of a week that is followed, by name."""


def compare_scenarios(results: Sequence[tuple[Scenario, Sequence[YearResult]]]) -> tuple[ScenarioCurves, ...]:
    """The curves of every scenario against the first; each has the same replications in the same order."""
    base = _readings(results[0][1])
    return tuple(_curves(scenario, _readings(runs), base) for scenario, runs in results)


def _readings(runs: Sequence[YearResult]) -> Mapping[str, Values]:
    """For each measure an array with a row for each replication and a column for each week."""
    return {
        name: np.array([[read(week) for week in run.weeks] for run in runs]) for name, read in MEASURES.items()
    }


def _curves(scenario: Scenario, values: Mapping[str, Values], base: Mapping[str, Values]) -> ScenarioCurves:
    return ScenarioCurves(
        scenario=scenario,
        weekly={measure: _bands(of_measure) for measure, of_measure in values.items()},
        against_baseline={
            measure: paired_difference(of_measure[:, -1], base[measure][:, -1])
            for measure, of_measure in values.items()
        },
    )


def _bands(values: Values) -> tuple[Band, ...]:
    low, high = np.percentile(values, _BAND, axis=0)
    means = values.mean(axis=0)
    return tuple(
        Band(mean=float(mean), low=float(lowest), high=float(highest))
        for mean, lowest, highest in zip(means, low, high, strict=True)
    )


def paired_difference(values: Values, base: Values) -> Difference:
    """The mean difference of two runs of replications that share their demand, with its interval."""
    differences = values - base
    mean, count = float(differences.mean()), len(differences)
    if count < 2:
        return Difference(mean=mean, low=mean, high=mean)
    half = _student(count - 1) * float(differences.std(ddof=1)) / float(np.sqrt(count))
    return Difference(mean=mean, low=mean - half, high=mean + half)


def _student(freedom: int) -> float:
    return _STUDENT[freedom - 1] if freedom <= len(_STUDENT) else _NORMAL
