"""The problem of one week, from the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rso_planner.domain.due import find_force_tasks
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.task import Task
from rso_planner.planning.build_problem import build_problem, tasks_of_the_week
from rso_planner.planning.problem import PlanningProblem
from rso_planner.use_cases.force_on_a_day import ForceOnADay, consult_force
from rso_planner.use_cases.recording import Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekProblem:
    """The week's problem with the force that it was made from; `tasks` are all tasks of the as-of day."""

    known: ForceOnADay
    problem: PlanningProblem
    tasks: tuple[Task, ...]

    @property
    def task_by_id(self) -> Mapping[str, Task]:
        """The tasks of the problem by identifier."""
        chosen = tasks_of_the_week(self.tasks, self.known.policy, self.problem.week)
        return {task.task_id: task for task in chosen}


def get_week_problem(
    asking: Asking, command: str, week: date, as_of: date | None, policy_file: Path | None
) -> WeekProblem:
    """Read the force and build the week's problem.

    Raises:
        WrongUseError: the week does not start on a Monday, or is over on the as-of day.
    """
    if week.weekday() != 0:
        monday = week - timedelta(days=week.weekday())
        raise WrongUseError(
            f"A plan week starts on a Monday; {day_in_words(week)} is a {week:%A}. "
            f"The Monday of that week is {monday.isoformat()}."
        )
    known = consult_force(asking, command, as_of, policy_file)
    if week + timedelta(days=6) < known.as_of:
        raise WrongUseError(
            f"The week of {day_in_words(week)} is over on {day_in_words(known.as_of)}, the day of the records."
        )
    tasks = find_force_tasks(known.force, known.policy, known.as_of)
    problem = build_problem(known.force, tasks, known.policy, week, known.as_of)
    return WeekProblem(known=known, problem=problem, tasks=tasks)
