"""How the sentences about a plan name days, times, lengths and crews."""

from collections.abc import Sequence
from datetime import date, time


def day_in_words(on: date) -> str:
    """The day as a supervisor reads it: 'Monday 23 November 2026'."""
    return f"{on:%A} {on.day} {on:%B %Y}"


def time_in_words(at: time) -> str:
    """The time of day on the 24-hour clock: '09:05'."""
    return f"{at:%H:%M}"


def minutes_in_words(minutes: int) -> str:
    """A length in minutes: '1 minute', '90 minutes'."""
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def list_in_words(words: Sequence[str]) -> str:
    """Several things in one phrase: 'A', 'A and B', 'A, B and C'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
