"""Checks an answer to a team orienteering instance with time windows; shares no code with the engine.

    python -m benchmarks.toptw_checker FILE ANSWER.json

The answer is what `python -m benchmarks.toptw ... --json` prints. Distances are rounded down to one decimal if all
coordinates are whole (Solomon), else to two (Cordeau). Exit code 1 says that the answer is wrong.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from decimal import ROUND_DOWN, Decimal, localcontext
from pathlib import Path

Row = tuple[Decimal, ...]
"""x, y, service, profit, opening, closing."""


def faults(path: Path, answer: Mapping[str, object]) -> list[str]:
    """Everything that is wrong with an answer, in sentences; an empty list is a right answer."""
    rows = _read(path)
    routes, tours = answer["routes"], answer["tours"]
    if not isinstance(routes, list) or not isinstance(tours, int):
        return ["the answer has no list of routes or no number of tours"]
    return [*_faults_of_routes(rows, routes, tours), *_faults_of_figures(rows, routes, answer)]


def _read(path: Path) -> dict[int, Row]:
    rows = {}
    for line in path.read_text("utf-8").splitlines()[2:]:
        numbers = line.split()
        if numbers:
            picked = (*numbers[1:5], numbers[-2], numbers[-1])
            rows[int(numbers[0])] = tuple(Decimal(number) for number in picked)
    return rows


def _faults_of_routes(rows: Mapping[int, Row], routes: list[list[int]], tours: int) -> Iterator[str]:
    if len(routes) > tours:
        yield f"there are {len(routes)} routes for {tours} tours"
    served: set[int] = set()
    for number, route in enumerate(routes, start=1):
        for customer in route:
            if customer not in rows or customer == 0:
                yield f"route {number}: there is no customer {customer}"
                return
            if customer in served:
                yield f"customer {customer} is served twice"
            served.add(customer)
        yield from _faults_of_times(rows, route, number)


def _faults_of_times(rows: Mapping[int, Row], route: list[int], number: int) -> Iterator[str]:
    step = Decimal("0.1") if all(x == int(x) and y == int(y) for x, y, *_ in rows.values()) else Decimal("0.01")
    time, before = rows[0][4], 0
    for customer in (*route, 0):
        *_, opens, closes = rows[customer]
        time += (rows[before][2] if before else 0) + _distance(rows[before], rows[customer], step)
        if time > closes:
            yield f"route {number}: {customer or 'the depot'} is reached at {time}, after {closes}"
        time, before = max(time, opens), customer


def _distance(one: Row, other: Row, step: Decimal) -> Decimal:
    with localcontext() as exact:
        exact.prec = 60
        return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2).sqrt().quantize(step, ROUND_DOWN)


def _faults_of_figures(
    rows: Mapping[int, Row], routes: list[list[int]], answer: Mapping[str, object]
) -> Iterator[str]:
    profit = sum((rows[customer][3] for route in routes for customer in route if customer in rows), Decimal(0))
    claimed, bound = Decimal(str(answer["profit"])), Decimal(str(answer["bound"]))
    if claimed != profit:
        yield f"the profit of the routes is {profit}, not {claimed}"
    if claimed > bound:
        yield f"the profit {claimed} is above the bound {bound}"
    gap = (bound - claimed) / max(bound, Decimal(1))
    if abs(gap - Decimal(str(answer["gap"]))) > Decimal("1e-9"):
        yield f"the gap is {gap}, not {answer['gap']}"


def main() -> None:
    """Check one answer."""
    path, answer = Path(sys.argv[1]), Path(sys.argv[2])
    found = faults(path, json.loads(answer.read_text("utf-8")))
    print("\n".join(found) or "the answer is right")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
