"""Solves a team orienteering instance with time windows by the engine, and has the answer checked.

    python -m benchmarks.toptw FILE --tours M --seconds S [--seed N] [--json]

Exit code 1 says that the checker found the answer wrong.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from benchmarks.toptw_checker import faults
from benchmarks.toptw_instance import make_problem, read_customers
from rso_planner.planning.orienteering import solve_orienteering


def solve_file(path: Path, tours: int, seconds: float, seed: int) -> dict[str, object]:
    """The answer in the words of the literature; routes hold the customers' numbers, without the depot."""
    began = time.perf_counter()
    customers = read_customers(path)
    answer = solve_orienteering(make_problem(customers, tours), seconds=seconds, seed=seed)
    numbers = [customer.number for customer in customers[1:]]
    return {
        "instance": path.stem,
        "tours": tours,
        "profit": answer.prize,
        "bound": answer.bound,
        "gap": answer.gap,
        "seconds": round(time.perf_counter() - began, 3),
        "reproducible": answer.is_reproducible,
        "seed": seed,
        "routes": [[numbers[stop] for stop in route] for route in answer.routes],
    }


def main() -> None:
    """Solve one file and print the answer."""
    parser = argparse.ArgumentParser(description="Solve a team orienteering instance with time windows.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--tours", type=int, required=True)
    parser.add_argument(
        "--seconds", type=float, default=10.0, help="an effort in counts: about so long on one core"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    given = parser.parse_args()
    answer = solve_file(given.file, given.tours, given.seconds, given.seed)
    found = faults(given.file, answer)
    if given.json:
        print(json.dumps(answer))
    else:
        print(
            f"{answer['instance']} with {given.tours} tours: profit {answer['profit']}, bound {answer['bound']}, "
            f"{answer['seconds']} s"
        )
        for route in answer["routes"] if isinstance(answer["routes"], list) else ():
            print(" ", *route)
    for fault in found:
        print(fault, file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
