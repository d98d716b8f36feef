"""An officer who is kept from a person does not visit."""

from rso_planner.planning.rules.officer_kept_from_person import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17
C       | 9-17 | 9-17

person | due              | at
P      | visit rmp_review | 10
Q      | visit            | 20

apart | from
B     | P
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | C
Tue | 10:00-11:00 | Q      | visit | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_the_lead_is_kept_away_too() -> None:
    assert sentences(BROKEN.replace("| A    | B", "| B    | A")) == [
        "B must not visit P; the plan sends them together on Monday 23 November 2026."
    ]
