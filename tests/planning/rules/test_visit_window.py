"""A visit starts when the person's record allows it."""

from rso_planner.planning.rules.visit_window import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17

person | due   | starts
P      | visit | 10:00-12:00
"""

BROKEN = (
    WEEK
    + """
day | time        | person | lead | second
Mon | 12:01-13:01 | P      | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | lead | second
Mon | 12:00-13:00 | P      | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_a_start_before_the_window_is_named() -> None:
    assert sentences(BROKEN.replace("12:01-13:01", "09:59-10:59")) == [
        "The visit to P on Monday 23 November 2026 starts at 09:59, earlier than this person may be visited."
    ]


def test_the_first_minute_of_the_window_is_in_it() -> None:
    assert broken_rules(MENDED.replace("12:00-13:00", "10:00-11:00")) == set()
