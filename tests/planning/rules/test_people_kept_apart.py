"""Two who know each other are not visited on one day (trap: the neighbour's visit)."""

from rso_planner.planning.rules.people_kept_apart import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17
C       | 9-17 | 9-17

person | due              | at
P      | visit rmp_review | 10
Q      | visit            | 20

officer | Mon  | Tue
D       | 9-17 | 9-17

apart | from
Q     | P
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | B
Mon | 14:00-15:00 | Q      | visit | C    | D
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | B
Tue | 14:00-15:00 | Q      | visit | C    | D
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_whoever_visits_them() -> None:
    assert sentences(BROKEN.replace("| C    | D", "| A    | B")) == [
        "P and Q must not be visited on one day; the plan visits both on Monday 23 November 2026."
    ]
