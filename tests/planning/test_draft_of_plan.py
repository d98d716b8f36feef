"""From a plan back to the draft that it stands for: whole, or without what no longer holds."""

from dataclasses import replace

import pytest

from rso_planner.planning.compact.draft_of_plan import draft_of_plan
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.score import score
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.solve import first_plan
from tests.planning.random_weeks import make_random_week


@pytest.mark.parametrize("seed", range(30))
def test_a_plan_comes_back_whole(seed: int) -> None:
    problem = make_random_week(seed, officers=5, people=14, days=4)
    draft = first_plan(problem)
    plan = make_plan(draft)
    again, lost = draft_of_plan(WeekIndex(problem), plan)
    assert lost == ()
    assert make_plan(again) == plan
    assert score(again) == score(draft)


def test_what_an_absence_makes_impossible_is_told() -> None:
    problem = make_random_week(5, officers=5, people=14, days=4)
    plan = make_plan(first_plan(problem))
    ill = next(each for each in plan.assignments if len(each.officer_ids) == 2).lead_id
    officers = tuple(replace(each, days={}) if each.officer_id == ill else each for each in problem.officers)
    draft, lost = draft_of_plan(WeekIndex(replace(problem, officers=officers)), plan)
    assert lost
    assert all(ill in each.officer_ids for each in lost)
    assert len(make_plan(draft).assignments) == len(plan.assignments) - len(lost)
