"""A force of 10,000 people, and the nation: 70,000 people in 43 forces.

    python -m benchmarks.large_force [--seconds 10] [--people 10000] [--nation 70000] [--no-page]

The planning alone is measured under the one score, two officers at each visit: the weeks are drawn beforehand,
then planned in parallel processes, one a core. The whole way, from extracts to papers, is measured with
`rso-planner plan --force-folder` under the planner's own tiers. Bounds of the nation are sums of the forces'
bounds.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.benchmark_week import AS_OF, MODEL, WEEK, Variant, make_benchmark_week
from benchmarks.memory import peak_memory, peak_memory_of_children
from benchmarks.one_run import warm_up
from benchmarks.peers import ours
from benchmarks.plan_score import score_plan
from benchmarks.results_page import circumstances, table, write_section
from benchmarks.scaled_force import force_sizes, scale_model
from benchmarks.score_bound import proven_bound
from rso_planner.files.extract_writing import write_extract
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.planning.check_plan import check_plan
from rso_planner.use_cases.synthesise_force import synthesise_force

_TIERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWeeks:
    """What the planning of one or more weeks came to; scores and bounds in tenths of a point, summed."""

    score: int
    bound: int
    trips: int
    violations: int
    seconds: float
    megabytes: float

    @property
    def row(self) -> list[str]:
        """Gap, visits, seconds and memory for the table."""
        broken = f", {self.violations} rules broken" if self.violations else ""
        gap = f"{(self.bound - self.score) / self.bound:.2%}{broken}"
        return [gap, f"{self.trips:,}", f"{self.seconds:.1f} s", f"{self.megabytes:,.0f}"]


def main() -> None:
    """Measure the large force and the nation, print, and write the section."""
    parser = argparse.ArgumentParser(description="The planner on a large force and on the nation.")
    parser.add_argument("--seconds", type=float, default=10.0, help="the effort for each force")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--nation", type=int, default=70_000)
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    warm_up()
    sizes = force_sizes(given.nation)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = plan_drawn_weeks(draw_weeks(folder / "large", [given.people]), given.seconds)
        nation = plan_drawn_weeks(draw_weeks(folder / "nation", sizes), given.seconds)
        lines = one_score_lines(given.people, large, sizes, nation, given.seconds)
        lines += whole_way_lines(folder, sizes, given.seconds)
    lines.append(circumstances("ortools", "numpy", "pandas", "sqlalchemy"))
    print("\n".join(lines))
    if not given.no_page:
        write_section("large_force", "A large force, and the nation", lines)


def draw_weeks(folder: Path, sizes: Sequence[int]) -> list[Path]:
    """Draw a force of each size; its extract lies in a folder of its own, beside it the week to be planned."""
    folder.mkdir()
    paths = [folder / f"force-{number + 1:02}" for number in range(len(sizes))]
    say(f"drawing {len(sizes)} forces, {sum(sizes):,} people")
    with _pool() as pool:
        list(pool.map(_draw_week, paths, sizes, range(1, len(sizes) + 1)))
    return paths


def _draw_week(path: Path, people: int, seed: int) -> None:
    model = scale_model(read_force_model(force_model_path(MODEL)), people)
    force = synthesise_force(model, AS_OF, seed)
    path.mkdir()
    write_extract(force, path)
    path.with_suffix(".week").write_bytes(pickle.dumps(make_benchmark_week(force, Variant.PAIRS)))


def plan_drawn_weeks(paths: Sequence[Path], seconds: float) -> PlannedWeeks:
    """Plan the weeks in parallel processes, the largest first; the clock runs from the first to the last."""
    say(f"planning {len(paths)} weeks, {seconds:g} s of effort each")
    began = time.perf_counter()
    with peak_memory_of_children() as peak, _pool() as pool:
        list(pool.map(_plan_week, paths, [seconds] * len(paths)))
    taken = time.perf_counter() - began
    with _pool() as pool:
        found = list(pool.map(_score_week, paths))
    scores, bounds, trips, violations = (sum(each) for each in zip(*found, strict=True))
    return PlannedWeeks(
        score=scores, bound=bounds, trips=trips, violations=violations, seconds=taken, megabytes=peak.megabytes
    )


def _plan_week(path: Path, seconds: float) -> None:
    week = pickle.loads(path.with_suffix(".week").read_bytes())  # noqa: S301 - written by this command
    path.with_suffix(".plan").write_bytes(pickle.dumps(ours.make_answer(week, seconds, 0)))


def _score_week(path: Path) -> tuple[int, int, int, int]:
    """(score, bound, trips, broken rules) of one planned week."""
    week = pickle.loads(path.with_suffix(".week").read_bytes())  # noqa: S301 - written by this command
    answer = pickle.loads(path.with_suffix(".plan").read_bytes())  # noqa: S301 - likewise
    reached = score_plan(week.problem, answer.plan, week.score)
    bound = proven_bound(week.problem, answer.objectives, week.score)
    return reached.tenths, bound, reached.trips, len(check_plan(week.problem, answer.plan))


def one_score_lines(
    people: int, large: PlannedWeeks, sizes: Sequence[int], nation: PlannedWeeks, seconds: float
) -> list[str]:
    """The table of the planning alone."""
    rows = [
        [f"one force of {people:,} people", *large.row],
        [f"{len(sizes)} forces of {sizes[-1]:,} to {sizes[0]:,}, {sum(sizes):,} people", *nation.row],
    ]
    return [
        f"**The planning alone**, under the one score, two officers at each visit, {seconds:g} s of effort for",
        "each force, in parallel processes, one a core. The gap is to the sum of the forces' proven bounds.",
        "",
        *table(["week", "gap", "visits", "taken", "MB"], rows),
        "",
    ]


def whole_way_lines(folder: Path, sizes: Sequence[int], seconds: float) -> list[str]:
    """The whole way of the nation, from its extracts to its papers, by the planner's own command."""
    extracts, plans = folder / "nation", folder / "plans"
    command = [sys.executable, "-m", "rso_planner", "plan", "--week", WEEK.isoformat(), "--json"]
    command += ["--force-folder", str(extracts), "--out", str(plans), "--seconds", f"{seconds:g}"]
    say("planning the nation from extracts to papers")
    began = time.perf_counter()
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process,
        peak_memory(process.pid) as peak,
    ):
        out, _ = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    taken = time.perf_counter() - began
    sums = json.loads(out)["sums"][:_TIERS]
    rows = [[each["name"].replace("_", " "), f"{each['value']:,.0f}", f"{each['gap']:.2%}"] for each in sums]
    return [
        f"**From extracts to papers**: `rso-planner plan --force-folder` on the same {len(sizes)} forces, strict",
        f"tiers, desk work counted: {taken:,.0f} s, {peak.megabytes:,.0f} MB in all processes together. The gap",
        "of each tier is to the sum of the forces' bounds, those tiers above it held.",
        "",
        *table(["tier", "value", "gap"], rows),
        "",
    ]


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=os.cpu_count() or 1, mp_context=get_context("spawn"))


def say(words: str) -> None:
    """Tell on standard error what is being measured."""
    print(words, file=sys.stderr)


if __name__ == "__main__":
    main()
