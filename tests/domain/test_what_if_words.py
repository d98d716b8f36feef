"""Three sentences to be read out, from the figures alone; a breach is always named, chance is never hidden."""

from dataclasses import replace

import pytest

from rso_planner.domain.what_if import Difference, WhatIf
from rso_planner.domain.what_if_words import (
    is_clear,
    last_day,
    run_sentence,
    scenario_label,
    scenario_sentences,
    what_if_lines,
)
from tests.drawing.what_ifs import (
    AS_IS,
    HALF_AS_MANY,
    HALVED,
    LONE,
    make_curves,
    make_small_what_if,
    make_what_if,
    make_what_if_without_officers,
)


def sentences(what_if: WhatIf, place: int) -> tuple[str, ...]:
    """Those of one scenario."""
    return scenario_sentences(what_if, what_if.scenarios[place])


def test_a_scenario_in_three_sentences() -> None:
    assert sentences(make_small_what_if(), 1) == (
        (
            "After a year, 3 people at high or very high risk would be overdue a visit instead of 41, "
            "and so in nine of ten runs."
        ),
        "In all, 212 people would be overdue a visit instead of 560; the most overdue by 35 days instead of 410.",
        (
            "97 % of the people in the community would have a current ARMS instead of 47 %; an officer would have "
            "51 people instead of 101, and 505 of the 520 hours a week for this work would be used."
        ),
    )


def test_the_baseline_is_compared_with_nothing() -> None:
    words = sentences(make_small_what_if(), 0)
    assert len(words) == 3
    assert words[0] == (
        "After a year, 41 people at high or very high risk would be overdue a visit, "
        "between 37 and 45 in nine of ten runs."
    )
    assert "instead" not in " ".join(words)


def test_a_breach_is_always_named() -> None:
    what_if = make_small_what_if()
    assert sentences(what_if, 2)[-1] == "Breach: Departs from the practice of two officers at each visit."
    assert scenario_label(what_if.scenarios[2]) == "One officer at low risk (breach)"
    assert scenario_label(what_if.scenarios[1]) == HALVED.title
    assert not any("reach:" in each for each in sentences(what_if, 1))


def test_a_difference_that_may_be_chance_says_so() -> None:
    words = sentences(make_small_what_if(), 2)
    assert "558 people would be overdue a visit instead of 560, which may be chance;" in words[1]
    assert words[0].startswith(
        "After a year, 41 people at high or very high risk would be overdue a visit, as without the change,"
    )


def test_a_single_run_has_no_band_and_tells_nothing_from_chance() -> None:
    single = replace(make_small_what_if(), replications=1)
    assert sentences(single, 1)[0].endswith("instead of 41, in a single run.")
    assert not is_clear(single, Difference(mean=-38.0, low=-38.0, high=-38.0))
    assert "1 run of each scenario" in run_sentence(single)


@pytest.mark.parametrize(("runs", "words"), [(19, "most of 19 runs"), (20, "nine of ten runs")])
def test_a_band_of_few_runs_is_not_called_nine_of_ten(runs: int, words: str) -> None:
    assert sentences(replace(make_small_what_if(), replications=runs), 0)[0].endswith(f"in {words}.")


@pytest.mark.parametrize(
    ("low", "high", "clear"),
    [(-3, -1, True), (1, 3, True), (-1, 1, False), (0, 0, False), (0, 2, False), (float("nan"),) * 2 + (False,)],
)
def test_a_difference_is_clear_when_its_interval_leaves_out_zero(low: float, high: float, clear: bool) -> None:
    difference = Difference(mean=(low + high) / 2, low=low, high=high)
    assert is_clear(make_small_what_if(), difference) == clear


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (0, "nobody at high"),
        (0.3, "fewer than 1 person at high"),
        (0.5, "fewer than 1 person at high"),
        (1.2, "1 person at high"),
        (1234, "1,234 people at high"),
    ],
)
def test_counts_of_people_are_said_whole_and_a_few_are_not_nobody(mean: float, words: str) -> None:
    ends = {**AS_IS, "high_or_above_overdue": (38, mean)}
    what_if = make_what_if(make_curves(HALVED, ends, 13))
    assert sentences(what_if, 1)[0].startswith(f"After 13 weeks, {words}")


def test_no_visit_overdue_has_no_oldest() -> None:
    ends = {**HALF_AS_MANY, "overdue": (530, 0), "oldest_days": (312, 0)}
    assert sentences(make_what_if(make_curves(LONE, ends, 13)), 1)[1] == (
        "In all, nobody would be overdue a visit instead of 560."
    )


def test_without_officers_no_ratio_is_given() -> None:
    assert sentences(make_what_if_without_officers(), 1)[2].endswith(
        "; there would be no officer, and there would be no hours for this work."
    )


def test_a_run_says_on_what_for_how_long_and_how() -> None:
    what_if = make_small_what_if()
    assert last_day(what_if).isoformat() == "2027-11-28"
    assert run_sentence(what_if) == (
        "On the records as of 27 November 2026: 52 weeks from 30 November 2026 to 28 November 2027, 20 runs of "
        "each scenario on the same demand, in fast mode: each week is planned by hours alone, without routes "
        "and times."
    )
    assert "the weekly planner itself" in run_sentence(replace(what_if, mode="exact"))


def test_the_lines_of_a_run_name_every_scenario_before_its_sentences() -> None:
    what_if = make_small_what_if()
    lines = what_if_lines(what_if)
    assert lines[0] == run_sentence(what_if)
    assert [
        line for line in lines if line.removesuffix(".") in {each.scenario.title for each in what_if.scenarios}
    ] == [
        "50 people to an officer.",
        "One officer at low risk.",
        "As it is.",
    ]
    assert lines.count("Breach: Departs from the practice of two officers at each visit.") == 1
