"""A plan in plain words."""

from datetime import date, time

import pytest

from rso_planner.domain.officer_week import OfficerWeek
from rso_planner.domain.plan_words import (
    KIND_WORDS,
    REASON_WORDS,
    STATUS_WORDS,
    bound_words,
    clock_words,
    figure_words,
    hours_words,
    rule_words,
    rules_words,
    weekday_words,
    work_words,
)
from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import ObjectiveValue, PlanStatus, Sense, UnplannedReason


@pytest.mark.parametrize(
    ("sense", "value", "bound", "sentence"),
    [
        (Sense.MAX, 1000, 1013, "No plan can remove more than 1.3 % more."),
        (Sense.MAX, 1000, 1013.1, "No plan can remove more than 1.4 % more."),
        (Sense.MAX, 1000, 1000, "Proved: no plan can do better."),
        (Sense.MAX, 0, 0, "Proved: no plan can do better."),
        (Sense.MAX, 0, 40, "No plan can reach more than 40."),
        (Sense.MAX, 10, 4000, "No plan can reach more than 4,000."),
        (Sense.MIN, 200, 150, "No plan can bring this down by more than 25 %."),
        (Sense.MIN, 300, 299, "No plan can bring this down by more than 0.4 %."),
    ],
)
def test_the_gap_in_words_is_never_smaller_than_it_is(
    sense: Sense, value: float, bound: float, sentence: str
) -> None:
    objective = ObjectiveValue(name="any", sense=sense, value=value, bound=bound, words="days removed")
    assert bound_words(objective) == sentence


def test_where_nothing_is_removed_the_sentence_says_reach() -> None:
    objective = ObjectiveValue(
        name="any", sense=Sense.MAX, value=50, bound=51, words="visits led by the own officer"
    )
    assert bound_words(objective) == "No plan can reach more than 2 % more."


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(9, 15), "9:15am"),
        (time(9), "9am"),
        (time(12), "12 noon"),
        (time(12, 30), "12:30pm"),
        (time(17, 5), "5:05pm"),
        (time(0), "midnight"),
        (time(0, 20), "12:20am"),
    ],
)
def test_times_of_day(at: time, words: str) -> None:
    assert clock_words(at) == words


def test_every_kind_reason_and_status_has_words() -> None:
    assert set(KIND_WORDS) == set(TaskKind)
    assert set(REASON_WORDS) == set(UnplannedReason)
    assert set(STATUS_WORDS) == set(PlanStatus)


def test_rules_are_named_the_most_frequent_first() -> None:
    assert rules_words({"week_minutes": 3, "arms_by_an_arms_trained_lead": 14, "day_minutes": 3}) == (
        "ARMS by an ARMS trained lead (14); day minutes (3); week minutes (3)"
    )


@pytest.mark.parametrize(("rule", "words"), [("time_for_the_visit", "time for the visit"), ("alarms", "alarms")])
def test_a_rules_name_is_read_word_by_word(rule: str, words: str) -> None:
    assert rule_words(rule) == words


def test_work_days_and_figures() -> None:
    assert work_words((TaskKind.VISIT, TaskKind.ARMS)) == "Visit, ARMS assessment"
    assert work_words((TaskKind.ARMS,)) == "ARMS assessment"
    assert weekday_words(date(2026, 11, 1)) == "Sunday 1 November"
    assert [figure_words(value) for value in (1204, 3.5, 2.0)] == ["1,204", "3.5", "2"]


def test_hours_in_words_and_nobody_without_hours_is_0_per_cent_busy() -> None:
    def week(plannable_minutes: int) -> OfficerWeek:
        return OfficerWeek(
            officer_id="OM-01",
            plannable_minutes=plannable_minutes,
            on_site_minutes=60,
            travel_minutes=30,
            desk_minutes=0,
        )

    assert hours_words(week(600)) == "1.5 of 10.0 hours used (15 %)."
    assert hours_words(week(0)) == "Not available this week."
    assert hours_words(None) == "Not available this week."
