"""Reads a team orienteering instance with time windows, in the public text format.

The format is that of Vansteenwegen and of Montemanni and Gambardella.
The first line is not needed (type, vehicles, customers, days), nor the second (route length, load). Then a line a
customer, the depot first: number, x, y, service, profit, some numbers that are not needed, opening, closing.

Distances are straight lines, rounded down as in the literature: to one decimal for Solomon's customers, whose
coordinates are whole, and to two for Cordeau's, whose coordinates have three decimals. Everything is then counted
in tenths or hundredths, so that nothing is rounded again.
"""

from dataclasses import dataclass
from decimal import Decimal
from math import isqrt
from pathlib import Path

import numpy as np

from rso_planner.planning.orienteering import OrienteeringProblem, Stop, Vehicle

_TEN_THOUSANDTHS = 10_000
_LEAST_FIELDS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One line of the file; the depot is one as well."""

    number: int
    x: Decimal
    y: Decimal
    service: Decimal
    profit: int
    opens: Decimal
    closes: Decimal


def read_customers(path: Path) -> tuple[Customer, ...]:
    """Read the lines of a file, the depot first.

    Raises:
        ValueError: a line is not one of this format.
    """
    lines = [line.split() for line in path.read_text("utf-8").splitlines() if line.strip()]
    customers = []
    for fields in lines[2:]:
        if len(fields) < _LEAST_FIELDS:
            raise ValueError(f"{path.name}: a customer's line has {len(fields)} numbers: {' '.join(fields)}")
        x, y, service, profit = (Decimal(field) for field in fields[1:5])
        opens, closes = (Decimal(field) for field in fields[-2:])
        if profit != int(profit):
            raise ValueError(f"{path.name}: the profit of customer {fields[0]} is not whole")
        customers.append(
            Customer(
                number=int(fields[0]), x=x, y=y, service=service, profit=int(profit), opens=opens, closes=closes
            )
        )
    if not customers:
        raise ValueError(f"{path.name} has no depot")
    return tuple(customers)


def make_problem(customers: tuple[Customer, ...], tours: int) -> OrienteeringProblem:
    """The same for the engine: the stops are the customers after the depot, in their order."""
    depot, *others = customers
    parts = 10 if all(each.x % 1 == 0 and each.y % 1 == 0 for each in customers) else 100
    stops = tuple(
        Stop(
            prize=each.profit,
            service=_in_parts(each.service, parts),
            opens=_in_parts(each.opens, parts),
            closes=_in_parts(each.closes, parts),
        )
        for each in others
    )
    vehicle = Vehicle(
        first_place=len(others),
        last_place=len(others),
        leaves_at=_in_parts(depot.opens, parts),
        back_by=_in_parts(depot.closes, parts),
    )
    places = [*others, depot]
    travel = np.array([[_distance(one, other, parts) for other in places] for one in places], np.int64)
    return OrienteeringProblem(stops=stops, vehicles=(vehicle,) * tours, travel=travel)


def _distance(one: Customer, other: Customer, parts: int) -> int:
    """The distance in parts, rounded down; whole numbers throughout, so that it is exact."""
    across, up = (_in_parts(each, _TEN_THOUSANDTHS) for each in (one.x - other.x, one.y - other.y))
    return isqrt((across * across + up * up) // (_TEN_THOUSANDTHS // parts) ** 2)


def _in_parts(number: Decimal, parts: int) -> int:
    whole = number * parts
    if whole != int(whole):
        raise ValueError(f"{number} is finer than one part in {parts}")
    return int(whole)
