"""Nobody is visited at a default point (trap: default coordinates routed as homes)."""

from rso_planner.planning.rules.known_place import NAME
from tests.planning.weeks import broken_rules

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17

person | due        | at
P      | visit      | 10
Q      | visit rmp_review | nowhere
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | Q      | visit | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_a_review_needs_no_place() -> None:
    review = """
day | time        | person | work       | lead
Mon | 10:00-10:30 | Q      | rmp_review | A
"""

    assert broken_rules(WEEK + review) == set()


def test_a_table_of_travel_does_not_make_a_place() -> None:
    table = """
travel from | to | minutes
A           | Q  | 10
Q           | A  | 10
"""

    assert broken_rules(BROKEN + table) == {NAME}
