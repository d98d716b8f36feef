"""Officers can be where the plan says."""

from rso_planner.planning.rules.travel_between_visits import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17

person | due   | at
P      | visit rmp_review | 10
Q      | visit desktop_review | 30
"""

BROKEN = (
    WEEK
    + """
day | time        | person | lead | second
Mon | 09:10-10:10 | P      | A    | B
Mon | 10:29-11:29 | Q      | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | lead | second
Mon | 09:10-10:10 | P      | A    | B
Mon | 10:30-11:30 | Q      | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


DESK = """
day | time        | person | work           | lead | second
Mon | 10:00-11:00 | P      | visit          | A    | B
Mon | 12:00-12:30 | P      | rmp_review     | A    |
Mon | 13:00-14:00 | Q      | desktop_review | A    |
"""


def test_the_minutes_on_the_road_are_told() -> None:
    assert sentences(BROKEN) == [
        f"{officer} needs 20 minutes from P to Q and has 19 minutes before the visit at 10:29 "
        "on Monday 23 November 2026."
        for officer in "AB"
    ]


def test_the_way_from_base_takes_time() -> None:
    assert broken_rules(MENDED.replace("09:10-10:10", "09:09-10:09")) == {NAME}


def test_the_way_back_takes_time() -> None:
    last = (
        WEEK
        + """
day | time        | person | lead | second
Mon | 15:30-16:30 | Q      | A    | B
"""
    )

    assert broken_rules(last) == set()
    assert sentences(last.replace("15:30-16:30", "15:31-16:31")) == [
        f"{officer} needs 30 minutes back to base from Q on Monday 23 November 2026 "
        "and has 29 minutes before the duty ends."
        for officer in "AB"
    ]


def test_each_outing_starts_and_ends_at_base() -> None:
    split_day = """
officer | Mon
A       | 9-12 13:30-17
B       | 9-12 13:30-17

person | due   | at
P      | visit | 10
Q      | visit | 30

day | time        | person | lead | second
Mon | 10:50-11:50 | P      | A    | B
Mon | 14:00-15:00 | Q      | A    | B
"""

    assert broken_rules(split_day) == set()
    assert broken_rules(split_day.replace("10:50-11:50", "10:51-11:51")) == {NAME}
    assert broken_rules(split_day.replace("14:00-15:00", "13:59-14:59")) == {NAME}


def test_travel_may_cross_a_short_break() -> None:
    one_outing = """
officer | Mon
A       | 9-12 12:20-17
B       | 9-12 12:20-17

person | due   | at
P      | visit | 10
Q      | visit | 30

day | time        | person | lead | second
Mon | 11:00-12:00 | P      | A    | B
Mon | 12:20-13:20 | Q      | A    | B
"""

    assert broken_rules(one_outing) == set()


def test_visits_do_not_overlap() -> None:
    overlap = MENDED.replace("10:30-11:30", "10:00-11:00")

    assert sentences(overlap) == [
        f"{officer} is still at work for P when the work for Q starts at 10:00 on Monday 23 November 2026."
        for officer in "AB"
    ]


def test_desk_work_fits_beside_visits() -> None:
    assert broken_rules(WEEK + DESK) == set()


def test_desk_work_does_not_overlap_a_visit() -> None:
    assert broken_rules(WEEK + DESK.replace("12:00-12:30", "10:45-11:15")) == {NAME}


def test_desk_work_does_not_overlap_other_desk_work() -> None:
    assert broken_rules(WEEK + DESK.replace("12:00-12:30", "12:45-13:15")) == {NAME}
