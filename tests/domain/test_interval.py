"""Calendar-month arithmetic clamps and never drifts from its anchor."""

from datetime import date

import pytest

from rso_planner.domain.interval import Interval, add_months, months, read_interval


@pytest.mark.parametrize(
    ("anchor", "count", "day"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_clamp_to_the_last_day(anchor: date, count: int, day: date) -> None:
    assert add_months(anchor, count) == day


def test_an_anchor_never_drifts() -> None:
    anchor = date(2026, 1, 31)
    assert [months(1).after(anchor, times) for times in range(4)] == [
        anchor,
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10 days", date(2026, 1, 25)),
        ("6 weeks", date(2026, 2, 26)),
        ("3 months", date(2026, 4, 15)),
        ("1 year", date(2027, 1, 15)),
    ],
)
def test_an_interval_is_read_in_any_unit(text: str, day: date) -> None:
    assert read_interval(text).after(date(2026, 1, 15)) == day


@pytest.mark.parametrize("text", ["", "0 weeks", "-1 days", "three months", "3", "1.5 months", "3 months or so"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        read_interval(text)


def test_an_interval_is_at_least_one() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Interval(0, months(1).unit)
