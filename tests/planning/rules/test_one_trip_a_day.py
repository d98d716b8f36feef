"""A person is visited once a day."""

from rso_planner.planning.rules.one_trip_a_day import NAME
from tests.planning.weeks import broken_rules

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17

person | due
P      | visit retry
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | B
Mon | 14:00-15:00 | P      | retry | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work        | lead | second
Mon | 10:00-11:00 | P      | visit retry | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_a_review_on_the_day_of_the_visit_is_no_second_trip() -> None:
    due = MENDED.replace("visit retry\n", "visit retry rmp_review\n")
    drawing = due + "Mon | 14:00-14:30 | P | rmp_review | A |\n"

    assert broken_rules(drawing) == set()
