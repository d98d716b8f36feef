"""The planner beside others: one force, one run each, every plan checked by the rule book, one scorer for all.

    python -m benchmarks.side_by_side [--seconds 10 60] [--only greedy --only ours] [--seed 1] [--no-page]

Methods run one at a time, each in a process of its own. The gap is to the best bound that any run has proved:
(bound - score) / bound.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence

from benchmarks.benchmark_week import Variant, draw_benchmark_week, variant_heading
from benchmarks.hours_freed import MOST_COPIES, find_hours_freed, task_worth
from benchmarks.one_run import Run, run_apart, warm_up
from benchmarks.one_score import ONE_TIER, TENTHS
from benchmarks.peers import PEER_NAMES, Peer, get_peer
from benchmarks.results_page import circumstances, table, write_section
from rso_planner.planning.problem import Tier

_SCORED = (Variant.LONE, Variant.PAIRS)


def main() -> None:
    """Run the methods, print the tables and write them into the page of results."""
    parser = argparse.ArgumentParser(description="The planner beside other methods on one week.")
    parser.add_argument("--seconds", type=float, nargs="+", default=[10.0, 60.0])
    parser.add_argument(
        "--only", action="append", choices=PEER_NAMES, help="this method; may be given several times"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    warm_up()
    lines: list[str] = _opening(given.seed)
    found: list[Run] = []
    for variant in _SCORED:
        runs = list(_runs(variant, given.only or PEER_NAMES, given.seconds, given.seed))
        lines += section_of_variant(variant, runs, given.seconds)
        found += runs
    if ours := [run for run in found if run.method == "ours" and run.variant == Variant.PAIRS.value]:
        tiers = run_apart("ours", Variant.TIERS, max(given.seconds), given.seed)
        lines += [
            "**Hours freed**, by the risk-weighted lateness that is removed, two officers at each visit:",
            "",
            *hours_freed_lines(given.seed, max(ours, key=lambda run: run.score)),
            *hours_freed_lines(given.seed, tiers),
            "",
        ]
    lines.append(circumstances("ortools", "numpy", "pyvrp"))
    print("\n".join(lines))
    if not given.no_page:
        write_section("side_by_side", "Side by side", lines)


def _opening(seed: int) -> list[str]:
    problem = draw_benchmark_week(Variant.PAIRS, seed).problem
    visits = sum(bool(person.visit_tasks) for person in problem.people)
    assessments = sum(bool(person.assessment_tasks) for person in problem.people)
    days = sum(len(officer.days) for officer in problem.officers if officer.visit_trained)
    return [
        f"One week of the force that `models/benchmark-force.toml` draws from seed {seed}: {visits} people",
        f"with a visit due, {assessments} with an assessment, {days} officer-days of 240 to 300 minutes. The",
        "score is that of `models/benchmark-weighted.toml`. Every plan is checked by the rule book, scored by one",
        "scorer; the gap is to the best bound that any run proved. In brackets the seconds taken.",
        "",
    ]


def _runs(variant: Variant, names: Iterable[str], limits: Sequence[float], seed: int) -> Iterable[Run]:
    for name in PEER_NAMES:
        if name not in names:
            continue
        try:
            peer = get_peer(name)
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
            continue
        if variant not in peer.VARIANTS:
            continue
        for limit in limits if peer.IS_TIMED else limits[:1]:
            print(f"{variant.value}: {name}, {limit:g} s", file=sys.stderr)
            yield run_apart(name, variant, limit, seed)


def section_of_variant(variant: Variant, runs: Sequence[Run], limits: Sequence[float]) -> list[str]:
    """The table of one variant, in the order of the methods."""
    bound = min(run.bound for run in runs)
    rows = []
    for name in dict.fromkeys(run.method for run in runs):
        of_method = [run for run in runs if run.method == name]
        rows.append(_row(get_peer(name), of_method, bound, limits))
    heading = ["method", *(f"gap at {limit:g} s" for limit in limits), "score", "visits", "MB"]
    return [
        f"{variant_heading(variant)} Best proven bound {bound / TENTHS:,.0f} points.",
        "",
        *table(heading, rows),
        "",
    ]


def _row(peer: Peer, runs: Sequence[Run], bound: int, limits: Sequence[float]) -> list[str]:
    by_limit = {run.limit_seconds: run for run in runs}
    best = max(runs, key=lambda run: run.score)
    return [
        peer.WORDS,
        *(_gap_words(by_limit[limit], bound) if limit in by_limit else "" for limit in limits),
        f"{best.score / TENTHS:,.0f}",
        f"{best.trips}",
        f"{max(run.megabytes for run in runs):,}",
    ]


def _gap_words(run: Run, bound: int) -> str:
    broken = f", breaks {run.violations} rules" if run.violations else ""
    return f"{run.gap_to(bound):.2%} ({run.seconds:.1f} s{broken})"


def hours_freed_lines(seed: int, ours: Run) -> list[str]:
    """What due date order would need for the lateness that the planner removes, two officers at each visit."""
    week = draw_benchmark_week(Variant(ours.variant), seed)
    if week.variant is Variant.TIERS:
        tier, target = Tier.HIGH_RISK_VISITS, round(ours.tiers[0][1] * week.problem.points_a_unit)
        words = "High-risk visits, the highest of the strict tiers"
    else:
        tier, target = ONE_TIER, ours.score - ours.preference + ours.travel
        words = "All work, under the one score"
    found = find_hours_freed(week, target, lambda problem, plan: task_worth(problem, plan, tier))
    needed, freed = found.hours_in_due_date_order, found.freed
    if needed is None or freed is None:
        than = f"more than {MOST_COPIES + 1} times as many"
    else:
        than = f"{needed:,.0f} ({freed:,.0f} freed, {freed / found.hours:.0%})"
    return [f"- {words}: {found.hours:,.0f} officer-hours; due date order needs {than}."]


if __name__ == "__main__":
    main()
