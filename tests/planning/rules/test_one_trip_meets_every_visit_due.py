"""One trip, every visit that is due."""

from rso_planner.planning.rules.one_trip_meets_every_visit_due import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17

person | due
P      | visit retry arms
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work | lead | second
Mon | 10:00-11:00 | P      | arms | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work             | lead | second
Mon | 10:00-11:00 | P      | visit retry arms | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_the_visits_left_out_are_named() -> None:
    assert sentences(BROKEN) == [
        "P is seen on Monday 23 November 2026, which meets task P:retry too; the plan leaves it out.",
        "P is seen on Monday 23 November 2026, which meets task P:visit too; the plan leaves it out.",
    ]


def test_the_assessment_may_wait_for_another_week() -> None:
    assert broken_rules(MENDED.replace("visit retry arms |", "visit retry |")) == set()


def test_visits_on_two_days_are_allowed() -> None:
    two_days = """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | B
Tue | 10:00-11:00 | P      | retry | A    | B
"""

    assert broken_rules(WEEK + two_days) == set()
