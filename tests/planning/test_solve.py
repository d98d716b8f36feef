"""The planner's answer against brute force, against its own bounds, and against the order of service."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from rso_planner.domain.plan_hash import hash_plan
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import TaskKind, make_task_id
from rso_planner.domain.visit_plan import PlanStatus, UnplannedReason
from rso_planner.planning import PlanningProblem, solve
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.compact.bounds import bounds
from rso_planner.planning.compact.score import Score, score
from rso_planner.planning.problem import Person, PlanTask, Tier
from rso_planner.planning.solve import first_plan
from tests.planning.brute_force import best_preference_points, best_values
from tests.planning.random_weeks import make_random_week


def tiny(seed: int) -> PlanningProblem:
    return make_random_week(seed, officers=3, people=4, days=2)


def district(seed: int) -> PlanningProblem:
    return make_random_week(seed, officers=7, people=60, days=5)


def worth_by_tier(problem: PlanningProblem) -> tuple[int, ...]:
    result = solve(problem, seconds=2)
    return tuple(int(each.value) for each in result.objectives[:4]) if result.plan else (0, 0, 0, 0)


@pytest.mark.parametrize("seed", range(25))
def test_equals_brute_force_tier_by_tier(seed: int) -> None:
    assert worth_by_tier(tiny(seed)) == best_values(tiny(seed))


def small(seed: int) -> PlanningProblem:
    return make_random_week(seed, officers=3, people=3, days=2)


def preference_points(problem: PlanningProblem) -> int:
    result = solve(problem, seconds=2)
    return int(result.objectives[4].value) if result.plan else 0


@pytest.mark.parametrize("seed", range(25))
def test_equals_brute_force_in_preferences(seed: int) -> None:
    assert preference_points(small(seed)) == best_preference_points(small(seed))


@pytest.mark.whole_run
@pytest.mark.parametrize("seeds", [range(start, start + 40) for start in range(100, 340, 40)], ids=str)
def test_equals_brute_force_on_many_more(seeds: range) -> None:
    differing = [seed for seed in seeds if worth_by_tier(tiny(seed)) != best_values(tiny(seed))]
    assert differing == []


@pytest.mark.parametrize("seed", range(60))
def test_no_bound_lies_below_what_a_plan_reaches(seed: int) -> None:
    problem = tiny(seed)
    draft = first_plan(problem)
    greedy = score(draft)
    best = best_values(problem)
    bound = bounds(draft.index, greedy)
    assert bound[0] >= best[0]
    # With the tiers above held at the best values, the best value of the next tier is still within its bound.
    for tier in range(1, 4):
        held = Score((*best[:tier], *greedy.tiers[tier:]), 0, 0, 0)
        assert bounds(draft.index, held)[tier] >= best[tier]
    assert bound[4] >= greedy.preference_points
    assert bound[5] <= -greedy.minus_largest_share
    assert bound[6] <= -greedy.minus_travel


@pytest.mark.whole_run
@pytest.mark.parametrize("seed", range(4))
def test_a_district_keeps_every_rule_and_loses_no_task(seed: int) -> None:
    problem = district(seed)
    result = solve(problem, seconds=5, seed=seed)
    assert result.plan is not None
    assert check_plan(problem, result.plan) == ()
    placed = [task_id for each in result.plan.assignments for task_id in each.task_ids]
    counted = Counter([*placed, *(each.task_id for each in result.unplanned)])
    assert counted == Counter(dict.fromkeys(problem.task_by_id, 1))
    for objective in result.objectives:
        better = objective.bound - objective.value
        assert (better if objective.sense.value == "max" else -better) >= 0, objective.name


@pytest.mark.whole_run
def test_searching_is_never_worse_than_the_first_plan() -> None:
    problem = district(5)
    result = solve(problem, seconds=5)
    reached = tuple(int(each.value) for each in result.objectives[:4])
    assert reached > score(first_plan(problem)).tiers


SCRIPT = """
from rso_planner.domain.plan_hash import hash_plan
from rso_planner.planning import solve
from tests.planning.random_weeks import make_random_week
result = solve(make_random_week(8, officers=6, people=40, days=4), seconds=4, seed=3)
print(hash_plan(result.plan, result.unplanned))
"""


@pytest.mark.whole_run
def test_same_input_and_seed_give_the_same_plan_in_every_process() -> None:
    hashes = set()
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT], capture_output=True, text=True, env=environment, check=True
        )
        hashes.add(ran.stdout.strip())
    assert len(hashes) == 1


def test_a_result_carries_its_seed_and_says_that_it_repeats() -> None:
    result = solve(tiny(1), seconds=2, seed=7)
    assert result.seed == 7
    assert result.reproducible
    assert hash_plan(result.plan, result.unplanned) == hash_plan(*_again(tiny(1), 7))


def _again(problem: PlanningProblem, seed: int):  # type: ignore[no-untyped-def] # the pair that hash_plan takes
    result = solve(problem, seconds=2, seed=seed)
    return result.plan, result.unplanned


def test_a_tiny_week_is_proved_best() -> None:
    result = solve(tiny(2), seconds=5)
    assert result.status is PlanStatus.OPTIMAL
    assert all(each.gap <= 1e-6 for each in result.objectives)


def test_a_week_without_minutes_has_no_plan_and_keeps_every_task() -> None:
    problem = tiny(3)
    empty = replace(problem, officers=tuple(replace(each, days={}) for each in problem.officers))
    result = solve(empty, seconds=1)
    assert result.status is PlanStatus.NO_PLAN
    assert result.plan is None
    assert {each.task_id for each in result.unplanned} == set(problem.task_by_id)
    assert {each.reason for each in result.unplanned} == {UnplannedReason.IMPOSSIBLE}


def test_a_week_without_tasks_is_an_empty_plan_that_is_best() -> None:
    result = solve(replace(tiny(3), people=()), seconds=1)
    assert result.status is PlanStatus.OPTIMAL
    assert result.plan is not None
    assert result.plan.assignments == ()


def with_worths(problem: PlanningProblem, worths: dict[str, tuple[Tier, int]]) -> PlanningProblem:
    """The week with one visit a person, with these tiers and worths, and everybody free to be visited."""
    people = []
    for person in problem.people:
        tier, worth = worths[person.offender_id]
        task = PlanTask(
            task_id=make_task_id(person.offender_id, TaskKind.VISIT),
            kind=TaskKind.VISIT,
            offender_id=person.offender_id,
            risk_level=RiskLevel.VERY_HIGH if tier is Tier.HIGH_RISK_VISITS else RiskLevel.LOW,
            tier=tier,
            worth=worth,
            is_overdue=True,
        )
        people.append(free(replace(person, tasks=(task,))))
    return replace(
        problem,
        people=tuple(people),
        officers_kept_from_people=frozenset(),
        officers_kept_apart=frozenset(),
        people_kept_apart=frozenset(),
    )


def free(person: Person) -> Person:
    return replace(person, has_place=True, officers_required=1, earliest_start=0, latest_start=1439)


@pytest.mark.parametrize("seed", range(30, 36))
def test_risk_is_never_traded_for_many_easy_visits(seed: int) -> None:
    """One very-high visit of one point against three low ones of a million each."""
    high = {"P00": (Tier.HIGH_RISK_VISITS, 1)}
    low = {f"P{number:02}": (Tier.OTHER_VISITS_AND_ASSESSMENTS, 1_000_000) for number in (1, 2, 3)}
    problem = with_worths(tiny(seed), high | low)
    short_week = replace(problem, officers=problem.officers[:2])
    expected = best_values(short_week)
    result = solve(short_week, seconds=2)
    assert result.plan is not None
    assert tuple(int(each.value) for each in result.objectives[:4]) == expected
    if expected[0]:
        assert any(each.offender_id == "P00" for each in result.plan.assignments)


@pytest.mark.parametrize("seed", range(40))
def test_impossible_means_that_the_task_alone_cannot_be_placed(seed: int) -> None:
    problem = tiny(seed)
    for left_out in solve(problem, seconds=2).unplanned:
        alone = _only(problem, left_out.task_id)
        is_placeable = any(best_values(alone))
        assert is_placeable is (left_out.reason is not UnplannedReason.IMPOSSIBLE), left_out


def _only(problem: PlanningProblem, task_id: str) -> PlanningProblem:
    task = problem.task_by_id[task_id]
    person = replace(problem.person_by_id[task.offender_id], tasks=(replace(task, worth=1),))
    return replace(problem, people=(person,))


@pytest.mark.parametrize("seed", range(40))
def test_traded_means_that_it_fits_beside_the_higher_tiers(seed: int) -> None:
    """Beside the higher-tier work as this plan places it; of the highest tier, in an empty week."""
    problem = tiny(seed)
    for left_out in solve(problem, seconds=2).unplanned:
        tier = problem.task_by_id[left_out.task_id].tier
        if tier is Tier.HIGH_RISK_VISITS:
            assert left_out.reason is not UnplannedReason.NO_CAPACITY
        if left_out.reason is UnplannedReason.NO_CAPACITY:
            assert left_out.rules
