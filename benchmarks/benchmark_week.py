"""The week that the benchmarks plan: one force like models/benchmark-force.toml, drawn in memory from a seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from benchmarks.one_score import OneScore, make_one_score_problem, read_one_score
from rso_planner.domain.due import find_force_tasks
from rso_planner.domain.force import Force
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.files.policy_file import read_policy
from rso_planner.planning.build_problem import build_problem, tasks_of_the_week
from rso_planner.planning.problem import PlanningProblem
from rso_planner.use_cases.synthesise_force import synthesise_force

MODEL = "benchmark-force"
AS_OF = date(2026, 11, 20)
WEEK = date(2026, 11, 23)


class Variant(StrEnum):
    """How the week is valued and staffed."""

    LONE = "lone"
    PAIRS = "pairs"
    TIERS = "tiers"


_VARIANT_WORDS: Mapping[Variant, str] = {
    Variant.LONE: "one score, every visit by one officer",
    Variant.PAIRS: "one score, two officers at each visit",
    Variant.TIERS: "the planner's own strict tiers, two officers at each visit, desk work counted",
}


def variant_heading(variant: Variant) -> str:
    """What of the week a table is about, as its first words."""
    words = _VARIANT_WORDS[variant]
    return f"**{words[0].upper()}{words[1:]}.**"


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkWeek:
    """A week to plan; `task_by_id` holds its tasks with their due dates, `score` the figures of the one score."""

    variant: Variant
    problem: PlanningProblem
    task_by_id: Mapping[str, Task]
    score: OneScore


def draw_benchmark_week(variant: Variant, seed: int) -> BenchmarkWeek:
    """Draw the force and build the week; the same arguments give the same week on every machine."""
    force = synthesise_force(read_force_model(force_model_path(MODEL)), AS_OF, seed)
    return make_benchmark_week(force, variant)


def make_benchmark_week(force: Force, variant: Variant) -> BenchmarkWeek:
    """The week after the force's as-of day, in one of its variants."""
    score = read_one_score()
    policy = read_policy() if variant is Variant.TIERS else score.policy(read_policy())
    tasks = find_force_tasks(force, policy, force.extracted_on)
    problem = build_problem(force, tasks, policy, WEEK, force.extracted_on)
    task_by_id = _tasks(tasks, policy)
    if variant is not Variant.TIERS:
        problem = make_one_score_problem(
            problem, task_by_id, force.extracted_on, score, is_lone=variant is Variant.LONE
        )
    return BenchmarkWeek(variant=variant, problem=problem, task_by_id=task_by_id, score=score)


def _tasks(tasks: tuple[Task, ...], policy: PlanningPolicy) -> Mapping[str, Task]:
    return {task.task_id: task for task in tasks_of_the_week(tasks, policy, WEEK)}
