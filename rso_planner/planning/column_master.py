"""The linear master problem of a column generation: columns come as they are found, and it is solved again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ortools.linear_solver import pywraplp

ROW_OPEN = float("inf")
_FROM_THE_LAST_BASIS = "use_preprocessing: false"


class MasterNotSolvedError(RuntimeError):
    """GLOP ended without an optimum, which a bounded packing always has."""


@dataclass(frozen=True, slots=True)
class MasterOptimum:
    """The optimum of the relaxation over the columns so far: a price for each row, a share for each column."""

    value: float
    prices: tuple[float, ...]
    shares: tuple[float, ...]


class ColumnMaster:
    """Maximises the value of the chosen columns within the limits of the rows.

    Rows and columns are numbered in the order in which they are added. Each solve starts from the last basis, and
    the same calls in the same order give the same answers.
    """

    def __init__(self) -> None:
        self._limits: list[tuple[float, float]] = []
        self._entries: list[tuple[float, dict[int, float]]] = []
        self._closed: set[int] = set()
        self._start()

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._limits)

    @property
    def column_count(self) -> int:
        """How many columns there are, closed ones with them."""
        return len(self._entries)

    def add_row(
        self, *, upper: float, lower: float = -ROW_OPEN, coefficients: Mapping[int, float] | None = None
    ) -> int:
        """Add a row over the columns so far, and give its number."""
        number = len(self._limits)
        self._limits.append((lower, upper))
        row = self._extend_rows(lower, upper)
        for column, coefficient in (coefficients or {}).items():
            self._entries[column][1][number] = coefficient
            row.SetCoefficient(self._columns[column], coefficient)
        return number

    def add_column(self, value: float, coefficients: Mapping[int, float]) -> int:
        """Add a column by its value and its coefficient in each row, and give its number."""
        self._entries.append((value, dict(coefficients)))
        self._extend_columns(value, coefficients)
        return len(self._entries) - 1

    def close_column(self, column: int) -> None:
        """Let no solution use the column any more."""
        self._closed.add(column)
        self._columns[column].SetUb(0.0)

    def solve(self) -> MasterOptimum:
        """Solve the relaxation.

        Raises:
            MasterNotSolvedError: the rows contradict one another, or the values are without limit.
        """
        status = self._solver.Solve()
        if status != pywraplp.Solver.OPTIMAL:
            status = self._solve_anew()
        if status != pywraplp.Solver.OPTIMAL:
            raise MasterNotSolvedError(f"GLOP ended with status {status}")
        return MasterOptimum(
            value=self._solver.Objective().Value(),
            prices=tuple(row.dual_value() for row in self._rows),
            shares=tuple(column.solution_value() for column in self._columns),
        )

    def _solve_anew(self) -> int:
        """Solve without the last basis, from which GLOP does not always find its way."""
        self._start()
        self._solver.SetSolverSpecificParametersAsString("use_preprocessing: true")
        status: int = self._solver.Solve()
        self._solver.SetSolverSpecificParametersAsString(_FROM_THE_LAST_BASIS)
        return status

    def _start(self) -> None:
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._solver.SetSolverSpecificParametersAsString(_FROM_THE_LAST_BASIS)
        self._solver.Objective().SetMaximization()
        self._rows: list[Any] = []
        self._columns: list[Any] = []
        for lower, upper in self._limits:
            self._extend_rows(lower, upper)
        for value, coefficients in self._entries:
            self._extend_columns(value, coefficients)
        for column in sorted(self._closed):
            self._columns[column].SetUb(0.0)

    def _extend_rows(self, lower: float, upper: float) -> Any:
        self._rows.append(self._solver.Constraint(lower, upper))
        return self._rows[-1]

    def _extend_columns(self, value: float, coefficients: Mapping[int, float]) -> None:
        column = self._solver.NumVar(0.0, ROW_OPEN, "")
        self._solver.Objective().SetCoefficient(column, value)
        for row, coefficient in coefficients.items():
            self._rows[row].SetCoefficient(column, coefficient)
        self._columns.append(column)
