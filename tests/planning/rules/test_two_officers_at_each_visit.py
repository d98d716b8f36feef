"""Two visit-trained officers (trap: two people needed but one free)."""

from rso_planner.planning.rules.two_officers_at_each_visit import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | can                    | Mon
A       | lead visit arms review | 9-17
B       | visit                  | 9-17
C       | lead arms review       | 9-17

person | due   | officers
P      | visit | 2
Q      | visit | 1
"""

BROKEN = (
    WEEK
    + """
day | time        | person | lead | second
Mon | 10:00-11:00 | P      | A    |
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


def test_a_lone_visit_is_allowed_where_the_authority_is_recorded() -> None:
    assert broken_rules(BROKEN.replace("| P      | A    |", "| Q      | A    |")) == set()


def test_the_same_officer_twice_is_one_officer() -> None:
    assert sentences(MENDED.replace("| A    | B", "| A    | A")) == [
        "The visit to P on Monday 23 November 2026 has 1 of the 2 different officers it needs."
    ]


def test_an_officer_without_visit_training_is_named() -> None:
    assert sentences(MENDED.replace("| A    | B", "| A    | C")) == [
        "C, named for the visit to P on Monday 23 November 2026, is not trained for visits."
    ]


def test_three_officers_are_no_crew() -> None:
    assert broken_rules(MENDED.replace("| A    | B", "| A    | B C").replace("lead arms", "lead visit arms")) == {
        NAME
    }
