"""One method plans one week in a process of its own, so that its time and memory are its alone.

    python -m benchmarks.one_run --method greedy --variant pairs --seconds 10 --seed 1

Prints one JSON document: what the plan is worth by the one scorer, which rules it breaks, seconds, memory, bounds.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.benchmark_week import Variant, draw_benchmark_week
from benchmarks.peers import PEER_NAMES, get_peer
from benchmarks.plan_score import score_plan
from benchmarks.score_bound import proven_bound
from rso_planner.domain.plan_hash import hash_plan
from rso_planner.planning.check_plan import check_plan

_KILOBYTES_A_MEGABYTE = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came of one run; scores and bounds are in tenths of a point.

    `bound` is the least that the run itself can prove: the method's own bound, or the relaxation's. `tiers` holds
    the objectives of the planner's own tiers, as (name, value, bound, gap), where the method has them.
    """

    method: str
    variant: str
    limit_seconds: float
    seed: int
    score: int
    bound: int
    trips: int
    preference: int
    travel: int
    violations: int
    seconds: float
    megabytes: int
    plan_hash: str
    tiers: tuple[tuple[str, float, float, float], ...] = ()

    def gap_to(self, bound: int) -> float:
        """(bound - score) / bound."""
        return (bound - self.score) / bound if bound else 0.0


def run_here(method: str, variant: Variant, seconds: float, seed: int) -> Run:
    """Plan the week in this process; only the planning itself is timed."""
    week = draw_benchmark_week(variant, seed)
    peer = get_peer(method)
    began = time.perf_counter()
    answer = peer.make_answer(week, seconds, 0)
    taken = time.perf_counter() - began
    megabytes = _megabytes()
    reached = score_plan(week.problem, answer.plan, week.score)
    return Run(
        method=method,
        variant=variant.value,
        limit_seconds=seconds,
        seed=seed,
        score=reached.tenths,
        bound=proven_bound(week.problem, answer.objectives, week.score),
        trips=reached.trips,
        preference=reached.preference_tenths,
        travel=reached.travel_tenths,
        violations=len(check_plan(week.problem, answer.plan)),
        seconds=round(taken, 2),
        megabytes=megabytes,
        plan_hash=hash_plan(answer.plan, ()),
        tiers=tuple((each.name, each.value, each.bound, each.gap) for each in answer.objectives),
    )


def _megabytes() -> int:
    """The most memory of this process, and of its largest child where it had any."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    of_children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return round((own + of_children) / _KILOBYTES_A_MEGABYTE)


def run_apart(
    method: str,
    variant: Variant,
    seconds: float,
    seed: int,
    environment: Mapping[str, str] | None = None,
    cores: int | None = None,
) -> Run:
    """Plan the week in a new process, with these variables in its environment and on so many cores.

    Raises:
        subprocess.CalledProcessError: the run failed; its words are on standard error.
    """
    command = [sys.executable, "-m", "benchmarks.one_run", "--method", method, "--variant", variant.value]
    command += ["--seconds", str(seconds), "--seed", str(seed)]
    command += ["--cores", str(cores)] if cores else []
    ran = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, **(environment or {})}
    )
    return _read_run(json.loads(ran.stdout))


def warm_up() -> None:
    """Plan a week once, unmeasured: at its first plan the planner compiles functions and keeps them on disk."""
    print("warming up", file=sys.stderr)
    run_apart("ours", Variant.PAIRS, 0.1, 1)


def _read_run(document: Mapping[str, Any]) -> Run:
    tiers = tuple((name, value, bound, gap) for name, value, bound, gap in document["tiers"])
    return Run(**{**document, "tiers": tiers})


def main() -> None:
    """Make the run and print it."""
    parser = argparse.ArgumentParser(description="Plan the benchmark week once, by one method.")
    parser.add_argument("--method", required=True, choices=PEER_NAMES)
    parser.add_argument("--variant", type=Variant, default=Variant.PAIRS, choices=tuple(Variant))
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1, help="the seed of the force that is drawn")
    parser.add_argument("--cores", type=int, help="use only the first so many cores")
    given = parser.parse_args()
    if given.cores:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: given.cores])
    run = run_here(given.method, given.variant, given.seconds, given.seed)
    print(json.dumps(asdict(run)))


if __name__ == "__main__":
    main()
