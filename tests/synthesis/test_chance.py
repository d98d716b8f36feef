"""Drawing by lot."""

from datetime import date, timedelta

import pytest

from rso_planner.domain.refusal import InputRefusedError
from rso_planner.synthesis.chance import draw_day, draw_some, draw_word, share_out, some_of, stream


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (98, [1, 21, 41, 35], [1, 21, 41, 35]),
        (10, [1, 1, 1], [4, 3, 3]),
        (1, [0.2, 0.5, 0.3], [0, 1, 0]),
        (0, [1, 2], [0, 0]),
    ],
)
def test_shares_are_exact(total: int, weights: list[float], parts: list[int]) -> None:
    assert share_out(total, weights) == parts


def test_a_share_above_nothing_is_at_least_one() -> None:
    assert [some_of(1769, 0.003), some_of(10, 0.003), some_of(10, 0.0), some_of(0, 0.5)] == [5, 1, 0, 0]


def test_a_word_without_weight_is_never_drawn() -> None:
    chance = stream(1, "test")
    drawn = [draw_word(chance, {"never": 0, "often": 3, "seldom": 1}) for _ in range(1000)]
    assert "never" not in drawn
    assert 650 < drawn.count("often") < 850


def test_days_stay_in_their_range_and_mostly_off_the_weekend() -> None:
    chance = stream(1, "test")
    first = date(2026, 11, 2)
    days = [draw_day(chance, first, first + timedelta(days=20)) for _ in range(1000)]
    assert (min(days), max(days)) == (first, first + timedelta(days=20))
    assert sum(day.weekday() >= 5 for day in days) < 40
    assert draw_day(chance, first, first - timedelta(days=3)) == first


def test_too_few_people_are_refused_in_words() -> None:
    with pytest.raises(InputRefusedError, match="the model asks for 3 of 2 people"):
        draw_some(stream(1, "test"), ["a", "b"], 3)


def test_streams_differ_by_name_and_repeat_by_seed() -> None:
    assert stream(1, "visits", "0012").random() == stream(1, "visits", "0012").random()
    assert stream(1, "visits", "0012").random() != stream(1, "visits", "0013").random()
    assert stream(1, "visits", "0012").random() != stream(2, "visits", "0012").random()
    # The first number of this stream on every platform and every Python.
    assert stream(1, "visits", "0012").random() == 0.14675543166989558
