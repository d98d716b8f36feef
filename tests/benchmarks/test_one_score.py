"""The one score of the benchmarks: worths by hand, and what is left as it was."""

from datetime import date, timedelta

import pytest

from benchmarks.benchmark_week import Variant, make_benchmark_week
from benchmarks.one_score import ONE_TIER, make_one_score_problem, read_one_score
from rso_planner.domain.force import Force
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import Task, TaskKind, make_task_id
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.use_cases.synthesise_force import synthesise_force
from tests.planning.weeks import make_week

AS_OF = date(2026, 11, 20)

DRAWN = make_week("""
officer | Mon
A       | 9-17 =240
B       | 9-17 =240

person  | risk      | due                 | officers
P       | very_high | visit retry         | 2
Q       | high      | visit arms          | 1
R       | medium    | first_visit         | 2
S       | low       | visit arms          | 2
T       | low       | other_assessment    | 2
U       | high      | rmp_review          | 2
""").problem

# Days late of each task, and by hand: weight x (7 + days late, 180 at most), in tenths of a point.
BY_HAND = {
    "P:visit": (RiskLevel.VERY_HIGH, 10, 20 * 17 * 10),
    "P:retry": (RiskLevel.VERY_HIGH, -3, 20 * 7 * 10),
    "Q:visit": (RiskLevel.HIGH, 200, 8 * 187 * 10),
    "Q:arms": (RiskLevel.HIGH, 0, 32 * 7 * 10),
    "R:first_visit": (RiskLevel.MEDIUM, 180, 3 * 187 * 10),
    "S:visit": (RiskLevel.LOW, 1, 1 * 8 * 10),
    "S:arms": (RiskLevel.LOW, 3000, 20 * 187 * 10),
    "T:other_assessment": (RiskLevel.LOW, 179, 20 * 186 * 10),
    "U:rmp_review": (RiskLevel.HIGH, 50, None),
}


def task(task_id: str) -> Task:
    risk_level, days_late, _ = BY_HAND[task_id]
    offender_id, kind = task_id.split(":")
    assert make_task_id(offender_id, TaskKind(kind)) == task_id
    return Task(
        task_id=task_id,
        offender_id=offender_id,
        kind=TaskKind(kind),
        risk_level=risk_level,
        due_on=AS_OF - timedelta(days=days_late),
        cycle_days=91.0,
        rule="visit_interval",
        reason="",
    )


TASKS = {task_id: task(task_id) for task_id in BY_HAND}


def test_worths_are_those_reckoned_by_hand() -> None:
    problem = make_one_score_problem(DRAWN, TASKS, AS_OF, read_one_score(), is_lone=False)
    assert {task.task_id: task.worth for task in problem.task_by_id.values()} == {
        task_id: worth for task_id, (_, _, worth) in BY_HAND.items() if worth is not None
    }


def test_every_task_stands_in_one_tier_and_reviews_are_left_out() -> None:
    problem = make_one_score_problem(DRAWN, TASKS, AS_OF, read_one_score(), is_lone=False)
    assert {task.tier for task in problem.task_by_id.values()} == {ONE_TIER}
    assert "U" not in problem.person_by_id


@pytest.mark.parametrize(("is_lone", "crews"), [(True, [1, 1, 1, 1, 1]), (False, [2, 1, 2, 2, 2])])
def test_the_lone_week_needs_one_officer_at_each_visit(is_lone: bool, crews: list[int]) -> None:
    problem = make_one_score_problem(DRAWN, TASKS, AS_OF, read_one_score(), is_lone=is_lone)
    assert [person.officers_required for person in problem.people] == crews


def test_desk_minutes_do_not_count() -> None:
    problem = make_one_score_problem(DRAWN, TASKS, AS_OF, read_one_score(), is_lone=False)
    assert {person.visit_desk_minutes + person.assessment_desk_minutes for person in problem.people} == {0}


@pytest.fixture(scope="module")
def force() -> Force:
    return synthesise_force(read_force_model(force_model_path("benchmark-force")), AS_OF, 1)


def test_the_benchmark_force_is_as_large_as_written(force: Force) -> None:
    """About 450 candidate visits, 900 assessments, and officer-days of 240 to 300 minutes."""
    problem = make_benchmark_week(force, Variant.PAIRS).problem
    minutes = [day.plannable_minutes for officer in problem.officers for day in officer.days.values()]
    assert 400 <= sum(bool(person.visit_tasks) for person in problem.people) <= 550
    assert 800 <= sum(bool(person.assessment_tasks) for person in problem.people) <= 1000
    assert 60 <= len(minutes) <= 100
    assert min(minutes) >= 240
    assert max(minutes) <= 300


def test_the_tiers_week_is_the_planner_s_own(force: Force) -> None:
    problem = make_benchmark_week(force, Variant.TIERS).problem
    assert len({task.tier for task in problem.task_by_id.values()}) == 4
    assert any(person.visit_desk_minutes for person in problem.people)
