"""Bands and paired differences; the shared demand makes a difference sharper than two runs apart would."""

import numpy as np
import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.scenario import Scenario, StaffingChange
from rso_planner.forecast.comparison import MEASURES, compare_scenarios, paired_difference
from tests.forecast.worlds import AS_IT_IS, ORDINARY_DEMAND, make_people, run

MORE = Scenario(name="more", title="more", description="more", staffing=(StaffingChange(officers_added=1.0),))


def test_a_paired_difference_by_hand() -> None:
    found = paired_difference(np.array([3.0, 5.0, 7.0]), np.array([1.0, 2.0, 6.0]))
    assert found.mean == pytest.approx(2.0)
    # The differences 2, 3, 1 have a standard deviation of 1; Student's point for two degrees is 4.303.
    assert found.high - found.mean == pytest.approx(4.303 / np.sqrt(3))
    assert found.mean - found.low == pytest.approx(found.high - found.mean)


def test_one_replication_has_no_interval() -> None:
    found = paired_difference(np.array([4.0]), np.array([1.0]))
    assert (found.low, found.mean, found.high) == (3.0, 3.0, 3.0)


def test_the_baseline_differs_from_itself_by_nothing(policy: PlanningPolicy) -> None:
    people = make_people({"high": 10, "low": 20})
    runs = [run(people, policy, officers=1, demand=ORDINARY_DEMAND, weeks=4, replication=n) for n in range(3)]
    (curves,) = compare_scenarios([(AS_IT_IS, runs)])
    assert all(each.mean == each.low == each.high == 0 for each in curves.against_baseline.values())
    assert all(len(bands) == 4 for bands in curves.weekly.values())
    for bands in curves.weekly.values():
        assert all(band.low <= band.mean + 1e-9 and band.mean <= band.high + 1e-9 for band in bands)


def test_shared_demand_makes_differences_sharp(policy: PlanningPolicy) -> None:
    """The variance of a paired difference is a small part of the unpaired one."""
    people = make_people({"very_high": 3, "high": 30, "medium": 60, "low": 90}, seen="2026-04-01")

    def community(scenario: Scenario, seed: int) -> list[float]:
        runs = (
            run(people, policy, officers=3, scenario=scenario, demand=ORDINARY_DEMAND, seed=seed, replication=n)
            for n in range(12)
        )
        return [MEASURES["overdue"](result.weeks[-1]) for result in runs]

    base, other, apart = community(AS_IT_IS, 1), community(MORE, 1), community(MORE, 2)
    paired = float(np.var(np.array(other) - np.array(base), ddof=1))
    unpaired = float(np.var(np.array(apart) - np.array(base), ddof=1))
    assert paired < 0.5 * unpaired
