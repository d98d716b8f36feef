"""The same week gives the same plan: in other processes, under other hash seeds, on one core and on all.

    python -m benchmarks.determinism [--seconds 10] [--no-page]

Ends with 1 when two plans differ.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.benchmark_week import Variant, variant_heading
from benchmarks.one_run import Run, run_apart, warm_up
from benchmarks.results_page import circumstances, table, write_section

_SEED = 1


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under what one run is made; `cores` None means all."""

    hash_seed: str
    cores: int | None

    @property
    def words(self) -> str:
        """The conditions for the table."""
        cores = "all cores" if self.cores is None else "one core"
        return f"PYTHONHASHSEED={self.hash_seed}, {cores}"


_CONDITIONS = (
    Conditions("0", None),
    Conditions("0", None),
    Conditions("4711", None),
    Conditions("0", 1),
    Conditions("random", 1),
)
_VARIANTS = (Variant.TIERS, Variant.PAIRS)


def main() -> None:
    """Make the runs, print the table, write it into the page of results; end with 1 when plans differ."""
    parser = argparse.ArgumentParser(description="Whether the same week gives the same plan.")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    warm_up()
    lines: list[str] = []
    is_same = True
    for variant in _VARIANTS:
        runs = []
        for conditions in _CONDITIONS:
            print(f"{variant.value}: {conditions.words}", file=sys.stderr)
            environment = {"PYTHONHASHSEED": conditions.hash_seed}
            runs.append(run_apart("ours", variant, given.seconds, _SEED, environment, conditions.cores))
        lines += section_of_variant(variant, runs)
        is_same = is_same and len({run.plan_hash for run in runs}) == 1
    lines.append(circumstances("ortools", "numpy"))
    print("\n".join(lines))
    if not given.no_page:
        write_section("determinism", "The same plan again", lines)
    sys.exit(0 if is_same else 1)


def section_of_variant(variant: Variant, runs: Sequence[Run]) -> list[str]:
    """The table of one variant: each run in a process of its own, with the beginning of its plan's hash."""
    different = len({run.plan_hash for run in runs})
    verdict = "One plan" if different == 1 else f"{different} different plans"
    rows = [
        [conditions.words, f"`{run.plan_hash[:16]}`", f"{run.seconds:.1f} s"]
        for conditions, run in zip(_CONDITIONS, runs, strict=True)
    ]
    return [
        f"{variant_heading(variant)} {verdict} from {len(runs)} processes.",
        "",
        *table(["run", "plan", "taken"], rows),
        "",
    ]


if __name__ == "__main__":
    main()
