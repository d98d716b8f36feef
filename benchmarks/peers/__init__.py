"""Other ways to plan the benchmark week, one a file, each in its own idiom."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from benchmarks.benchmark_week import BenchmarkWeek, Variant
from rso_planner.domain.visit_plan import ObjectiveValue, VisitPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerAnswer:
    """A peer's plan, and its objectives with their bounds where it has any."""

    plan: VisitPlan
    objectives: tuple[ObjectiveValue, ...] = ()


class Peer(Protocol):
    """One method: its words for the table, what it runs on, and which variants of the week it can express."""

    WORDS: str
    PACKAGES: tuple[str, ...]
    VARIANTS: frozenset[Variant]
    IS_TIMED: bool

    def make_answer(self, week: BenchmarkWeek, seconds: float, seed: int) -> PeerAnswer:
        """Plan the week in about so many seconds; a method that is not timed takes what it takes."""


_MODULES: Mapping[str, str] = {
    "due_date_order": "benchmarks.peers.due_date_order",
    "greedy": "benchmarks.peers.greedy",
    "cp_sat": "benchmarks.peers.cp_sat",
    "routing": "benchmarks.peers.routing",
    "pyvrp": "benchmarks.peers.pyvrp_prizes",
    "ours": "benchmarks.peers.ours",
}
PEER_NAMES = tuple(_MODULES)


def get_peer(name: str) -> Peer:
    """The method of that name.

    Raises:
        ImportError: its package is not installed (`make benchmarks` installs the extra `benchmarks`).
    """
    peer: Peer = import_module(_MODULES[name])
    return peer
