"""Work goes to officers of the unit."""

from rso_planner.planning.rules.officers_of_the_unit import NAME
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
Mon | 10:00-11:00 | P      | A    | Z
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


def test_the_unknown_officer_is_named() -> None:
    assert sentences(BROKEN) == [
        "Z, named for the work for P on Monday 23 November 2026, is not an officer of the unit this week."
    ]


def test_work_for_nobody_is_named() -> None:
    assert NAME in broken_rules(MENDED.replace("| A    | B", "|      |"))
