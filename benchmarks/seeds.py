"""How good the planner's plans are proven to be, on five forces drawn from five seeds.

    python -m benchmarks.seeds [--seconds 16 60] [--seeds 5] [--no-page]

Under the one score the gap is (bound - score) / bound. Under the planner's own tiers each tier has its gap,
those above it held. Runs follow one another, each in a process of its own.
"""

import argparse
import statistics
import sys
from collections.abc import Iterable, Sequence

from benchmarks.benchmark_week import Variant, variant_heading
from benchmarks.one_run import Run, run_apart, warm_up
from benchmarks.one_score import TENTHS
from benchmarks.results_page import circumstances, table, write_section

_TIERS = 4


def main() -> None:
    """Run the seeds, print the tables and write them into the page of results."""
    parser = argparse.ArgumentParser(description="The planner's proven gaps on several forces.")
    parser.add_argument("--seconds", type=float, nargs="+", default=[16.0, 60.0])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    warm_up()
    lines: list[str] = []
    for variant, section in ((Variant.PAIRS, one_score_lines), (Variant.TIERS, tier_lines)):
        runs = list(_runs(variant, given.seconds, given.seeds))
        lines += section(runs, given.seconds)
    lines.append(circumstances("ortools", "numpy"))
    print("\n".join(lines))
    if not given.no_page:
        write_section("seeds", "Proven gaps on five forces", lines)


def _runs(variant: Variant, limits: Sequence[float], seeds: int) -> Iterable[Run]:
    for seed in range(1, seeds + 1):
        for limit in limits:
            print(f"{variant.value}: seed {seed}, {limit:g} s", file=sys.stderr)
            yield run_apart("ours", variant, limit, seed)


def one_score_lines(runs: Sequence[Run], limits: Sequence[float]) -> list[str]:
    """The gaps under the one score, each to the best bound of its seed, with the median and the worst."""
    bound_of = {run.seed: min(other.bound for other in runs if other.seed == run.seed) for run in runs}
    rows = []
    for seed, bound in bound_of.items():
        of_seed = {run.limit_seconds: run for run in runs if run.seed == seed}
        best = max(of_seed.values(), key=lambda run: run.score)
        gaps = [f"{_percent(of_seed[limit].gap_to(bound))} ({of_seed[limit].seconds:.1f} s)" for limit in limits]
        most = max(run.megabytes for run in of_seed.values())
        rows.append([f"{seed}", *gaps, f"{best.score / TENTHS:,.0f}", f"{bound / TENTHS:,.0f}", f"{most:,}"])
    for word, of_all in (("median", statistics.median), ("worst", max)):
        gaps = [
            _percent(of_all([run.gap_to(bound_of[run.seed]) for run in runs if run.limit_seconds == limit]))
            for limit in limits
        ]
        rows.append([word, *gaps, "", "", ""])
    heading = ["seed", *(f"gap at {limit:g} s" for limit in limits), "score", "bound", "MB"]
    return [variant_heading(Variant.PAIRS), "", *table(heading, rows), ""]


def tier_lines(runs: Sequence[Run], limits: Sequence[float]) -> list[str]:
    """The gap of each tier, those above it held; 'proven' where it is none."""
    lines = [variant_heading(Variant.TIERS), ""]
    for limit in limits:
        of_limit = [run for run in runs if run.limit_seconds == limit]
        names = [name.replace("_", " ") for name, *_ in of_limit[0].tiers[:_TIERS]]
        rows = [
            [
                f"{run.seed}",
                *(_gap_words(gap) for *_, gap in run.tiers[:_TIERS]),
                f"{run.seconds:.1f} s",
                f"{run.megabytes:,}",
            ]
            for run in of_limit
        ]
        lines += [*table([f"seed, {limit:g} s", *names, "taken", "MB"], rows), ""]
    return lines


def _gap_words(gap: float) -> str:
    return "proven" if gap <= 1e-6 else _percent(gap)


def _percent(share: float) -> str:
    return f"{share:.2%}"


if __name__ == "__main__":
    main()
