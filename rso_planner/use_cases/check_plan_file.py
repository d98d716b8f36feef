"""Check a plan that somebody made or changed by hand: every rule that it breaks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.officer_week import OfficerWeek
from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.files.plan_csv import read_plan_csv
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.officer_weeks import officer_weeks
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.week_problem import get_week_problem


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPlan:
    """A plan as read, what it breaks, and what it takes of each officer's week."""

    plan: VisitPlan
    violations: tuple[Violation, ...]
    officer_weeks: tuple[OfficerWeek, ...]


def check_plan_file(
    asking: Asking, file: Path, week: date, as_of: date | None = None, policy_file: Path | None = None
) -> CheckedPlan:
    """Read the plan's CSV and run every rule on it.

    Raises:
        PlanRefusedError: the file cannot be read as a plan.
        WrongUseError: the week cannot be planned.
    """
    plan = read_plan_csv(file, week)
    found = get_week_problem(asking, "check", week, as_of, policy_file)
    return CheckedPlan(
        plan=plan,
        violations=check_plan(found.problem, plan),
        officer_weeks=officer_weeks(found.problem, plan),
    )
