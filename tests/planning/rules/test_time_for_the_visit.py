"""A visit and a review have the time they need."""

from rso_planner.planning.rules.time_for_the_visit import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17

person | due              | on site
P      | visit rmp_review | 45
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-10:44 | P      | visit | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-10:45 | P      | visit | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_a_review_that_is_too_short_is_named() -> None:
    review = """
day | time        | person | work       | lead
Mon | 10:00-10:29 | P      | rmp_review | A
"""

    assert sentences(WEEK + review) == [
        "The review of P on Monday 23 November 2026 has 29 minutes; it needs 30 minutes."
    ]


def test_an_end_before_the_start_is_no_time() -> None:
    assert NAME in broken_rules(MENDED.replace("10:00-10:45", "10:00-09:00"))
