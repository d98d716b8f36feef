"""Arithmetic of published figures: ratios, visits a year, growth.

1,769 people and 100:1: HMICFRS, Merseyside, April 2018. The mix 6 / 277 / 557 / 867 is that report's very high and
high and an assumed split of the rest. 64,325 people growing by 6 % a year, and 215 people with 3 officers, are
published figures of other forces and years.
"""

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.scenario import Scenario, StaffingChange
from rso_planner.forecast.demand import WEEKS_A_YEAR, weekly_growth
from rso_planner.forecast.measures import visits_a_year
from rso_planner.forecast.staff import staff_in
from tests.forecast.worlds import make_people, make_population, make_roster, run


@pytest.mark.parametrize(("ratio", "officers"), [(100, 17.7), (50, 35.4)])
def test_a_ratio_is_people_in_the_community_to_full_time_equivalents(ratio: float, officers: float) -> None:
    scenario = Scenario(
        name="ratio", title="ratio", description="ratio", staffing=(StaffingChange(people_to_officer=ratio),)
    )
    for today in (5, 20, 40):
        staff = staff_in(scenario, 1, make_roster(today), 1769, 0.4)
        assert round(staff.fte, 1) == officers
        assert staff.minutes == pytest.approx(1769 / ratio * 888)


def test_the_visits_that_the_table_asks_for_in_a_year(policy: PlanningPolicy) -> None:
    people = make_people({"very_high": 6, "high": 277, "medium": 557, "low": 867})
    assert round(visits_a_year(make_population(people, policy))) == 6 * 12 + 277 * 4 + 557 * 2 + 867 == 3161


def test_growth_compounds(policy: PlanningPolicy) -> None:
    assert round(64_325 * (1 + weekly_growth(0.06)) ** (4 * WEEKS_A_YEAR)) == round(64_325 * 1.06**4) == 81_209


def test_215_people_and_3_officers(policy: PlanningPolicy) -> None:
    week = run(make_people({"low": 215}), policy, officers=3, weeks=1).weeks[0]
    assert round(week.people_to_officer, 1) == 71.7
