"""How the sentences about a plan name days, times and lengths."""

from datetime import date, time

from rso_planner.domain import plain_words
from rso_planner.domain.plan_words import WEEKDAYS


def day_in_words(on: date) -> str:
    """The day as a supervisor reads it: 'Monday 23 November 2026'."""
    return f"{WEEKDAYS[on.weekday()]} {plain_words.day_in_words(on)}"


def time_in_words(at: time) -> str:
    """The time of day on the 24-hour clock: '09:05'."""
    return f"{at:%H:%M}"


def minutes_in_words(minutes: int) -> str:
    """A length in minutes: '1 minute', '90 minutes'."""
    return plain_words.count_in_words(minutes, "minute")
