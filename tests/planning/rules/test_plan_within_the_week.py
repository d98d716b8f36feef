"""A plan stays within its week."""

from dataclasses import replace
from datetime import date

from rso_planner.planning.rules.plan_within_the_week import NAME, violations
from tests.planning.weeks import broken_rules, make_week

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
day        | time        | person | lead | second
2026-11-30 | 10:00-11:00 | P      | A    | B
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


def test_a_plan_of_another_week_is_named() -> None:
    problem, plan = make_week(MENDED)
    later = replace(plan, week=date(2026, 11, 30))

    assert [violation.sentence for violation in violations(problem, later)] == [
        "The plan is for another week than the week of Monday 23 November 2026."
    ]
