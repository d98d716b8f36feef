"""Team orienteering instances with time windows, all of a folder: the engine, and PyVRP beside it.

    python -m benchmarks.toptw_table FOLDER [--seconds 10] [--only r1 ...] [--seed 0] [--no-page]

The folder holds the instances and `best_known.csv` (instance, tours, best_known). They are not ours to ship: get
them from https://github.com/thtran97/orienteering-cpp (folder data/toptw, MIT); the values are those of Karabulut
and Tasgetiren, Computers & Industrial Engineering 139 (2020) 106109. Seconds are of one core's own time, so that
other work on the machine counts for nobody. PyVRP is left out if it is not installed.
"""

import argparse
import csv
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.results_page import circumstances, table, write_section
from benchmarks.toptw import solve_file
from benchmarks.toptw_checker import faults
from benchmarks.toptw_instance import make_problem, read_customers

_HAS_PYVRP = find_spec("pyvrp") is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One instance: the best value known, ours with its bound and seconds, and PyVRP's if it ran."""

    instance: str
    tours: int
    best_known: int
    profit: int
    bound: int
    seconds: float
    pyvrp: int | None

    def below(self, profit: int) -> float:
        """By how much a profit is below the best known, as a share of it; less than 0 if it is above."""
        return (self.best_known - profit) / self.best_known


def run(folder: Path, instance: str, tours: int, best_known: int, seconds: float, seed: int) -> Line:
    """Solve one instance by both, one after the other, and have both answers checked."""
    path = folder / f"{instance}.txt"
    began = time.process_time()
    answer = solve_file(path, tours, seconds, seed)
    took = time.process_time() - began
    found = faults(path, answer)
    if found:
        raise ValueError(f"{instance} with {tours} tours: {'; '.join(found)}")
    return Line(
        instance=instance,
        tours=tours,
        best_known=best_known,
        profit=int(str(answer["profit"])),
        bound=int(str(answer["bound"])),
        seconds=took,
        pyvrp=_profit_of_pyvrp(path, tours, seconds, seed) if _HAS_PYVRP else None,
    )


def _profit_of_pyvrp(path: Path, tours: int, seconds: float, seed: int) -> int:
    from benchmarks.toptw_pyvrp import solve_by_pyvrp

    customers = read_customers(path)
    routes = solve_by_pyvrp(make_problem(customers, tours), seconds, seed)
    profit = sum(customers[1 + stop].profit for route in routes for stop in route)
    numbered = [[customers[1 + stop].number for stop in route] for route in routes]
    claim = {"routes": numbered, "tours": tours, "profit": profit, "bound": profit, "gap": 0}
    found = faults(path, claim)
    if found:
        raise ValueError(f"PyVRP on {path.stem} with {tours} tours: {'; '.join(found)}")
    return profit


def section(lines: Sequence[Line], seconds: float, seed: int) -> list[str]:
    """The lines of the page: means first, then the table."""
    proved = sum(line.profit == line.bound for line in lines)
    ours = [line.below(line.profit) for line in lines]
    theirs = [line.below(line.pyvrp) for line in lines if line.pyvrp is not None]
    better = sum(line.profit > line.best_known for line in lines)
    mean_gap = _mean([(line.bound - line.profit) / line.bound for line in lines])
    opening = [
        f"{len(lines)} instances of team orienteering with time windows (Solomon's and Cordeau's customers),",
        f"effort for {seconds:g} seconds, seed {seed}; every answer is checked by a checker that shares no code",
        f"with the engine. Mean below the best known: **ours {_mean(ours):.2%}**, in",
        f"{_mean([line.seconds for line in lines]):.1f} s on average; proven optimal in {proved} of {len(lines)},",
        f"the mean gap to our bound is {mean_gap:.2%}, and {better} are above the best value known.",
    ]
    if theirs:
        opening.append(f"PyVRP in {seconds:g} s each: {_mean(theirs):.2%} below the best known.")
    rows = [
        [
            f"{line.instance}, {line.tours}",
            str(line.best_known),
            str(line.profit),
            f"{line.below(line.profit):.2%}",
            "proven" if line.bound == line.profit else str(line.bound),
            f"{line.seconds:.1f}",
            "" if line.pyvrp is None else str(line.pyvrp),
        ]
        for line in lines
    ]
    heading = ("instance, tours", "best known", "ours", "below it", "bound", "seconds", "PyVRP")
    return [*opening, "", *table(heading, rows), "", circumstances("ortools", "numba", "numpy", "pyvrp")]


def _mean(values: Iterable[float]) -> float:
    each = list(values)
    return sum(each) / len(each) if each else 0.0


def main() -> None:
    """Run all instances, and write the section of the page."""
    parser = argparse.ArgumentParser(description="Team orienteering with time windows beside PyVRP.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="+", default=[""], help="instances whose names begin so")
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    with (given.folder / "best_known.csv").open(encoding="utf-8", newline="") as file:
        wanted = [row for row in csv.DictReader(file) if row["instance"].startswith(tuple(given.only))]
    lines = []
    for row in wanted:
        line = run(
            given.folder, row["instance"], int(row["tours"]), int(row["best_known"]), given.seconds, given.seed
        )
        lines.append(line)
        print(line, file=sys.stderr)
    written = section(lines, given.seconds, given.seed)
    print("\n".join(written))
    if not given.no_page:
        write_section("toptw_table", "Team orienteering with time windows", written)


if __name__ == "__main__":
    main()
