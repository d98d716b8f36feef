"""Every key of a scenario file has words, and a change is told line by line with its weeks."""

from datetime import time
from typing import Any

import pytest

from rso_planner.domain.risk_level import ByRisk
from rso_planner.domain.scenario import (
    Backlog,
    Demand,
    DemandChange,
    PolicyChange,
    Scenario,
    StaffingChange,
    figures_of,
)
from rso_planner.domain.scenario_words import (
    BACKLOG_WORDS,
    DEMAND_WORDS,
    STAFFING_WORDS,
    change_lines,
    plain_words,
)


def scenario(**changes: Any) -> Scenario:
    """A made-up scenario."""
    return Scenario(name="made-up", title="Made-up", description="Made up.", **changes)


@pytest.mark.parametrize(
    ("kind", "words"), [(StaffingChange, STAFFING_WORDS), (Demand, DEMAND_WORDS), (Backlog, BACKLOG_WORDS)]
)
def test_every_key_has_words_with_one_place_for_its_figure(kind: type, words: dict[str, str]) -> None:
    assert list(words) == list(figures_of(kind))
    assert all(each.count("{}") == 1 for each in words.values())


def test_every_figure_of_a_change_has_a_line() -> None:
    figures: dict[str, Any] = {
        key: 0.25 if limits.highest <= 1 else 7
        for key, limits in figures_of(StaffingChange).items()
        if key not in ("week", "until_week")
    }
    lines = change_lines(scenario(staffing=(StaffingChange(week=2, until_week=9, **figures),)))
    assert len(lines) == len(figures)
    assert all(line.startswith("Weeks 2 to 9: ") for line in lines)
    assert sum("25 %" in line for line in lines) == sum(value == 0.25 for value in figures.values())


def test_recruits_in_training_are_told_with_what_they_give() -> None:
    change = StaffingChange(week=5, officers_added=2, training_weeks=13)
    assert change_lines(scenario(staffing=(change,))) == (
        "From week 5: offender managers who join, in full-time equivalents: 2.",
        "From week 5: weeks for which those who join are trained and lead nothing: 13.",
        "From week 5: in training they give 50 % of the time that the others give.",
    )


def test_policy_demand_and_backlog() -> None:
    events = ByRisk(very_high=5.0, high=2.4, medium=1.0, low=0.44)
    changed = scenario(
        backlog=Backlog(arms_cleared=0.5),
        policy=(PolicyChange(values={"reactive_duties_arms_renewal": True, "overdue": "on_due_date"}),),
        demand=(DemandChange(week=9, until_week=9, values={"events": events, "growth": 0.06}),),
    )
    assert change_lines(changed) == (
        "Before week 1: the ARMS of 50 % of the people overdue are made, drawn by lot.",
        "From week 1: reactive_duties_arms_renewal of the policy is on.",
        "From week 1: overdue of the policy is 'on due date'.",
        "In week 9: events a person and year: very high 5, high 2.4, medium 1, low 0.44.",
        "In week 9: the number of people registered grows by 6 % a year, net of those who leave.",
    )


def test_the_baseline_changes_nothing() -> None:
    assert change_lines(scenario()) == ("Nothing is changed.",)


@pytest.mark.parametrize(
    ("value", "words"),
    [(True, "on"), (False, "off"), (1200, "1,200"), (0.05, "0.05"), ("", "nobody"), (time(8), "08:00")],
)
def test_values_of_the_policy(value: object, words: str) -> None:
    assert plain_words(value) == words
