"""Prices to begin with: every minute of the week costs what the last piece of work that fits is worth a minute.

Where days run out before the week does, a shift costs what its minutes are worth."""

import numpy as np

from rso_planner.planning.columns.field_week import FieldWeek
from rso_planner.planning.columns.prices import Aim, Prices
from rso_planner.planning.columns.week_cuts import PARTS

_TYPICAL_TRAVEL_MINUTES = 12


def make_start_prices(week: FieldWeek, aim: Aim) -> Prices:
    """Prices from a fractional knapsack over all stops and all workers' minutes."""
    crew = np.where(week.needs_two, 2, 1) * (week.on_site + _TYPICAL_TRAVEL_MINUTES)
    minutes = np.maximum(1, crew[None, :] + week.extra)
    gains = np.where(week.is_offered, aim.fineness * aim.gains, 0)
    density = gains / minutes
    left, minute, chosen = int(week.week_minutes.sum()), 0, np.zeros(week.stops, dtype=np.bool_)
    for place in np.argsort(-density, axis=None, kind="stable"):
        option, stop = divmod(int(place), week.stops)
        if chosen[stop] or density[option, stop] <= 0:
            continue
        chosen[stop] = True
        left -= int(minutes[option, stop])
        if left < 0:
            minute = int(density[option, stop])
            break
    surplus = np.max(np.where(week.is_offered, gains - minute * minutes, 0), axis=0, initial=0)
    of_a_shift = minute * np.maximum(0, week.field_minutes - _TYPICAL_TRAVEL_MINUTES)
    return Prices(
        stop=np.maximum(0, surplus),
        minute=np.where(week.is_short, minute, 0),
        shift=np.where(week.is_short[week.worker], 0, of_a_shift),
        cut=np.zeros((len(PARTS), week.workers), dtype=np.int64),
        held=np.zeros(len(aim.held), dtype=np.int64),
        along=np.zeros(week.stops, dtype=np.int64),
    )
