"""Working days: Monday to Friday without the bank holidays of England and Wales."""

from datetime import date, timedelta
from functools import cache

SATURDAY = 5


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    # The library costs 60 ms to import, which `--help` must not pay.
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Tell whether the day is a Monday to Friday and no bank holiday."""
    return day.weekday() < SATURDAY and day not in _bank_holidays(day.year)


def add_working_days(anchor: date, count: int) -> date:
    """The `count`-th working day after the anchor; the anchor's own day is day 0."""
    day = anchor
    for _ in range(count):
        day += timedelta(days=1)
        while not is_working_day(day):
            day += timedelta(days=1)
    return day
