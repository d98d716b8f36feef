"""An earlier plan repaired: nothing changes without need, what was lost comes first, pins stay."""

from dataclasses import replace

import pytest

from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.compact.draft_of_plan import draft_of_plan
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.repair import repair_plan
from rso_planner.planning.compact.score import tier_worths
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import PlanningProblem, Tier
from rso_planner.planning.solve import first_plan
from tests.planning.random_weeks import make_random_week


def planned(seed: int) -> tuple[PlanningProblem, VisitPlan]:
    problem = make_random_week(seed, officers=6, people=24, days=4)
    return problem, make_plan(first_plan(problem))


def without(problem: PlanningProblem, officer_id: str) -> PlanningProblem:
    """The week with one officer ill."""
    officers = (replace(each, days={}) if each.officer_id == officer_id else each for each in problem.officers)
    return replace(problem, officers=tuple(officers))


def trips(plan: VisitPlan) -> set[tuple[object, ...]]:
    return {
        (each.task_ids, each.on, each.starts_at, each.officer_ids) for each in plan.assignments if is_trip(each)
    }


def is_trip(assignment: Assignment) -> bool:
    return not assignment.task_ids[0].endswith("review")


@pytest.mark.parametrize("seed", range(12))
def test_where_nothing_has_changed_lower_tiers_stay_as_they_are(seed: int) -> None:
    problem, plan = planned(seed)
    only_low = replace(
        problem,
        people=tuple(
            replace(
                each,
                tasks=tuple(replace(task, tier=Tier.OTHER_VISITS_AND_ASSESSMENTS) for task in each.tasks),
            )
            for each in problem.people
        ),
    )
    low_plan = make_plan(first_plan(only_low))
    draft, lost = repair_plan(WeekIndex(only_low), low_plan, only_low.task_by_id)
    assert lost == ()
    assert trips(low_plan) <= trips(make_plan(draft))
    assert plan.assignments


@pytest.mark.parametrize("seed", range(12))
def test_after_an_absence_every_rule_holds_and_no_tier_is_below_what_was_left(seed: int) -> None:
    problem, plan = planned(seed)
    ill = next(each for each in plan.assignments if len(each.officer_ids) == 2).lead_id
    changed = without(problem, ill)
    left, _ = draft_of_plan(WeekIndex(changed), plan)
    draft, lost = repair_plan(WeekIndex(changed), plan, problem.task_by_id)
    repaired = make_plan(draft)
    assert lost
    assert check_plan(changed, repaired) == ()
    assert tier_worths(draft) >= tier_worths(left)
    assert all(ill not in each.officer_ids for each in repaired.assignments)


def test_a_pinned_trip_never_makes_room() -> None:
    moved = 0
    for seed in range(40):
        problem, plan = planned(seed)
        ill = next(each for each in plan.assignments if len(each.officer_ids) == 2).lead_id
        changed = without(problem, ill)
        index = WeekIndex(changed)
        held = trips(make_plan(draft_of_plan(index, plan)[0]))
        free, _ = repair_plan(index, plan, problem.task_by_id)
        gone = held - trips(make_plan(free))
        if not gone:
            continue
        moved += 1
        everybody = [each.offender_id for each in plan.assignments]
        pinned, _ = repair_plan(WeekIndex(changed), plan, problem.task_by_id, everybody)
        assert held <= trips(make_plan(pinned))
    assert moved > 3


def test_a_new_task_of_the_first_tier_gets_its_room() -> None:
    found = 0
    for seed in range(30):
        problem, _ = planned(seed)
        urgent = next((each for each in problem.people if each.visit_tasks and each.has_place), None)
        assert urgent is not None
        without_it = replace(problem, people=tuple(each for each in problem.people if each is not urgent))
        plan = make_plan(first_plan(without_it))
        task = replace(urgent.visit_tasks[0], tier=Tier.HIGH_RISK_VISITS, worth=10_000_000)
        with_it = replace(
            problem,
            people=tuple(replace(each, tasks=(task,)) if each is urgent else each for each in problem.people),
        )
        draft, lost = repair_plan(WeekIndex(with_it), plan, without_it.task_by_id)
        assert lost == ()
        found += any(task.task_id in each.task_ids for each in make_plan(draft).assignments)
    assert found > 24
