"""Greedy by value per minute: the planner's own first plan, made before any search."""

from benchmarks.benchmark_week import BenchmarkWeek, Variant
from benchmarks.peers import PeerAnswer
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.solve import first_plan

WORDS = "greedy by value per minute"
PACKAGES: tuple[str, ...] = ()
VARIANTS = frozenset(Variant)
IS_TIMED = False


def make_answer(week: BenchmarkWeek, seconds: float, seed: int) -> PeerAnswer:  # noqa: ARG001 - it has no use for time or chance
    """Place the work in the order of its worth per minute, each where it costs the least."""
    return PeerAnswer(plan=make_plan(first_plan(week.problem)))
