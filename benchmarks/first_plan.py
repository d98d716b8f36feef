"""How long a cold process takes from its start to a first plan that keeps every rule.

    python -m benchmarks.first_plan [--runs N] [--no-page]
    python -m benchmarks.first_plan --database sqlite:///demo/rso_planner.db --week 2026-11-23 [--runs N]

Each run is a process of its own: it imports, reads the store, finds what is due, builds the week's problem, makes
the greedy plan and checks it. Without a store of yours the force of the benchmarks is drawn into one.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path


def make_first_plan(database_url: str, week: date) -> str:
    """Make the plan in this process and say what it holds."""
    from rso_planner.planning.check_plan import check_plan_or_raise
    from rso_planner.planning.compact.plan_from_draft import make_plan
    from rso_planner.planning.compact.score import tier_worths
    from rso_planner.planning.solve import first_plan
    from rso_planner.settings import now
    from rso_planner.use_cases.recording import Asking
    from rso_planner.use_cases.week_problem import get_week_problem

    asking = Asking(database_url=database_url, actor="a benchmark", now=now())
    problem = get_week_problem(asking, "benchmark", week, None, None).problem
    draft = first_plan(problem)
    plan = make_plan(draft)
    check_plan_or_raise(problem, plan)
    worths = ", ".join(f"{worth / problem.points_a_unit:,.1f}" for worth in tier_worths(draft))
    return f"{len(plan.assignments)} assignments of {len(problem.task_by_id):,} tasks; tiers 1 to 4 reach {worths}"


def main() -> None:
    """Time so many cold processes, or be one of them."""
    parser = argparse.ArgumentParser(description="Time the first plan from a cold process.")
    parser.add_argument("--database", help="a store with a force; else one with the force of the benchmarks")
    parser.add_argument("--week", type=date.fromisoformat, help="its Monday")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--once", action="store_true", help="make one plan in this process")
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    if given.once:
        print(make_first_plan(given.database, given.week))
    elif given.database:
        print("\n".join(measured_lines(given.database, given.week, given.runs)))
    else:
        measure_benchmark_force(given.runs, writes_page=not given.no_page)


def measure_benchmark_force(runs: int, *, writes_page: bool) -> None:
    """Draw the force of the benchmarks into a new store, time its first plan, and write the section."""
    # Not at the top: the timed processes would load what only this one needs.
    from benchmarks.benchmark_week import WEEK
    from benchmarks.results_page import circumstances, write_section

    with tempfile.TemporaryDirectory() as folder:
        lines = measured_lines(load_benchmark_force(Path(folder)), WEEK, runs)
    lines += ["", circumstances("ortools", "pandas", "sqlalchemy")]
    print("\n".join(lines))
    if writes_page:
        write_section("first_plan", "The first plan, from a cold process", lines)


def measured_lines(database_url: str, week: date, runs: int) -> list[str]:
    """The times of so many cold processes in words, and what their plan holds."""
    command = [sys.executable, "-m", "benchmarks.first_plan", "--once", "--week", week.isoformat()]
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        ran = subprocess.run([*command, "--database", database_url], capture_output=True, text=True, check=True)
        seconds.append(time.perf_counter() - began)
    return [
        f"{statistics.median(seconds):.2f} s, median of {runs}, {min(seconds):.2f} to {max(seconds):.2f}:",
        ran.stdout.strip(),
    ]


def load_benchmark_force(folder: Path) -> str:
    """Draw the force of the benchmarks into a new store in the folder, and return the store's address."""
    from benchmarks.benchmark_week import AS_OF, MODEL
    from rso_planner.settings import now
    from rso_planner.use_cases.load_extract import load_extract
    from rso_planner.use_cases.recording import Asking
    from rso_planner.use_cases.synthesise_force import write_synthetic_force

    write_synthetic_force(MODEL, AS_OF, 1, folder)
    database_url = f"sqlite:///{folder / 'rso_planner.db'}"
    load_extract(Asking(database_url=database_url, actor="a benchmark", now=now()), folder / "extract")
    return database_url


if __name__ == "__main__":
    main()
