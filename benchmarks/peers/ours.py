"""The planner itself, through its public door."""

from benchmarks.benchmark_week import BenchmarkWeek, Variant
from benchmarks.peers import PeerAnswer
from rso_planner.domain.visit_plan import VisitPlan
from rso_planner.planning import solve

WORDS = "rso_planner"
PACKAGES = ("ortools",)
VARIANTS = frozenset(Variant)
IS_TIMED = True


def make_answer(week: BenchmarkWeek, seconds: float, seed: int) -> PeerAnswer:
    """Plan the week with the effort of so many seconds."""
    result = solve(week.problem, seconds=seconds, seed=seed)
    empty = VisitPlan(week=week.problem.week, assignments=())
    return PeerAnswer(plan=result.plan or empty, objectives=result.objectives)
