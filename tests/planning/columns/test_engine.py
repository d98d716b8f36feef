"""Columns make plans that keep every rule; what they prove is never below what a plan reaches."""

import pytest

from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.columns.engine import ColumnEngine
from rso_planner.planning.compact.bounds import bounds
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.safety import SafetyLimit
from rso_planner.planning.compact.score import score
from rso_planner.planning.problem import PlanningProblem, Tier
from rso_planner.planning.solve import first_plan
from tests.planning.brute_force import best_values
from tests.planning.random_weeks import make_random_week
from tests.planning.test_solve import with_worths

_NO_BOUND = (10**12,) * 7


def tiny(seed: int) -> PlanningProblem:
    return make_random_week(seed, officers=3, people=4, days=2)


def engine_after_columns(draft: DraftWeek) -> ColumnEngine:
    engine = ColumnEngine(draft.index, SafetyLimit(600))
    for tier in Tier:
        engine.columns_for(tier, draft, 12)
    return engine


@pytest.mark.parametrize("seed", range(80))
def test_no_bound_lies_below_the_best_week_in_the_first_tier_with_work(seed: int) -> None:
    problem = tiny(seed)
    draft, best = first_plan(problem), best_values(problem)
    proved = engine_after_columns(draft).bounds(draft, _NO_BOUND, 12)
    for tier, bound in proved.items():
        # Beside what the draft holds above, the best week stands as long as it holds the same.
        if score(draft).tiers[: tier - 1] == best[: tier - 1]:
            assert bound >= best[tier - 1]
        assert bound >= score(draft).tiers[tier - 1]


@pytest.mark.parametrize("seed", [1, 3])
def test_some_tier_of_a_district_is_bounded_more_tightly_than_without_days_and_routes(seed: int) -> None:
    draft = first_plan(make_random_week(seed, officers=7, people=60, days=5))
    engine = engine_after_columns(draft)
    proved = engine.bounds(draft, _NO_BOUND, 12)
    relaxed = bounds(draft.index, score(draft))
    assert all(bound >= score(draft).tiers[tier - 1] for tier, bound in proved.items())
    assert any(bound < relaxed[tier - 1] for tier, bound in proved.items())


@pytest.mark.parametrize("seed", range(12))
def test_whole_columns_filled_up_keep_every_rule(seed: int) -> None:
    problem = make_random_week(seed, officers=6, people=30, days=3)
    draft = first_plan(problem)
    engine = ColumnEngine(draft.index, SafetyLimit(600))
    engine.columns_for(Tier.HIGH_RISK_VISITS, draft, 12)
    dived = engine.dive(Tier.HIGH_RISK_VISITS, draft)
    assert dived is not None
    assert dived.trip_of
    assert check_plan(problem, make_plan(dived)) == ()


def test_one_serious_visit_is_not_traded_for_many_easy_ones() -> None:
    high = {"P00": (Tier.HIGH_RISK_VISITS, 1)}
    low = {f"P{number:02}": (Tier.OTHER_VISITS_AND_ASSESSMENTS, 1_000_000) for number in (1, 2, 3)}
    problem = with_worths(tiny(31), high | low)
    draft = first_plan(problem)
    assert score(draft).tiers[0] == 1
    engine = engine_after_columns(draft)
    dived = engine.dive(Tier.OTHER_VISITS_AND_ASSESSMENTS, draft)
    assert dived is not None
    assert score(dived).tiers[0] == 1


def test_two_engines_make_the_same_columns() -> None:
    draft = first_plan(make_random_week(5, officers=6, people=40, days=4))
    one, other = (
        ColumnEngine(draft.index, SafetyLimit(600)).columns_for(Tier.HIGH_RISK_VISITS, draft, 8) for _ in range(2)
    )
    assert one == other
    assert one
