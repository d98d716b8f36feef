"""'Beginning with' the event: the event's day is day 1."""

from datetime import date

from rso_planner.domain.duties.three_day_periods import last_day_beginning_with


def test_the_events_day_is_day_1() -> None:
    assert last_day_beginning_with(date(2026, 11, 23)) == date(2026, 11, 25)
    assert last_day_beginning_with(date(2026, 12, 31)) == date(2027, 1, 2)
    assert last_day_beginning_with(date(2026, 11, 23), days=1) == date(2026, 11, 23)
