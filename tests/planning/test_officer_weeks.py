"""What a plan takes of each officer's week."""

from rso_planner.planning.officer_weeks import officer_weeks, travel_legs
from tests.planning.weeks import make_week

WEEK = """
officer | Mon       | Tue
A       | 9-17 =300 | 9-17 =240
B       | 9-17 =300 | -
C       | -         | -

person | due              | at | desk
P      | visit rmp_review | 10 | 90/240
Q      | visit arms       | 30 | 90/240

day | time        | person | work       | lead | second
Mon | 10:00-11:00 | P      | visit      | A    | B
Mon | 13:00-14:00 | Q      | visit arms | B    | A
Tue | 09:00-09:30 | P      | rmp_review | A    |
"""

SPLIT_DAY = """
officer | Mon
A       | 9-12 13:30-17
B       | 9-17

person | due   | at
P      | visit | 10
Q      | visit | 30

day | time        | person | lead | second
Mon | 10:00-11:00 | P      | A    | B
Mon | 14:00-15:00 | Q      | A    | B
"""


def test_legs_go_from_stop_to_stop_and_the_way_back_counts() -> None:
    week_a, week_b, _ = officer_weeks(*make_week(WEEK))

    assert (week_a.on_site_minutes, week_a.travel_minutes) == (120, 10 + 20 + 30)
    assert (week_b.on_site_minutes, week_b.travel_minutes) == (120, 10 + 20 + 30)


def test_the_second_officers_time_out_is_credited_and_the_desk_work_is_the_leads() -> None:
    week_a, week_b, _ = officer_weeks(*make_week(WEEK))

    assert (week_a.on_site_minutes, week_b.on_site_minutes) == (120, 120)
    assert (week_a.travel_minutes, week_b.travel_minutes) == (60, 60)
    assert week_a.desk_minutes == 90 + 30
    assert week_b.desk_minutes == 240


def test_an_officer_without_minutes_is_not_available_never_idle() -> None:
    *_, week_c = officer_weeks(*make_week(WEEK))

    assert (week_c.officer_id, week_c.plannable_minutes, week_c.used_share) == ("C", 0, None)


def test_plannable_minutes_are_those_of_the_whole_week() -> None:
    assert [week.plannable_minutes for week in officer_weeks(*make_week(WEEK))] == [540, 300, 0]


def test_the_legs_stand_in_the_plans_order_and_reviews_have_none() -> None:
    assert travel_legs(*make_week(WEEK)) == ((10, 10), (20, 20), ())


def test_a_new_outing_starts_from_base() -> None:
    assert travel_legs(*make_week(SPLIT_DAY)) == ((10, 10), (30, 20))
    assert [week.travel_minutes for week in officer_weeks(*make_week(SPLIT_DAY))] == [80, 60]


def test_unknown_officers_and_places_have_no_legs() -> None:
    unknown = WEEK.replace("| A    | B", "| A    | Z").replace("Mon | 13:00-14:00 | Q", "Mon | 13:00-14:00 | Y")

    assert travel_legs(*make_week(unknown)) == ((10, 0), (0, 0), ())
