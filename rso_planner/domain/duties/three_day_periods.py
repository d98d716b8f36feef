"""A period 'beginning with' an event counts the event's own day as day 1.

Rule three_day_periods, law. Source: SOA s.83 to 85.
"""

from datetime import date, timedelta

DAYS = 3


def last_day_beginning_with(event_on: date, days: int = DAYS) -> date:
    """The last day of a period of so many days beginning with the event's day."""
    return event_on + timedelta(days=days - 1)
