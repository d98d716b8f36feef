"""A day's visits and travel fit the day's plannable minutes."""

from rso_planner.planning.rules.day_minutes import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon        | Tue
A       | 9-17 =160  | 9-17 =480
B       | 9-17 =160  | 9-17 =480

person | due              | at
P      | visit rmp_review | 10
Q      | visit            | 21
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | B
Mon | 13:00-14:00 | Q      | visit | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | B
Tue | 13:00-14:00 | Q      | visit | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_the_minutes_are_told() -> None:
    assert sentences(BROKEN) == [
        f"{officer}'s visits with travel take 162 minutes on Monday 23 November 2026; 160 minutes can be planned."
        for officer in "AB"
    ]


def test_waiting_does_not_count() -> None:
    assert broken_rules(BROKEN.replace("| 21", "| 20")) == set()


def test_desk_work_does_not_count_for_the_day() -> None:
    drawing = BROKEN.replace("| 21", "| 20") + "Mon | 15:00-15:30 | P | rmp_review | A |\n"

    assert broken_rules(drawing) == set()
