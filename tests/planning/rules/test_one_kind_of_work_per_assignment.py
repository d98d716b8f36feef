"""A trip and a review are two assignments."""

from rso_planner.planning.rules.one_kind_of_work_per_assignment import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17

person | due
P      | visit rmp_review desktop_review
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work             | lead | second
Mon | 10:00-11:00 | P      | visit rmp_review | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work       | lead | second
Mon | 10:00-11:00 | P      | visit      | A    | B
Mon | 14:00-14:30 | P      | rmp_review | A    |
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_two_reviews_in_one_are_named() -> None:
    two = """
day | time        | person | work                      | lead
Mon | 10:00-12:00 | P      | rmp_review desktop_review | A
"""

    (sentence,) = sentences(WEEK + two)

    assert sentence == (
        "The work for P on Monday 23 November 2026 puts a review and another review into one; "
        "plan each review by itself."
    )
