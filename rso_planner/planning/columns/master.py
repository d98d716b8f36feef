"""The linear master: columns in, prices of its rows out. GLOP through MathOpt, which takes new columns and goes on."""

from collections.abc import Iterable, Sequence
from math import inf
from typing import TypeAlias

import numpy as np
from ortools.math_opt.python import mathopt

from rso_planner.planning.columns.field_week import FieldWeek, Flags
from rso_planner.planning.columns.prices import Aim, Prices
from rso_planner.planning.columns.week_cuts import PARTS, WeekCuts

Row: TypeAlias = tuple[str, int, int]
"""Kind of the row, and the numbers that name it; 0 where one number is enough."""


class MasterFailedError(Exception):
    """The linear solver ended without an optimum."""


class Master:
    """A packing of columns; rows appear with the first column that needs them.

    Row kinds: 'stop' (p), 'review' (t), 'shift' (x): at most one; 'minute' (o): of the week; 'cut' (c, o): units of
    a week cut; 'link' (d, p): who leads and who goes along are equally many; 'held' (j): what is kept of an
    objective above.
    """

    def __init__(self, week: FieldWeek, cuts: WeekCuts) -> None:
        self._week, self._cuts = week, cuts
        self._model = mathopt.Model()
        self._model.maximize(0)
        self._rows: dict[Row, mathopt.LinearConstraint] = {}
        self._columns: list[tuple[mathopt.Variable, Sequence[int]]] = []
        self._scale: dict[int, float] = {}
        self._held: dict[int, mathopt.LinearConstraint] = {}
        self._aim: Aim | None = None
        self.value = 0.0
        self._solver: mathopt.IncrementalSolver | None = None

    def add(self, gains: Sequence[int], entries: Iterable[tuple[Row, int]]) -> None:
        """Add a column with its gains in each objective and its entries in the rows."""
        variable = self._model.add_variable(lb=0.0)
        self._columns.append((variable, gains))
        for row, entry in entries:
            self._row(row).set_coefficient(variable, float(entry))
        if self._aim is not None:
            self._set_gains(variable, gains)

    def aim_at(self, aim: Aim) -> None:
        """Make another objective as great as it can be, with those above held."""
        self._aim = aim
        for each in (aim, *aim.held):
            largest = max((abs(gains[each.number]) for _, gains in self._columns), default=1)
            self._scale.setdefault(each.number, float(max(1, largest)) / 8)
        for held in aim.held:
            if held.number not in self._held:
                self._held[held.number] = self._model.add_linear_constraint(ub=inf)
            self._held[held.number].lower_bound = held.least / self._scale[held.number]
        for variable, gains in self._columns:
            self._set_gains(variable, gains)

    def _set_gains(self, variable: mathopt.Variable, gains: Sequence[int]) -> None:
        if self._aim is None:
            return
        gain = gains[self._aim.number] / self._scale[self._aim.number]
        self._model.objective.set_linear_coefficient(variable, gain)
        for number, row in self._held.items():
            row.set_coefficient(variable, gains[number] / self._scale[number])

    def _row(self, row: Row) -> mathopt.LinearConstraint:
        if row not in self._rows:
            kind, first, _ = row
            limit = 1
            if kind == "minute":
                limit = int(self._week.week_minutes[first])
            elif kind == "cut":
                limit = int(self._cuts.most[first])
            lower, upper = (0.0, 0.0) if kind == "link" else (-inf, float(limit))
            self._rows[row] = self._model.add_linear_constraint(lb=lower, ub=upper)
        return self._rows[row]

    def solve(self) -> tuple[Prices, Flags]:
        """The prices of the rows, and for which (day, stop) the payment of those who go along is set by a row.

        Raises:
            MasterFailedError: the solver ended without an optimum.
        """
        if self._solver is None:
            self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
        result = self._solver.solve()
        if result.termination.reason != mathopt.TerminationReason.OPTIMAL or self._aim is None:
            raise MasterFailedError(f"the linear master ended as {result.termination.reason}")
        self.value = result.objective_value() * self._scale[self._aim.number]
        duals = result.dual_values()
        scale = self._scale[self._aim.number] * self._aim.fineness
        raw = {row: duals[constraint] * scale for row, constraint in self._rows.items()}
        held = [max(0.0, -duals[self._held[each.number]] * scale / self._scale[each.number]) for each in self._aim.held]
        return self._read(raw, held)

    def _read(self, raw: dict[Row, float], held: list[float]) -> tuple[Prices, Flags]:
        week = self._week
        found = {
            "stop": np.zeros(week.stops),
            "minute": np.zeros(week.workers),
            "shift": np.zeros(week.shifts),
            "cut": np.zeros((len(PARTS), week.workers)),
            "link": np.zeros((7, week.stops)),
        }
        is_set = np.zeros((7, week.stops), dtype=np.bool_)
        for (kind, first, second), price in raw.items():
            if kind == "link":
                found[kind][first, second] = price
                is_set[first, second] = True
            elif kind == "cut":
                found[kind][first, second] = max(0.0, price)
            elif kind in found:
                found[kind][first] = max(0.0, price)
        whole = {name: np.rint(values).astype(np.int64) for name, values in found.items()}
        return Prices(**whole, held=np.rint(np.array(held)).astype(np.int64)), is_set
