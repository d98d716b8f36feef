"""Make the weekly visit plan, keep it in the store, and write its papers."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from rso_planner import __version__
from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.due import find_data_warnings
from rso_planner.domain.headline_figures import headline_figures
from rso_planner.domain.plan_hash import hash_plan
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.visit_plan import Assignment, PlanningResult, VisitPlan
from rso_planner.files.plan_json import make_plan_document
from rso_planner.planning.explaining.cheapest_change import with_cheapest_changes
from rso_planner.planning.officer_weeks import officer_weeks
from rso_planner.planning.problem_hash import hash_content, hash_problem
from rso_planner.planning.solve import DEFAULT_SECONDS, Progress, solve
from rso_planner.storage.plans import StoredPlan, save_plan
from rso_planner.use_cases.recording import Asking, recorded_act
from rso_planner.use_cases.week_problem import WeekProblem, get_week_problem

_TASKS_WITH_A_CHANGE = 25
"""For so many of the most serious tasks left out a change is looked for; `explain` finds it for any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWish:
    """Which week to plan and how: `as_of` defaults to the extract's day; `seconds` chooses the effort."""

    week: date
    as_of: date | None = None
    policy_file: Path | None = None
    seconds: float = DEFAULT_SECONDS
    seed: int = 0


def plan_week(
    asking: Asking, wish: PlanWish, on_progress: Callable[[Progress], None] = lambda _: None
) -> PlannedWeek:
    """Plan the week and save the plan with all that made it; no earlier plan is changed.

    The store is not held while the planner thinks: reading and saving are two acts on the audit.

    Raises:
        WrongUseError: the week cannot be planned.
        PlanBreaksRulesError: the planner made a plan that breaks a rule; nothing is saved.
    """
    found = get_week_problem(asking, "plan", wish.week, wish.as_of, wish.policy_file)
    result = solve(found.problem, seconds=wish.seconds, seed=wish.seed, on_progress=on_progress)
    on_progress(Progress(0.95, "looking for the cheapest changes"))
    result = with_cheapest_changes(found.problem, result, _TASKS_WITH_A_CHANGE)
    planned = gather_planned_week(found, result)
    save_planned_week(asking, "plan", planned)
    return planned


def gather_planned_week(found: WeekProblem, result: PlanningResult) -> PlannedWeek:
    """The planner's answer with everything that its papers say."""
    known = found.known
    plan = result.plan or VisitPlan(week=found.problem.week, assignments=())
    return PlannedWeek(
        week=found.problem.week,
        as_of=known.as_of,
        result=result,
        force=known.force,
        task_by_id=found.task_by_id,
        officer_weeks=officer_weeks(found.problem, plan),
        headlines=headline_figures(known.force, known.policy, known.as_of, found.tasks),
        plan_hash=hash_plan(result.plan, result.unplanned),
        policy_hash=hash_content(known.policy),
        input_hash=hash_problem(found.problem),
        code_version=__version__,
        ortools_version=version("ortools"),
        data_warnings=len(find_data_warnings(known.force, known.policy, known.as_of)),
        due_an_evening_visit=frozenset(
            person.offender_id for person in found.problem.people if person.is_due_an_evening_visit
        ),
    )


def save_planned_week(
    asking: Asking, command: str, planned: PlannedWeek, past: tuple[Assignment, ...] = ()
) -> int:
    """Keep the plan in the store and return its number; `past` are assignments of days that are over."""
    people = sorted({assignment.offender_id for assignment in (*past, *planned.assignments)})
    with recorded_act(asking, command) as act:
        number = save_plan(
            act.connection,
            StoredPlan(
                week=planned.week,
                as_of=planned.as_of,
                made_at=asking.now,
                plan_hash=planned.plan_hash,
                seed=planned.seed,
                policy_hash=planned.policy_hash,
                input_hash=planned.input_hash,
                code_version=planned.code_version,
                ortools_version=planned.ortools_version,
                status=planned.result.status.value,
                content=json.dumps(make_plan_document(planned, past)),
            ),
        )
        act.record(
            AuditAction.ALTERATION,
            people=len(people),
            offender_ids=tuple(people),
            scope="people in the plan",
            detail=f"plan {number} of the week {planned.week} saved",
        )
    return number
