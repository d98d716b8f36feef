"""What an officer's week cannot hold in whole pieces, though its minutes would allow it in parts.

A trip takes at least m minutes of a week of W: its time on site, the lead's extra minutes, and half of the
shortest way in and out. Divide by W / k: a trip of more than q k-ths of the week counts q units, and a week holds
at most k - 1 units (Chvatal and Gomory). With k = 3 no week holds three trips of more than a third of it each,
while two thirds of each of three trips would fit the minutes.
"""

from dataclasses import dataclass

import numpy as np

from rso_planner.planning.columns.field_week import FieldWeek, Ints

PARTS = tuple(range(2, 15))


@dataclass(frozen=True, slots=True)
class WeekCuts:
    """Units of a trip in each cut: `lead[c, o, k, p]` for its lead, `along[c, o, p]`; a week holds `most[c]`."""

    lead: Ints
    along: Ints
    most: Ints


def make_week_cuts(week: FieldWeek) -> WeekCuts:
    """The cuts of every worker's week."""
    along = week.on_site + _least_travel(week)
    lead = along[:, None, :] + week.extra[None, :, :]
    return WeekCuts(
        lead=np.array([_units(lead, week.week_minutes[:, None, None], parts) for parts in PARTS]),
        along=np.array([_units(along, week.week_minutes[:, None], parts) for parts in PARTS]),
        most=np.array([parts - 1 for parts in PARTS], dtype=np.int64),
    )


def _units(minutes: Ints, week_minutes: Ints, parts: int) -> Ints:
    """How many whole `week / parts` the minutes exceed."""
    return np.maximum(0, -(-minutes * parts // np.maximum(week_minutes, 1)) - 1)


def _least_travel(week: FieldWeek) -> Ints:
    """Half of the shortest way to and from each stop, from another stop or the worker's base, rounded down."""
    stops = week.stops
    between = week.leg[:stops, :stops] + np.diag(np.full(stops, 10**6, dtype=np.int64))
    nearest_in = between.min(axis=0, initial=10**6)
    nearest_out = between.min(axis=1, initial=10**6)
    bases = np.arange(stops, stops + week.workers)
    way_in = np.minimum(nearest_in[None, :], week.leg[bases, :stops])
    way_out = np.minimum(nearest_out[None, :], week.leg[:stops, bases].T)
    least: Ints = (way_in + way_out) // 2
    return least
