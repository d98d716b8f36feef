"""The answer of a what-if run: each scenario as weekly curves with bands, and how it differs from the baseline."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rso_planner.domain.scenario import Scenario
from rso_planner.domain.unit_load import UnitLoad


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One figure of one week over the replications: the mean, and the middle 90 % of them."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How far a figure of the last week lies above the baseline's, with its 95 % interval.

    With a single replication there is no interval, and both ends are the mean.
    """

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioCurves:
    """One scenario over the weeks: by measure a band a week, and differences from the baseline in the last week.

    The measures are named in `rso_planner/forecast/comparison.py`; shares are from 0 to 1, hours a week's.
    """

    scenario: Scenario
    weekly: Mapping[str, tuple[Band, ...]]
    against_baseline: Mapping[str, Difference]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """Several scenarios over the same weeks and the same demand, the baseline first.

    `mode` is 'fast' (a week planned by hours alone) or 'exact' (by the weekly planner itself). `load` is what a
    year's duties of everybody on the books take, beside the hours of the baseline's first week.
    """

    as_of: date
    first_week: date
    weeks: int
    replications: int
    seed: int
    mode: str
    scenarios: tuple[ScenarioCurves, ...]
    load: UnitLoad
    seconds: float
    policy_hash: str
    input_hash: str
    code_version: str

    @property
    def baseline(self) -> ScenarioCurves:
        """The scenario with which the others are compared."""
        return self.scenarios[0]
