"""An earlier plan made to hold again after news, with the fewest changes, as the planner's answer."""

from collections.abc import Collection
from dataclasses import dataclass
from time import monotonic

from rso_planner.domain.visit_plan import Assignment, PlanningResult, PlanStatus, VisitPlan
from rso_planner.planning.check_plan import check_plan_or_raise
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.reasons import explain_unplanned
from rso_planner.planning.compact.repair import repair_plan
from rso_planner.planning.compact.score import score
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.solve import objectives_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Replanned:
    """The repaired plan; `lost` are the assignments of the earlier plan that no longer hold as they were."""

    result: PlanningResult
    plan: VisitPlan
    lost: tuple[Assignment, ...]


def replan(
    problem: PlanningProblem,
    earlier: VisitPlan,
    known: Collection[str],
    pinned: Collection[str] = (),
    tolerance: float = 0.0,
) -> Replanned:
    """Repair the plan: the most serious work comes first, then what officers hold; a pinned trip never moves.

    `known` are the tasks that the earlier plan was made for, placed or left out; `pinned` are people. `tolerance`
    is the share of its value that a tier below the first may give up for trips that stay as they were.

    Raises:
        PlanBreaksRulesError: the repaired plan breaks a rule; it is never shown.
    """
    began = monotonic()
    index = WeekIndex(problem)
    draft, lost = repair_plan(index, earlier, known, pinned, tolerance)
    plan = make_plan(draft)
    check_plan_or_raise(problem, plan)
    has_hours = any(index.week_minutes)
    return Replanned(
        result=PlanningResult(
            status=PlanStatus.FEASIBLE if has_hours else PlanStatus.NO_PLAN,
            plan=plan if has_hours else None,
            unplanned=explain_unplanned(draft, was_cut_short=False),
            objectives=objectives_of(index, score(draft)) if has_hours else (),
            reproducible=True,
            seed=0,
            seconds=monotonic() - began,
        ),
        plan=plan,
        lost=lost,
    )
