"""The anchor from which a visit is due on a day or later."""

from datetime import date, timedelta

import pytest

from rso_planner.domain.interval import Interval, IntervalUnit, months, read_interval
from rso_planner.synthesis.timeline import earliest_anchor


@pytest.mark.parametrize("interval", [months(1), months(3), months(12), read_interval("6 weeks"), months(18)])
@pytest.mark.parametrize(
    "due_on", [date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1), date(2026, 11, 23), date(2025, 5, 31)]
)
def test_the_day_before_the_earliest_anchor_is_overdue(interval: Interval, due_on: date) -> None:
    anchor = earliest_anchor(interval, due_on)
    assert interval.after(anchor) >= due_on
    assert interval.after(anchor - timedelta(days=1)) < due_on


def test_the_anchor_of_a_number_of_days_is_exact() -> None:
    assert earliest_anchor(Interval(100, IntervalUnit.DAYS), date(2026, 4, 11)) == date(2026, 1, 1)
