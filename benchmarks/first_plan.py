"""How long a cold process takes from its start to a first plan that keeps every rule.

    python -m benchmarks.first_plan --database sqlite:///demo/rso_planner.db --week 2026-11-23 [--runs N]

Each run is a process of its own: it imports, reads the store, finds what is due, builds the week's problem, makes
the greedy plan and checks it.
"""

import argparse
import statistics
import subprocess
import sys
import time
from datetime import date


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
    parser.add_argument("--database", required=True)
    parser.add_argument("--week", required=True, type=date.fromisoformat)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--once", action="store_true", help="make one plan in this process")
    given = parser.parse_args()
    if given.once:
        print(make_first_plan(given.database, given.week))
        return
    command = [sys.executable, "-m", "benchmarks.first_plan", "--once", "--week", given.week.isoformat()]
    seconds = []
    for _ in range(given.runs):
        began = time.perf_counter()
        ran = subprocess.run([*command, "--database", given.database], capture_output=True, text=True, check=True)
        seconds.append(time.perf_counter() - began)
    print(ran.stdout.strip())
    print(f"{statistics.median(seconds):.2f} s, median of {given.runs}, {min(seconds):.2f} to {max(seconds):.2f}")


if __name__ == "__main__":
    main()
