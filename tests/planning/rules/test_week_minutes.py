"""A week's field and desk minutes fit the sum of its plannable minutes."""

from rso_planner.planning.rules.week_minutes import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon        | Tue
A       | 9-17 =160  | 9-17 =160
B       | 9-17 =160  | 9-17 =80

person | due              | at | desk
P      | visit arms       | 10 | 90/239
Q      | rmp_review       | 10 | 90/240
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work       | lead | second
Mon | 10:00-11:00 | P      | visit arms | B    | A
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work       | lead | second
Mon | 10:00-11:00 | P      | visit arms | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_the_minutes_are_told() -> None:
    (sentence,) = sentences(BROKEN)

    assert sentence == (
        "B's work takes 319 minutes in the week of Monday 23 November 2026 "
        "(60 on site, 20 travel, 239 desk); 240 minutes can be planned."
    )


def test_the_lead_pays_for_the_visits_desk_work_without_the_assessment() -> None:
    assert broken_rules(BROKEN.replace("visit arms", "visit")) == set()


def test_reviews_count_for_the_week() -> None:
    assert broken_rules(MENDED + "Tue | 10:00-10:30 | Q | rmp_review | A |\n") == {NAME}
    assert broken_rules(MENDED + "Tue | 10:00-10:30 | Q | rmp_review | B |\n") == set()
