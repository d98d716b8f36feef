"""Officers are on duty for what they do."""

from rso_planner.planning.rules.officers_on_duty import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon            | Tue
A       | 9-12 12:30-17  | 9-17
B       | 9-17           | -
C       | 9-17           | 9-17

person | due
P      | visit rmp_review
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 11:30-12:30 | P      | visit | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 12:30-13:30 | P      | visit | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_time_on_site_may_not_cross_a_break() -> None:
    assert sentences(BROKEN) == [
        "A is not on duty from 11:30 to 12:30 on Monday 23 November 2026; the visit to P is planned then."
    ]


def test_an_officer_who_is_off_is_named() -> None:
    assert sentences(MENDED.replace("Mon | 12:30-13:30", "Tue | 12:30-13:30")) == [
        "B has no time for planned work on Tuesday 24 November 2026; the visit to P is planned then."
    ]


def test_a_review_is_done_on_duty_too() -> None:
    review = """
day | time        | person | work       | lead
Mon | 17:00-17:30 | P      | rmp_review | A
"""

    assert broken_rules(WEEK + review) == {NAME}
