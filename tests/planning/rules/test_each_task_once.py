"""A task is planned once."""

from rso_planner.planning.rules.each_task_once import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17

person | due
P      | visit
"""

BROKEN = (
    WEEK
    + """
day | time        | person | lead | second
Mon | 10:00-11:00 | P      | A    | B
Tue | 10:00-11:00 | P      | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | lead | second
Mon | 10:00-11:00 | P      | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_a_task_named_twice_in_one_trip_is_named() -> None:
    twice = """
day | time        | person | work        | lead | second
Mon | 10:00-11:00 | P      | visit visit | A    | B
"""

    assert sentences(WEEK + twice) == ["Task P:visit is planned 2 times; it is done once."]
