"""One officer falls ill: the issued plan repaired, beside a plan made from scratch.

    python -m benchmarks.replan [--seconds 20] [--no-page]

The week is the benchmark force's under the planner's own tiers. Each of three officers with much to do, the first,
the middle and the last by identifier, is away from Tuesday on. What the officer held cannot stay; of all other
trips it is counted which keep day, start and crew.
"""

import argparse
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from benchmarks.benchmark_week import WEEK, Variant, draw_benchmark_week, variant_heading
from benchmarks.results_page import circumstances, table, write_section
from rso_planner.domain.planned_week import is_desk_work
from rso_planner.domain.visit_plan import Assignment, PlanningResult, VisitPlan
from rso_planner.files.policy_file import read_policy
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.replan import replan
from rso_planner.planning.solve import solve

_SEED = 1
_LEAST_TRIPS = 4
_TUESDAY = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """What came of one officer's absence; shares are of the trips that need not change."""

    officer_id: str
    trips_lost: int
    seconds: float
    tiers: tuple[tuple[float, float], ...]
    kept: float
    kept_from_scratch: float
    changed: int
    changed_from_scratch: int


def measure(problem: PlanningProblem, made: PlanningResult, officer_id: str, seconds: float) -> Absence:
    """Repair the plan without the officer from Tuesday on, and make one from scratch."""
    plan = made.plan or VisitPlan(week=problem.week, assignments=())
    changed = _without(problem, officer_id)
    began = time.perf_counter()
    repaired = replan(changed, plan, set(problem.task_by_id), tolerance=read_policy().replan_tolerance)
    took = time.perf_counter() - began
    scratch = solve(changed, seconds=seconds)
    trips = [each for each in plan.assignments if not is_desk_work(each)]
    lost = [each for each in trips if officer_id in each.officer_ids and each.on.weekday() >= _TUESDAY]
    free = [each for each in trips if each not in lost]
    kept = _count_kept(free, repaired.plan.assignments)
    from_scratch = _count_kept(free, scratch.plan.assignments if scratch.plan else ())
    return Absence(
        officer_id=officer_id,
        trips_lost=len(lost),
        seconds=took,
        tiers=tuple(
            (ours.value, theirs.value)
            for ours, theirs in zip(repaired.result.objectives[:2], scratch.objectives[:2], strict=True)
        ),
        kept=kept / len(free),
        kept_from_scratch=from_scratch / len(free),
        changed=len(free) - kept,
        changed_from_scratch=len(free) - from_scratch,
    )


def _without(problem: PlanningProblem, officer_id: str) -> PlanningProblem:
    officers = (
        replace(each, days={on: day for on, day in each.days.items() if on.weekday() < _TUESDAY})
        if each.officer_id == officer_id
        else each
        for each in problem.officers
    )
    return replace(problem, officers=tuple(officers))


def _count_kept(trips: Sequence[Assignment], now: Collection[Assignment]) -> int:
    places = {(each.offender_id, each.on, each.starts_at, each.officer_ids) for each in now}
    return sum((each.offender_id, each.on, each.starts_at, each.officer_ids) in places for each in trips)


def _chosen_officers(plan: VisitPlan) -> list[str]:
    later = [each for each in plan.assignments if each.on.weekday() >= _TUESDAY and not is_desk_work(each)]
    counts = {
        officer: sum(officer in each.officer_ids for each in later)
        for each in later
        for officer in each.officer_ids
    }
    busy = sorted(officer for officer, count in counts.items() if count >= _LEAST_TRIPS)
    return [busy[0], busy[len(busy) // 2], busy[-1]]


def section_lines(absences: Sequence[Absence]) -> list[str]:
    """The table, with what it means."""
    rows = [
        (
            each.officer_id,
            str(each.trips_lost),
            f"{each.seconds:.1f}",
            *(f"{ours / max(theirs, 1e-9) - 1:+.2%}" for ours, theirs in each.tiers),
            f"{each.kept:.0%}",
            f"{each.kept_from_scratch:.0%}",
            f"{1 - each.changed / max(1, each.changed_from_scratch):.0%}",
        )
        for each in absences
    ]
    heading = (
        "officer away",
        "trips lost",
        "seconds",
        "first tier against scratch",
        "second tier against scratch",
        "other trips kept",
        "kept from scratch",
        "fewer changes",
    )
    return [variant_heading(Variant.TIERS), "", *table(heading, rows), ""]


def main() -> None:
    """Measure three absences, print the table and write it into the page of results."""
    parser = argparse.ArgumentParser(description="Re-planning after an absence.")
    parser.add_argument("--seconds", type=float, default=20.0, help="the effort of plans from scratch")
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    problem = draw_benchmark_week(Variant.TIERS, _SEED).problem
    made = solve(problem, seconds=given.seconds)
    plan = made.plan or VisitPlan(week=WEEK, assignments=())
    absences = [measure(problem, made, officer, given.seconds) for officer in _chosen_officers(plan)]
    lines = [*section_lines(absences), circumstances("ortools")]
    print("\n".join(lines))
    if not given.no_page:
        write_section("replan", "Re-planning after an absence", lines)


if __name__ == "__main__":
    main()
