"""Scenarios in words: what each figure of a scenario file means, and what a scenario changes, line by line."""

from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any

from rso_planner.domain.risk_level import ByRisk, RiskLevel
from rso_planner.domain.scenario import Backlog, Demand, DemandChange, Range, Scenario, StaffingChange, figures_of

STAFFING_WORDS: Mapping[str, str] = {
    "week": "holds from week {} on",
    "until_week": "holds until the end of week {}",
    "people_to_officer": "as many offender managers as make {} people in the community to one",
    "officers_added": "offender managers who join, in full-time equivalents: {}",
    "officers_leaving": "offender managers who leave for good, in full-time equivalents: {}",
    "officers_away": "offender managers who are away, in full-time equivalents: {}",
    "training_weeks": "weeks for which those who join are trained and lead nothing: {}",
    "training_share": "in training they give {} of the time that the others give",
    "sickness_share": "sickness takes {} of everybody's time",
    "arms_trained_share": "{} of the offender managers may do an ARMS",
    "plannable_share": "{} of the contracted hours are for these duties",
    "overtime": "hours of overtime a week for each full-time equivalent: {}",
    "arms_hours": "hours a week of help from outside that does nothing but ARMS: {}",
}
"""What each figure of a staffing change says, by its key; the figure stands where the braces are."""

DEMAND_WORDS: Mapping[str, str] = {
    "growth": "the number of people registered grows by {} a year, net of those who leave",
    "releases": "{} of those in custody come out in a year",
    "recalls": "{} of those in the community go into custody in a year",
    "leavers": "{} of those registered die or move away in a year, beside those whose registration ends",
    "events": "events a person and year: {}",
    "significant": "{} of the events make the ARMS out of date",
    "offences": "{} of the events are offences",
    "risk_rises": "the risk of {} of the people is raised in a year",
    "risk_falls": "the risk of {} of the people is lowered in a year",
    "visit_success": "the person is seen at {} of the attempts",
    "arms_low": "completed assessments with the priority low, by risk level: {}",
    "reactive_acceptance": "{} of the people found eligible are moved to reactive management",
    "reactive_return": "{} of the people reviewed for active management are brought back",
}
"""What each figure of the demand says, by its key."""

BACKLOG_WORDS: Mapping[str, str] = {
    "visits_cleared": "the visits of {} of the people overdue are made, drawn by lot",
    "arms_cleared": "the ARMS of {} of the people overdue are made, drawn by lot",
}
"""What each figure of the backlog says, by its key; it is done before the first week."""

_ONLY_WHEN = ("week", "until_week")
_OF_RECRUITS = ("training_weeks", "training_share")


def change_lines(scenario: Scenario) -> tuple[str, ...]:
    """What the scenario changes, a line for each figure: 'Weeks 9 to 20: events a person and year: ...'"""
    lines = (
        *_backlog_lines(scenario.backlog),
        *(line for change in scenario.staffing for line in _staffing_lines(change)),
        *(
            f"{_when(each.week, None)}: {key} of the policy is {_quoted(value)}."
            for each in scenario.policy
            for key, value in each.values.items()
        ),
        *(line for change in scenario.demand for line in _demand_lines(change)),
    )
    return lines or ("Nothing is changed.",)


def value_words(value: Any, limits: Range) -> str:
    """A figure of a scenario as a person reads it: '1,200', '3 %', 'very high 5, high 2.4, ...'."""
    if isinstance(value, ByRisk):
        return ", ".join(f"{level.words} {value_words(value[level], limits)}" for level in RiskLevel)
    return f"{value * 100:,.6g} %" if limits.unit.startswith("share") else f"{value:,.6g}"


def plain_words(value: Any) -> str:
    """A value of the policy as a person reads it: '1,200', 'on', 'after due date', 'nobody'."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, time):
        return value.isoformat("minutes")
    return f"{value:,}" if isinstance(value, int | float) else value.replace("_", " ") or "nobody"


def _quoted(value: Any) -> str:
    return f"'{plain_words(value)}'" if isinstance(value, str) else plain_words(value)


def _when(week: int, until_week: int | None) -> str:
    if until_week is None:
        return f"From week {week}"
    return f"In week {week}" if week == until_week else f"Weeks {week} to {until_week}"


def _line(when: str, words: Mapping[str, str], key: str, value: Any, limits: Range) -> str:
    return f"{when}: {words[key].format(value_words(value, limits))}."


def _backlog_lines(backlog: Backlog) -> Iterator[str]:
    for key, limits in figures_of(Backlog).items():
        if share := getattr(backlog, key):
            yield _line("Before week 1", BACKLOG_WORDS, key, share, limits)


def _staffing_lines(change: StaffingChange) -> Iterator[str]:
    standard = StaffingChange()
    for key, limits in figures_of(StaffingChange).items():
        value = getattr(change, key)
        is_of_recruits = key in _OF_RECRUITS and change.training_weeks > 0
        if key not in _ONLY_WHEN and (value != getattr(standard, key) or is_of_recruits):
            yield _line(_when(change.week, change.until_week), STAFFING_WORDS, key, value, limits)


def _demand_lines(change: DemandChange) -> Iterator[str]:
    ranges = figures_of(Demand)
    for key, value in change.values.items():
        yield _line(_when(change.week, change.until_week), DEMAND_WORDS, key, value, ranges[key])
