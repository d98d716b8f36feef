"""Two officers who are kept apart form no crew."""

from rso_planner.planning.rules.officers_kept_apart import NAME
from tests.planning.weeks import broken_rules

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17
C       | 9-17 | 9-17

person | due              | at
P      | visit rmp_review | 10
Q      | visit            | 20

apart | from
B     | A
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
Mon | 14:00-15:00 | Q      | visit | C    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_whoever_leads() -> None:
    assert broken_rules(BROKEN.replace("| A    | B", "| B    | A")) == {NAME}
