"""Dates and lengths of time as a person says them."""

import re
from datetime import date

from rso_planner.domain.interval import Interval

# The standard library's month names follow the machine's language; the sentences are English everywhere.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_MONTH_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(_MONTHS, start=1)}

DAY_IN_WORDS = r"[0-9]{1,2}(?:st|nd|rd|th)?[ -][A-Za-z]{3,9}[ -][0-9]{4}"
"""What a day in words looks like, whether or not it is one of the calendar."""

_PARTS = re.compile(r"(?P<day>[0-9]+)[a-z]*[ -](?P<month>[a-z]+)[ -](?P<year>[0-9]+)")
_PLURALS = {"person": "people"}


def day_in_words(day: date) -> str:
    """The day as it is written in a letter: '23 November 2026'."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def read_day_in_words(text: str) -> date:
    """Read '23 November 2026', '23 Nov 2026', '23-NOV-2026' or '23rd November 2026'.

    Raises:
        ValueError: the text is no such day.
    """
    parts = _PARTS.fullmatch(text.casefold())
    month = _MONTH_NUMBERS.get(parts["month"][:3]) if parts else None
    if parts is None or month is None or not _MONTHS[month - 1].casefold().startswith(parts["month"]):
        raise ValueError(f"{text} is not a day in words")
    return date(int(parts["year"]), month, int(parts["day"]))


def count_in_words(count: int, noun: str) -> str:
    """A number with its noun: '1 day', '3 days', '2,256 people'."""
    return f"1 {noun}" if count == 1 else f"{count:,} {_PLURALS.get(noun, noun + 's')}"


def every(interval: Interval) -> str:
    """How often: 'every month', 'every 6 weeks'."""
    return f"every {interval.unit.value.removesuffix('s')}" if interval.count == 1 else f"every {interval}"
