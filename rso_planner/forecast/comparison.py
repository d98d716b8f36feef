"""Scenarios side by side: weekly curves with bands, and paired differences from the baseline with intervals.

A band holds the middle 90 % of the replications. A difference is taken replication by replication, which share
their demand, and its interval is Student's at 95 %; with fewer than two replications there is none.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rso_planner.forecast.measures import WeekMeasures
from rso_planner.forecast.year import YearResult

_BAND = (5.0, 95.0)
# Two-sided 95 % points of Student's distribution by degrees of freedom; above the last one, the normal's.
_STUDENT = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)
_NORMAL = 1.96

Reading = Callable[[WeekMeasures], float]

MEASURES: Mapping[str, Reading] = {
    "very_high_overdue": lambda week: week.overdue_by_risk[0],
    "high_overdue": lambda week: week.overdue_by_risk[1],
    "medium_overdue": lambda week: week.overdue_by_risk[2],
    "low_overdue": lambda week: week.overdue_by_risk[3],
    "overdue": lambda week: sum(week.overdue_by_risk),
    "oldest_days": lambda week: week.oldest_days,
    "arms_overdue": lambda week: week.arms_overdue,
    "arms_ever_share": lambda week: week.arms_ever_share,
    "arms_current_share": lambda week: week.arms_current_share,
    "in_community": lambda week: week.in_community,
    "reactive": lambda week: week.reactive,
    "hours_used": lambda week: week.hours_used,
    "hours_available": lambda week: week.hours_available,
    "people_to_officer": lambda week: week.people_to_officer,
    "active_to_officer": lambda week: week.active_to_officer,
    "workload": lambda week: week.workload,
    "visits": lambda week: week.visits,
    "assessments": lambda week: week.assessments,
    "to_reactive": lambda week: week.to_reactive,
    "to_active": lambda week: week.to_active,
}
"""Every figure of a week that is followed, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One figure of one week over the replications."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How much a figure of the last week lies above the baseline's; without an interval both ends are the mean."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioCurves:
    """One scenario over the weeks: for each measure a band a week, and differences where it is no baseline."""

    name: str
    replications: int
    weekly: Mapping[str, tuple[Band, ...]]
    against_baseline: Mapping[str, Difference]


def compare_scenarios(results: Mapping[str, Sequence[YearResult]], baseline: str) -> tuple[ScenarioCurves, ...]:
    """The curves of every scenario; `results` are the replications by scenario, in the same order for each."""
    base = _readings(results[baseline])
    return tuple(_curves(name, _readings(runs), base, len(runs)) for name, runs in results.items())


def _readings(runs: Sequence[YearResult]) -> Mapping[str, np.ndarray]:
    """For each measure an array with a row for each replication and a column for each week."""
    return {
        name: np.array([[read(week) for week in run.weeks] for run in runs]) for name, read in MEASURES.items()
    }


def _curves(
    name: str, values: Mapping[str, np.ndarray], base: Mapping[str, np.ndarray], replications: int
) -> ScenarioCurves:
    return ScenarioCurves(
        name=name,
        replications=replications,
        weekly={measure: _bands(of_measure) for measure, of_measure in values.items()},
        against_baseline={
            measure: paired_difference(of_measure[:, -1], base[measure][:, -1])
            for measure, of_measure in values.items()
        },
    )


def _bands(values: np.ndarray) -> tuple[Band, ...]:
    low, high = np.percentile(values, _BAND, axis=0)
    means = values.mean(axis=0)
    return tuple(
        Band(mean=float(mean), low=float(lowest), high=float(highest))
        for mean, lowest, highest in zip(means, low, high, strict=True)
    )


def paired_difference(values: np.ndarray, base: np.ndarray) -> Difference:
    """The mean difference of two runs of replications that share their demand, with its interval."""
    differences = values - base
    mean, count = float(differences.mean()), len(differences)
    if count < 2:
        return Difference(mean=mean, low=mean, high=mean)
    half = _student(count - 1) * float(differences.std(ddof=1)) / float(np.sqrt(count))
    return Difference(mean=mean, low=mean - half, high=mean + half)


def _student(freedom: int) -> float:
    return _STUDENT[freedom - 1] if freedom <= len(_STUDENT) else _NORMAL
