"""The compiled search for the best route against trying every order of every few stops."""

import numpy as np
import pytest

from rso_planner.planning.columns.field_week import make_field_week
from rso_planner.planning.columns.pricing import Finder
from rso_planner.planning.columns.route_search import KEPT
from rso_planner.planning.compact.week_index import WeekIndex
from tests.planning.columns.slow_pricing import best_value, offers_of
from tests.planning.random_weeks import make_random_week


@pytest.mark.parametrize("seed", range(40))
def test_no_order_of_stops_is_worth_more_than_the_priced_route(seed: int) -> None:
    week = make_field_week(WeekIndex(make_random_week(seed, officers=3, people=5, days=2)))
    chance = np.random.default_rng(seed)
    lead = chance.integers(-300, 900, (week.shifts, 2, week.stops))
    along = np.where(week.may_go[week.worker], chance.integers(-200, 300, (week.shifts, week.stops)), -(2**60))
    lead = np.where(week.may_lead[week.worker], lead, -(2**60))
    roads = chance.integers(0, 6, week.shifts)
    for crews, lone in ((week.crews, ~week.needs_two), (week.solos, np.ones(week.stops, dtype=np.bool_))):
        floors = np.zeros(len(crews), dtype=np.int64)
        most, routes = Finder(week).look(crews, lead, along, lone, roads).best(floors, keep=3, most_nodes=10**6)
        expected = [best_value(week, crew, offers_of(week, crew, lead, along, lone), roads) for crew in crews]
        assert most.tolist() == expected
        assert routes[:, 0, 0].tolist() == expected


def test_a_search_cut_short_says_too_much_and_never_too_little() -> None:
    week = make_field_week(WeekIndex(make_random_week(8, officers=6, people=40, days=4)))
    chance = np.random.default_rng(8)
    lead = np.where(week.may_lead[week.worker], chance.integers(0, 900, (week.shifts, 2, week.stops)), -(2**60))
    along = np.where(week.may_go[week.worker], 300, -(2**60)) + np.zeros((week.shifts, week.stops), np.int64)
    given = (week.solos, lead, along, np.ones(week.stops, dtype=np.bool_), np.full(week.shifts, 3))
    floors = np.zeros(len(week.solos), dtype=np.int64)
    prospect = Finder(week).look(*given)
    exact, routes = prospect.best(floors, keep=1, most_nodes=10**7)
    cut, _ = prospect.best(floors, keep=1, most_nodes=3)
    assert (cut >= exact).all()
    assert (cut > exact).any()
    assert (routes[:, 0, KEPT + 1] >= 0).any(), "no route has two stops, so the test shows little"
