"""The linear master problem of a column generation: columns come as they are found, and it is solved again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ortools.math_opt.python import mathopt

ROW_OPEN = float("inf")


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
        self._model = mathopt.Model()
        self._model.objective.is_maximize = True
        self._rows: list[Any] = []
        self._columns: list[Any] = []
        self._solver: Any = None

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def column_count(self) -> int:
        """How many columns there are, closed ones with them."""
        return len(self._columns)

    def add_row(
        self, *, upper: float, lower: float = -ROW_OPEN, coefficients: Mapping[int, float] | None = None
    ) -> int:
        """Add a row over the columns so far, and give its number."""
        row = self._model.add_linear_constraint(lb=lower, ub=upper)
        for column, coefficient in (coefficients or {}).items():
            row.set_coefficient(self._columns[column], coefficient)
        self._rows.append(row)
        return len(self._rows) - 1

    def add_column(self, value: float, coefficients: Mapping[int, float]) -> int:
        """Add a column by its value and its coefficient in each row, and give its number."""
        column = self._model.add_variable(lb=0.0)
        self._model.objective.set_linear_coefficient(column, value)
        for row, coefficient in coefficients.items():
            self._rows[row].set_coefficient(column, coefficient)
        self._columns.append(column)
        return len(self._columns) - 1

    def close_column(self, column: int) -> None:
        """Let no solution use the column any more."""
        self._columns[column].upper_bound = 0.0

    def solve(self) -> MasterOptimum:
        """Solve the relaxation.

        Raises:
            MasterNotSolvedError: the rows contradict one another, or the values are without limit.
        """
        if self._solver is None:
            self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
        result = self._solver.solve()
        if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
            raise MasterNotSolvedError(str(result.termination))
        prices, shares = result.dual_values(), result.variable_values()
        return MasterOptimum(
            value=result.objective_value(),
            prices=tuple(prices[row] for row in self._rows),
            shares=tuple(shares[column] for column in self._columns),
        )
