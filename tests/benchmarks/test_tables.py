"""What the benchmarks' tables say of runs whose figures are known."""

from dataclasses import replace

from benchmarks import determinism, seeds, side_by_side
from benchmarks.benchmark_week import Variant
from benchmarks.one_run import Run

RUN = Run(
    method="ours",
    variant="pairs",
    limit_seconds=10.0,
    seed=1,
    score=9_900,
    bound=10_000,
    trips=120,
    preference=30,
    travel=60,
    violations=0,
    seconds=9.87,
    megabytes=276,
    plan_hash="ab" * 32,
)


def test_gaps_side_by_side_are_to_the_best_bound_of_all() -> None:
    greedy = replace(RUN, method="greedy", score=9_000, bound=20_000, seconds=0.08, trips=99, megabytes=1_160)
    longer = replace(RUN, limit_seconds=60.0, score=9_950, seconds=61.0, megabytes=280)
    lines = side_by_side.section_of_variant(Variant.PAIRS, [greedy, RUN, longer], [10.0, 60.0])
    assert lines[0].endswith("Best proven bound 1,000 points.")
    assert lines[-3:-1] == [
        "| greedy by value per minute | 10.00% (0.1 s) |  | 900 | 99 | 1,160 |",
        "| rso_planner | 1.00% (9.9 s) | 0.50% (61.0 s) | 995 | 120 | 280 |",
    ]


def test_a_plan_that_breaks_rules_is_told() -> None:
    lines = side_by_side.section_of_variant(Variant.PAIRS, [replace(RUN, violations=2)], [10.0])
    assert "1.00% (9.9 s, breaks 2 rules)" in lines[-2]


def test_each_seed_has_its_own_bound_and_the_worst_is_named() -> None:
    runs = [
        RUN,
        replace(RUN, limit_seconds=60.0, score=9_980, bound=9_990),
        replace(RUN, seed=2, score=19_000, bound=20_000),
        replace(RUN, seed=2, limit_seconds=60.0, score=19_800, bound=20_000),
    ]
    lines = seeds.one_score_lines(runs, [10.0, 60.0])
    assert lines[4] == "| 1 | 0.90% (9.9 s) | 0.10% (9.9 s) | 998 | 999 | 276 |"
    assert lines[5] == "| 2 | 5.00% (9.9 s) | 1.00% (9.9 s) | 1,980 | 2,000 | 276 |"
    assert lines[6:8] == ["| median | 2.95% | 0.55% |  |  |  |", "| worst | 5.00% | 1.00% |  |  |  |"]


def test_a_tier_without_a_gap_is_proven() -> None:
    tiers = (
        ("high_risk_visits", 10.0, 10.0, 0.0),
        ("high_risk_assessments", 9.0, 10.0, 0.1),
        ("other_visits_and_assessments", 9.99, 10.0, 0.001),
        ("other_reviews", 10.0, 10.0, 1e-9),
        ("travel", 90.0, 80.0, 0.125),
    )
    lines = seeds.tier_lines([replace(RUN, tiers=tiers)], [10.0])
    assert lines[-2] == "| 1 | proven | 10.00% | 0.10% | proven | 9.9 s | 276 |"


def test_different_plans_are_told_from_the_same() -> None:
    same = [RUN] * 5
    assert "One plan from 5 processes." in determinism.section_of_variant(Variant.PAIRS, same)[0]
    other = [*same[1:], replace(RUN, plan_hash="cd" * 32)]
    assert "2 different plans from 5 processes." in determinism.section_of_variant(Variant.PAIRS, other)[0]
