"""Spans between two times of day, as they are written: '09:00-17:00', or '-14:30' for one end alone."""

from datetime import time


def read_window(text: str) -> tuple[time | None, time | None]:
    """Read the earliest and the latest start: '10:00-15:00', '11:00-' or '-14:30'.

    Raises:
        ValueError: the text is not two times with a hyphen between, or they stand in the wrong order.
    """
    ends = text.split("-")
    if len(ends) != 2 or not any(ends):
        raise ValueError(f"{text!r} is not a span such as '10:00-15:00' or '11:00-'")
    try:
        earliest, latest = (time.fromisoformat(end) if end else None for end in ends)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a span such as '10:00-15:00' or '11:00-'") from error
    if earliest and latest and latest < earliest:
        raise ValueError(f"{text!r} ends before it starts")
    return earliest, latest


def read_shift(text: str) -> tuple[tuple[time, time], ...]:
    """Read the parts of a shift, in their order: '09:00-17:00' or '08:00-12:00+17:00-20:00'.

    Raises:
        ValueError: a part is not two times in their order, or the parts overlap.
    """
    parts: list[tuple[time, time]] = []
    for part in text.split("+"):
        starts_at, ends_at = read_window(part)
        if starts_at is None or ends_at is None or starts_at == ends_at:
            raise ValueError(f"{text!r} is not a shift such as '09:00-17:00' or '08:00-12:00+17:00-20:00'")
        if parts and starts_at < parts[-1][1]:
            raise ValueError(f"{text!r} has parts that overlap")
        parts.append((starts_at, ends_at))
    return tuple(parts)
