"""From shares of columns to whole ones: take the surest, close what it excludes, price again, and so on.

Stopped by counts: each round takes at least one column, so there are no more rounds than shifts.
"""

from collections.abc import Iterable, Sequence
from itertools import count

import numpy as np

from rso_planner.planning.column_master import MasterNotSolvedError
from rso_planner.planning.columns.crew_columns import Closed, CrewPool
from rso_planner.planning.columns.field_week import Ints
from rso_planner.planning.columns.prices import Aim
from rso_planner.planning.compact.draft import DraftWeek, Trip
from rso_planner.planning.compact.recombine import DayPart
from rso_planner.planning.compact.safety import SafetyLimit

_SURE = 0.8
# Of the open shifts, at least this part is settled in each turn.
_LEAST_PART = 8
_TURNS_TO_ALL = 4
_LEAST_SHARE = 1e-6


def dive(pool: CrewPool, aim: Aim, limit: SafetyLimit) -> list[DayPart]:
    """Whole columns that fit one another, good for the aim."""
    pool.master.aim_at(aim)
    chosen: list[DayPart] = []
    closed = Closed(np.zeros(pool.week.shifts, dtype=np.bool_), np.zeros(pool.week.stops, dtype=np.bool_))
    is_open = [True] * len(pool.column_of)
    for turn in count():
        if limit.is_reached:
            break
        try:
            prices = pool.master.solve()
        except MasterNotSolvedError:
            # What is held of the tiers above no longer fits beside the columns taken.
            break
        taken = _surest(pool, pool.master.shares(), chosen, closed)
        if not taken:
            break
        chosen += taken
        for column in taken:
            pool.close_for(column, closed)
        pool.price(aim, prices, closed, is_all=turn % _TURNS_TO_ALL == 0)
        is_open += [True] * (len(pool.column_of) - len(is_open))
        _close_others(pool, chosen, closed, is_open)
    return chosen


def _surest(pool: CrewPool, shares: Sequence[float], chosen: list[DayPart], closed: Closed) -> list[DayPart]:
    """The columns that are almost whole and not yet taken, and others with large shares beside which they fit."""
    known = {column.trips for column in chosen}
    found = [
        (share, number)
        for number, share in enumerate(shares)
        if share > _LEAST_SHARE and _is_new(pool.column_of[number], known)
    ]
    found.sort(key=lambda each: (-each[0], each[1]))
    wanted = max(1, int((~closed.shifts).sum()) // _LEAST_PART)
    sure: list[int] = []
    is_gone = Closed(closed.shifts.copy(), closed.stops.copy())
    left = pool.week.week_minutes - _minutes_of(pool, chosen)
    for share, number in found:
        column = pool.column_of[number]
        if column is None or (share < _SURE and len(sure) >= wanted) or pool.is_closed(column, is_gone):
            continue
        minutes = _minutes_of(pool, [column])
        if (minutes > left).any():
            continue
        left -= minutes
        sure.append(number)
        pool.close_for(column, is_gone)
    return [column for number in sure if (column := pool.column_of[number]) is not None]


def _is_new(column: DayPart | None, known: set[tuple[Trip, ...]]) -> bool:
    return column is not None and column.trips not in known


def _minutes_of(pool: CrewPool, columns: Iterable[DayPart]) -> Ints:
    """What the columns take of each worker's week."""
    found = np.zeros(pool.week.workers, dtype=np.int64)
    for column in columns:
        for officer, minutes in column.minutes:
            found[officer] += minutes
    return found


def _close_others(pool: CrewPool, chosen: list[DayPart], closed: Closed, is_open: list[bool]) -> None:
    known = {column.trips for column in chosen}
    for number, column in enumerate(pool.column_of):
        if not is_open[number] or column is None or column.trips in known:
            continue
        if pool.is_closed(column, closed):
            pool.master.close(number)
            is_open[number] = False


def draft_of(pool: CrewPool, columns: Sequence[DayPart]) -> DraftWeek:
    """A draft of the columns, without any trip that breaks a rule which a column alone does not show."""
    draft = DraftWeek(pool.index)
    for column in columns:
        for trip in column.trips:
            at = [len(draft.routes[officer][trip.day]) for officer in trip.officers]
            if draft.may_be_visited_on(trip.person, trip.day):
                draft.insert(trip, at[0], at[-1])
    return draft
