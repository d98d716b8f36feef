"""The linear master of a week: columns in, prices of its rows out, for one objective after another."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np

from rso_planner.planning.column_master import ROW_OPEN, ColumnMaster
from rso_planner.planning.columns.field_week import FieldWeek
from rso_planner.planning.columns.prices import Aim, Prices
from rso_planner.planning.columns.week_cuts import PARTS, WeekCuts

Row: TypeAlias = tuple[str, int, int]
"""Kind of the row, and the numbers that name it; 0 where one number is enough."""

Entries: TypeAlias = list[tuple[Row, int]]
_LARGEST_COEFFICIENT = 8.0
# A row that one plan alone keeps, to the last digit, is too tight for a solver that rounds; bounds do not use it.
_TOLERANCE = 1e-7


class Master:
    """A packing of columns; a row appears with the first column that needs it.

    Row kinds: 'stop' (p), 'review' (t), 'shift' (x): at most one; 'minute' (o): of the week; 'cut' (c, o): units
    of a week cut; 'along' (p): going along, at most once, where the two of a visit are apart.
    """

    def __init__(self, week: FieldWeek, cuts: WeekCuts) -> None:
        self._week, self._cuts = week, cuts
        self._columns: list[tuple[Sequence[int], Entries]] = []
        self._linear = ColumnMaster()
        self._number_of: dict[Row, int] = {}
        self._scale: dict[int, float] = {}
        self._aim: Aim | None = None
        self._shares: Sequence[float] = ()

    def add(self, gains: Sequence[int], entries: Iterable[tuple[Row, int]]) -> None:
        """Add a column with its gains in each tier and its entries in the rows."""
        column = (gains, list(entries))
        self._columns.append(column)
        if self._aim is not None:
            self._add_to(self._aim, *column)

    def aim_at(self, aim: Aim, is_wanted: Sequence[bool] | None = None) -> None:
        """Make another objective as great as it can be, with those above held, of all columns or those wanted."""
        self._aim, self._linear, self._number_of = aim, ColumnMaster(), {}
        # The solver's tolerances are absolute, so every objective is scaled to numbers of the same size.
        for number in (aim.number, *(held.number for held in aim.held)):
            largest = max((gains[number] for gains, _ in self._columns), default=1)
            self._scale[number] = max(1, largest) / _LARGEST_COEFFICIENT
        for held in aim.held:
            self._number_of["held", held.number, 0] = self._linear.add_row(
                lower=(1 - _TOLERANCE) * held.least / self._scale[held.number], upper=ROW_OPEN
            )
        for number, (gains, entries) in enumerate(self._columns):
            if is_wanted is None or is_wanted[number]:
                self._add_to(aim, gains, entries)
            else:
                self._linear.close_column(self._linear.add_column(0.0, {}))

    def solve(self) -> Prices:
        """The prices of the rows.

        Raises:
            MasterNotSolvedError: the linear solver ended without an optimum.
        """
        if self._aim is None:
            raise ValueError("nothing is aimed at")
        optimum = self._linear.solve()
        raw, self._shares = optimum.prices, optimum.shares
        scale = self._scale[self._aim.number] * self._aim.fineness
        found = self._no_prices(len(self._aim.held))
        place_of = {held.number: place for place, held in enumerate(self._aim.held)}
        for (kind, first, second), number in self._number_of.items():
            price = raw[number] * scale / self._size_of((kind, first, second))
            if kind == "cut":
                found[kind][first, second] = max(0.0, price)
            elif kind == "held":
                found[kind][place_of[first]] = max(0.0, -price / self._scale[first])
            elif kind != "review":
                found[kind][first] = max(0.0, price)
        return Prices(**{name: np.rint(values).astype(np.int64) for name, values in found.items()})

    def shares(self) -> Sequence[float]:
        """The share of each column in the optimum of the last `solve`, in the order in which they were added."""
        return self._shares

    def close(self, column: int) -> None:
        """Let no solution use the column until the next aim."""
        self._linear.close_column(column)

    def _add_to(self, aim: Aim, gains: Sequence[int], entries: Entries) -> None:
        coefficients = {self._get_row(row): entry / self._size_of(row) for row, entry in entries}
        for held in aim.held:
            if gains[held.number]:
                row = self._number_of["held", held.number, 0]
                coefficients[row] = gains[held.number] / self._scale[held.number]
        self._linear.add_column(gains[aim.number] / self._scale[aim.number], coefficients)

    def most_of(self, row: Row) -> int:
        """The most that the columns may have of a row together."""
        kind, first, _ = row
        if kind == "cut":
            return int(self._cuts.most[first])
        return int(self._week.week_minutes[first]) if kind == "minute" else 1

    def _get_row(self, row: Row) -> int:
        if row not in self._number_of:
            self._number_of[row] = self._linear.add_row(upper=self.most_of(row) / self._size_of(row))
        return self._number_of[row]

    def _size_of(self, row: Row) -> int:
        """By what a row is divided: minutes are shares of the week, as the other rows count in ones."""
        return max(1, int(self._week.week_minutes[row[1]])) if row[0] == "minute" else 1

    def _no_prices(self, held: int) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
        week = self._week
        return {
            "stop": np.zeros(week.stops),
            "minute": np.zeros(week.workers),
            "shift": np.zeros(week.shifts),
            "cut": np.zeros((len(PARTS), week.workers)),
            "held": np.zeros(held),
            "along": np.zeros(week.stops),
        }
