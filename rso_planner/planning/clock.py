"""Times of day as minutes since midnight, and back."""

from datetime import time


def time_of_day(minutes: int) -> time:
    """The time of day so many minutes after midnight."""
    return time(minutes // 60, minutes % 60)
