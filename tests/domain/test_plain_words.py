"""Dates and lengths of time as a person says them."""

from datetime import date

import pytest

from rso_planner.domain.interval import read_interval
from rso_planner.domain.plain_words import count_in_words, day_in_words, every


def test_a_day_is_written_as_in_a_letter() -> None:
    assert day_in_words(date(2026, 11, 3)) == "3 November 2026"


@pytest.mark.parametrize(("count", "words"), [(1, "1 day"), (2, "2 days"), (0, "0 days")])
def test_a_count_agrees_with_its_noun(count: int, words: str) -> None:
    assert count_in_words(count, "day") == words


@pytest.mark.parametrize(
    ("interval", "words"),
    [("1 month", "every month"), ("3 months", "every 3 months"), ("6 weeks", "every 6 weeks")],
)
def test_an_interval_says_how_often(interval: str, words: str) -> None:
    assert every(read_interval(interval)) == words
