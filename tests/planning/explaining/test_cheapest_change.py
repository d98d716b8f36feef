"""The cheapest single change: made, it lets the task in beside everything planned; no cheaper one does."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rso_planner.domain.explanation import ChangeKind
from rso_planner.domain.task import DESK_KINDS
from rso_planner.domain.visit_plan import VisitPlan
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.score import placed_tasks
from rso_planner.planning.explaining.changes import longest_day, more_minutes
from rso_planner.planning.explaining.cheapest_change import place_after, try_changes
from rso_planner.planning.problem import PlanningProblem, PlanTask
from rso_planner.planning.solve import first_plan
from tests.planning.random_weeks import make_random_week


def tight_weeks(seeds: range) -> Iterator[tuple[PlanningProblem, DraftWeek, VisitPlan, list[PlanTask]]]:
    """Small weeks with the tasks that a plan leaves out."""
    for seed in seeds:
        problem = make_random_week(seed, officers=3, people=9, days=2)
        draft = first_plan(problem)
        placed = {task.task_id for task in placed_tasks(draft)}
        yield problem, draft, make_plan(draft), [t for t in problem.task_by_id.values() if t.task_id not in placed]


def test_every_change_told_lets_the_task_in_beside_all_the_rest() -> None:
    told = 0
    for problem, draft, plan, left_out in tight_weeks(range(25)):
        for task in left_out:
            found = try_changes(plan, draft, task)
            if found is None:
                continue
            told += 1
            _, after = found
            ids = {task_id for each in after.assignments for task_id in each.task_ids}
            before = {task_id for each in plan.assignments for task_id in each.task_ids}
            assert before | {task.task_id} <= ids
            # Without the change the same plan breaks a rule, else it were no change that is needed.
            assert check_plan(problem, after)
    assert told > 60


def test_no_fewer_minutes_of_any_officer_and_day_would_do() -> None:
    """Enumerated in steps of 5: every officer, every day, all minutes below those told that the duty can hold."""
    tried = 0
    for problem, draft, plan, left_out in tight_weeks(range(12)):
        for task in left_out[:3]:
            found = try_changes(plan, draft, task)
            if found is None or found[0].kind is not ChangeKind.MORE_MINUTES or task.kind in DESK_KINDS:
                continue
            least = found[0].cost_minutes
            tried += 1
            for officer in problem.officers:
                for on, day in officer.days.items():
                    for minutes in range(5, min(least, longest_day(day) - day.plannable_minutes + 1), 5):
                        change = more_minutes(problem, officer.officer_id, on, minutes)
                        assert place_after(change, plan, task) is None, (officer.officer_id, on, minutes, least)
    assert tried > 5


def test_a_person_without_a_place_is_let_in_by_nothing() -> None:
    problem = make_random_week(3, officers=3, people=6, days=2)
    person = next(each for each in problem.people if each.visit_tasks)
    people = tuple(replace(each, has_place=each is not person and each.has_place) for each in problem.people)
    changed = replace(problem, people=people)
    draft = first_plan(changed)
    assert try_changes(make_plan(draft), draft, person.visit_tasks[0]) is None


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_of_an_empty_roster_a_duty_or_nothing_is_told(seed: int) -> None:
    """With everybody off, one more officer on duty helps where one may go alone, and nothing where two must."""
    problem = make_random_week(seed, officers=3, people=9, days=2)
    officers = tuple(replace(each, days={}) for each in problem.officers)
    draft = first_plan(replace(problem, officers=officers))
    plan = make_plan(draft)
    assert all(try_changes(plan, draft, task) is None for task in draft.index.problem.task_by_id.values())
