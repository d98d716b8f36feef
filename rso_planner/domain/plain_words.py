"""Dates and lengths of time as a person says them."""

from datetime import date

from rso_planner.domain.interval import Interval

# The standard library's month names follow the machine's language; the sentences are English everywhere.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_PLURALS = {"person": "people"}


def day_in_words(day: date) -> str:
    """The day as it is written in a letter: '23 November 2026'."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def count_in_words(count: int, noun: str) -> str:
    """A number with its noun: '1 day', '3 days', '2,256 people'."""
    return f"1 {noun}" if count == 1 else f"{count:,} {_PLURALS.get(noun, noun + 's')}"


def every(interval: Interval) -> str:
    """How often: 'every month', 'every 6 weeks'."""
    return f"every {interval.unit.value.removesuffix('s')}" if interval.count == 1 else f"every {interval}"
