"""The lead may lead."""

from rso_planner.planning.rules.lead_may_lead import NAME
from tests.planning.weeks import broken_rules

WEEK = """
officer | can                    | Mon
A       | lead visit arms review | 9-17
B       | visit arms             | 9-17

person | due
P      | visit
"""

BROKEN = (
    WEEK
    + """
day | time        | person | lead | second
Mon | 10:00-11:00 | P      | B    | A
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
