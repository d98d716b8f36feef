"""Working days know the bank holidays of England and Wales."""

from datetime import date

import pytest

from rso_planner.domain.working_days import add_working_days, is_working_day


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 4, 3), False),
        (date(2026, 4, 6), False),
        (date(2026, 5, 4), False),
        (date(2026, 8, 31), False),
        (date(2026, 8, 3), True),  # a bank holiday in Scotland alone
        (date(2026, 12, 28), False),  # in lieu of Saturday 26 December
        (date(2022, 9, 19), False),  # the state funeral
    ],
)
def test_weekends_and_bank_holidays(day: date, is_working: bool) -> None:
    assert is_working_day(day) is is_working


@pytest.mark.parametrize(
    ("anchor", "count", "day"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
    ],
)
def test_the_anchors_day_is_day_0(anchor: date, count: int, day: date) -> None:
    assert add_working_days(anchor, count) == day
