"""Whole columns made better: what some shifts do is thrown open, priced again and packed anew.

The shifts are neighbours by place or by day. SCIP packs; it stops by a count of nodes, so that the same columns
give the same plan on any machine.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from ortools.linear_solver import pywraplp

from rso_planner.planning.column_master import MasterNotSolvedError
from rso_planner.planning.columns.crew_columns import Closed, CrewPool
from rso_planner.planning.columns.field_week import FieldWeek, Ints
from rso_planner.planning.columns.prices import Aim
from rso_planner.planning.compact.draft import Trip
from rso_planner.planning.compact.recombine import DayPart
from rso_planner.planning.compact.safety import SafetyLimit

_SHIFTS_AT_ONCE = 18
_ROUNDS_OF_PRICING = 3
_MOST_NODES = 60
_TOLERANCE = 1e-6


def repack(
    pool: CrewPool, aim: Aim, chosen: Sequence[DayPart], passes: int, limit: SafetyLimit
) -> tuple[DayPart, ...]:
    """Columns worth at least as much as those chosen, in the aim; every tier that is held no less than before."""
    best = tuple(chosen)
    for _ in range(passes):
        before = best
        for shifts in _neighbourhoods(pool.week):
            if limit.is_reached:
                return best
            best = _repack_shifts(pool, aim, best, shifts, limit)
        if best == before:
            break
    return best


def _neighbourhoods(week: FieldWeek) -> Iterator[Ints]:
    """Shifts that start near one another, then shifts of the same days; each shift is in two of each."""
    places = week.leg[week.base][:, week.base]
    by_place = sorted(range(week.shifts), key=lambda shift: (*places[shift].tolist(), int(week.day[shift])))
    by_day = sorted(range(week.shifts), key=lambda shift: (int(week.day[shift]), *places[shift].tolist()))
    for ordered in (by_place, by_day):
        for first in range(0, max(1, week.shifts - _SHIFTS_AT_ONCE // 2), _SHIFTS_AT_ONCE // 2):
            yield np.array(ordered[first : first + _SHIFTS_AT_ONCE], dtype=np.int64)


def _repack_shifts(
    pool: CrewPool, aim: Aim, best: tuple[DayPart, ...], shifts: Ints, limit: SafetyLimit
) -> tuple[DayPart, ...]:
    is_open = np.zeros(pool.week.shifts, dtype=np.bool_)
    is_open[shifts] = True
    kept = tuple(column for column in best if not is_open[pool.shifts_of(column)].all())
    closed = Closed(~is_open, np.zeros(pool.week.stops, dtype=np.bool_))
    for column in kept:
        pool.close_for(column, closed)
    known = {column.trips for column in kept}
    pool.master.aim_at(aim, _wanted(pool, closed, known))
    for _ in range(_ROUNDS_OF_PRICING):
        try:
            prices = pool.master.solve()
        except MasterNotSolvedError:
            return best
        if limit.is_reached or not pool.price(aim, prices, closed, is_all=False):
            break
    now = tuple(column for column in best if column.trips not in known)
    candidates = [column for column in pool.columns if not pool.is_closed(column, closed)]
    return (*kept, *_pack(pool, aim, kept, candidates, now))


def _wanted(pool: CrewPool, closed: Closed, known: set[tuple[Trip, ...]]) -> list[bool]:
    """Which columns of the master are kept, or take nothing that is closed; reviews are."""
    return [
        column is None or column.trips in known or not pool.is_closed(column, closed) for column in pool.column_of
    ]


def _pack(
    pool: CrewPool, aim: Aim, kept: Sequence[DayPart], candidates: Sequence[DayPart], now: Sequence[DayPart]
) -> Sequence[DayPart]:
    """The best packing of candidates beside what is kept, or what there is now."""
    solver = pywraplp.Solver.CreateSolver("SCIP")
    solver.SetSolverSpecificParametersAsString(f"limits/nodes = {_MOST_NODES}")
    columns = [*kept, *candidates]
    is_chosen = [solver.IntVar(int(number < len(kept)), 1, "") for number in range(len(columns))]
    _add_rows(solver, pool, columns, is_chosen)
    for held in aim.held:
        _worth(solver, columns, is_chosen, held.number, _sum((*kept, *now), held.number))
    aimed = _worth(solver, columns, is_chosen, aim.number, _sum((*kept, *now), aim.number))
    solver.Maximize(aimed)
    if solver.Solve() not in {pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE}:
        return now
    found = [
        column
        for column, variable in zip(candidates, is_chosen[len(kept) :], strict=True)
        if variable.solution_value() > 0.5
    ]
    is_better = _sum(found, aim.number) > _sum(now, aim.number)
    return (
        found
        if is_better and all(_sum(found, held.number) >= _sum(now, held.number) for held in aim.held)
        else now
    )


def _sum(columns: Sequence[DayPart], number: int) -> int:
    return sum(column.worths[number] for column in columns)


def _worth(solver: Any, columns: Sequence[DayPart], is_chosen: Sequence[Any], number: int, least: int) -> Any:
    """The worth in a tier in units of the largest, held at what there is now."""
    unit = max(1, *(column.worths[number] for column in columns))
    worth = solver.Sum(
        [column.worths[number] / unit * each for column, each in zip(columns, is_chosen, strict=True)]
    )
    solver.Add(worth >= least / unit - _TOLERANCE)
    return worth


def _add_rows(solver: Any, pool: CrewPool, columns: Sequence[DayPart], is_chosen: Sequence[Any]) -> None:
    rows: dict[object, Any] = {}
    for column, variable in zip(columns, is_chosen, strict=True):
        for row, entry in pool.entries(column):
            if row not in rows:
                rows[row] = solver.Constraint(0, pool.master.most_of(row))
            rows[row].SetCoefficient(variable, entry)
