"""Explain the last plan of a week: why a task is where it is, or why it is left out."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.explanation import Explanation
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.refusal import WrongUseError
from rso_planner.files.plan_json import read_plan_document
from rso_planner.planning.explaining.explain import PlanDoesNotHoldError, explain_tasks
from rso_planner.planning.problem_hash import hash_problem
from rso_planner.storage.plans import StoredPlan, find_latest_plan
from rso_planner.use_cases.recording import Asking, recorded_act
from rso_planner.use_cases.week_problem import WeekProblem, get_week_problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedPlan:
    """Explanations of the tasks asked about; `is_of_other_records` tells that the records have changed since."""

    week: date
    explanations: tuple[Explanation, ...]
    is_of_other_records: bool


def explain_plan(
    asking: Asking, task_or_offender: str, week: date, policy_file: Path | None = None
) -> ExplainedPlan:
    """Explain a task, or every task of a person, in the plan of the week that was made last.

    Raises:
        WrongUseError: no plan of the week is in the store, it holds no such task, or it is of other records.
    """
    stored = _get_plan(asking, week)
    found = get_week_problem(asking, "explain", week, stored.as_of, policy_file)
    task_ids = _task_ids(found, task_or_offender)
    plan, reasons = read_plan_document(json.loads(stored.content))
    try:
        explanations = explain_tasks(found.problem, plan, reasons, task_ids)
    except PlanDoesNotHoldError as error:
        raise WrongUseError(
            f"The plan of the week of {day_in_words(week)} is of other records than those in the store now. "
            "Make the plan again, then ask."
        ) from error
    return ExplainedPlan(
        week=week,
        explanations=explanations,
        is_of_other_records=hash_problem(found.problem) != stored.input_hash,
    )


def _get_plan(asking: Asking, week: date) -> StoredPlan:
    with recorded_act(asking, "explain") as act:
        stored = find_latest_plan(act.connection, week)
        act.record(AuditAction.CONSULTATION, people=0, scope="a plan", detail=f"the plan of the week {week}")
    if stored is None:
        raise WrongUseError(
            f"No plan is kept of the week of {day_in_words(week)}. Make one with `rso-planner plan --week {week}`."
        )
    return stored


def _task_ids(found: WeekProblem, task_or_offender: str) -> tuple[str, ...]:
    if task_or_offender in found.problem.task_by_id:
        return (task_or_offender,)
    person = found.problem.person_by_id.get(task_or_offender)
    if person is None or not person.tasks:
        raise WrongUseError(
            f"{task_or_offender} is neither a task of the week nor a person with one. "
            "`rso-planner due` lists what is due; a week holds what is due by the end of its look-ahead."
        )
    return tuple(task.task_id for task in person.tasks)
