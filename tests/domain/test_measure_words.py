"""Every measure of a run has words, and its figures are written so that none says what it is not."""

import pytest

from rso_planner.domain.measure_words import KEY_MEASURES, MEASURE_WORDS
from rso_planner.domain.what_if import Band
from rso_planner.forecast.comparison import MEASURES

NAN = float("nan")
PEOPLE, SHARE = MEASURE_WORDS["overdue"], MEASURE_WORDS["arms_current_share"]


def test_every_measure_of_the_forecast_has_words_and_no_other() -> None:
    assert set(MEASURE_WORDS) == set(MEASURES)
    assert len({words.title for words in MEASURE_WORDS.values()}) == len(MEASURE_WORDS)
    assert set(KEY_MEASURES) <= set(MEASURE_WORDS)


def test_backlog_its_risk_and_the_oldest_come_first() -> None:
    assert list(MEASURE_WORDS)[:2] == ["overdue", "high_or_above_overdue"]
    assert [each for each in KEY_MEASURES if "medium" not in each][:3] == [
        "overdue",
        "high_or_above_overdue",
        "oldest_days",
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (3, "3"), (3.44, "3.4"), (9.96, "10"), (41.4, "41"), (1234.5, "1,234"), (NAN, "not available")],
)
def test_people_are_whole_from_ten_on(value: float, written: str) -> None:
    assert PEOPLE.figure(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [(0.47, "47 %"), (1, "100 %"), (0.0449, "4.5 %"), (0, "0 %"), (NAN, "not available")]
)
def test_shares_are_percentages(value: float, written: str) -> None:
    assert SHARE.figure(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(-38, "−38"), (3.4, "+3.4"), (0.01, "0"), (-0.01, "0"), (0, "0"), (NAN, "not available")],
)
def test_differences_have_their_sign(value: float, written: str) -> None:
    assert PEOPLE.signed(value) == written
    assert SHARE.signed(-0.12) == "−12"
    assert (SHARE.difference_unit, PEOPLE.difference_unit) == ("percentage points", "people")


def test_ranges() -> None:
    assert PEOPLE.range(Band(mean=3, low=0, high=7.2)) == "0 to 7.2"
    assert SHARE.range(Band(mean=0.5, low=0.4, high=0.6)) == "40 to 60 %"
    assert SHARE.signed_range(Band(mean=-0.1, low=-0.2, high=0.05)) == "−20 to +5"
    assert PEOPLE.range(Band(mean=580, low=580, high=580.2)) == ""
    assert PEOPLE.signed_range(Band(mean=-12, low=-12.1, high=-11.9)) == ""
    assert PEOPLE.range(Band(mean=0.4, low=0, high=0)) == "0 to 0"
    assert PEOPLE.range(Band(mean=NAN, low=NAN, high=NAN)) == ""
