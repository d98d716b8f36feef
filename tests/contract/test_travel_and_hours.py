"""Travel by hand, the day's and the week's minutes, outings, absences, officers without duties."""

import pytest

from tests.contract.extracts import WEEK, Answer, Desk, Extract, left_out, planned, trip

_TUESDAY = "2026-11-24"


@pytest.fixture
def pair() -> Extract:
    """A lead, OM1, and a recruit, OM2, who goes second; their duties are the test's."""
    made = Extract()
    made.officer("OM1")
    made.officer("OM2", may_lead="no")
    return made


def _on_duty(extract: Extract, lead: int, second: int, on: str = WEEK) -> None:
    extract.duty("OM1", on, "09:00", "17:00", lead)
    extract.duty("OM2", on, "09:00", "17:00", second)


def _officer(answer: Answer, officer_id: str) -> Answer:
    (found,) = [each for each in answer["officers"] if each["officer_id"] == officer_id]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("easting", "northing", "out", "home"),
    [
        ("400000", "300000", 0, 0),  # the base's own address: neither road nor parking
        ("401000", "300000", 8, 3),  # 1350 m at 500 m a minute = 2.7, + 5 = 7.7
        ("403000", "304000", 19, 14),  # 5 km x 1.35 = 6750 m = 13.5, + 5 = 18.5
        ("410000", "300000", 32, 27),  # 13 500 m = 27 exactly, + 5
        ("400001", "300000", 6, 1),  # a metre away is another address
    ],
)
def test_the_straight_line_x_135_at_30_km_h_and_5_minutes_parking_rounded_up(
    desk: Desk, pair: Extract, easting: str, northing: str, out: int, home: int
) -> None:
    pair.person("1", seen="2026-01-01", easting=easting, northing=northing)
    answer = desk.plan(pair)
    assert trip(answer, "1")["travel_minutes"] == [out, out]
    assert _officer(answer, "OM2")["travel_minutes"] == out + home


@pytest.mark.parametrize(
    ("lead", "second", "fits"),
    # 60 on site, 8 out, 3 home; the lead has 90 at the desk beside.
    [(161, 71, True), (160, 71, False), (161, 70, False)],
)
def test_the_minutes_that_a_visit_takes(desk: Desk, pair: Extract, lead: int, second: int, fits: bool) -> None:
    pair.person("1", risk_level="high", seen="2026-01-01", easting="401000")
    _on_duty(pair, lead, second)
    answer = desk.plan(pair)
    assert bool(planned(answer, "1")) == fits
    if not fits:
        assert left_out(answer) == {"1:visit": "impossible"}


@pytest.mark.parametrize(("monday", "tuesday", "fits"), [(71, 90, True), (71, 89, False), (70, 300, False)])
def test_the_day_holds_site_and_travel_and_the_week_the_desk(
    desk: Desk, pair: Extract, monday: int, tuesday: int, fits: bool
) -> None:
    pair.person("1", risk_level="high", seen="2026-01-01", easting="401000")
    _on_duty(pair, monday, 71)
    pair.duty("OM1", _TUESDAY, "09:00", "17:00", tuesday)
    assert bool(planned(desk.plan(pair), "1")) == fits


@pytest.mark.parametrize(("second", "people"), [(131, 2), (130, 1)])
def test_the_neighbour_at_the_same_address_costs_no_road_and_no_parking(
    desk: Desk, pair: Extract, second: int, people: int
) -> None:
    pair.person("1", risk_level="high", seen="2026-01-01", easting="401000")
    pair.person("2", risk_level="high", seen="2026-01-01", easting="401000")
    _on_duty(pair, 400, second)
    answer = desk.plan(pair)
    assert len(answer["assignments"]) == people
    if people == 2:
        assert sorted(row["travel_minutes"] for row in answer["assignments"]) == [[0, 0], [8, 8]]


def test_the_forces_table_goes_before_the_formula_one_way_only(desk: Desk, pair: Extract) -> None:
    pair.person("1", risk_level="high", seen="2026-01-01", easting="401000")
    pair.travel("OM1", "1", 20)
    pair.travel("1", "OM2", 9)
    answer = desk.plan(pair)
    assert trip(answer, "1")["travel_minutes"] == [20, 8]
    assert _officer(answer, "OM1")["travel_minutes"] == 20 + 3
    assert _officer(answer, "OM2")["travel_minutes"] == 8 + 9


def test_the_table_holds_between_homes_too(desk: Desk, pair: Extract) -> None:
    pair.person("1", risk_level="high", seen="2026-01-01", easting="401000", visit_not_after="10:00")
    pair.person("2", risk_level="high", seen="2026-01-01", easting="401000", visit_not_before="10:30")
    pair.travel("1", "2", 30)
    _on_duty(pair, 400, 400)
    answer = desk.plan(pair)
    assert trip(answer, "2")["travel_minutes"] == [30, 30]


@pytest.mark.parametrize(("afternoon", "people"), [("11:30", 2), ("11:31", 0)])
def test_rows_an_hour_apart_are_one_outing_and_more_are_two(
    desk: Desk, pair: Extract, afternoon: str, people: int
) -> None:
    """7.4 km: 25 minutes out and 20 home, so that one row of 90 minutes alone is too short for an hour's visit."""
    for offender_id in ("1", "2"):
        pair.person(offender_id, risk_level="high", seen="2026-01-01", easting="407400")
    for officer_id in ("OM1", "OM2"):
        pair.duty(officer_id, WEEK, "09:00", "10:30", 90)
        pair.duty(officer_id, WEEK, afternoon, "13:00", 89)
    pair.duty("OM1", _TUESDAY, "09:00", "17:00", 300)
    answer = desk.plan(pair)
    assert len(answer["assignments"]) == people
    if not people:
        assert set(left_out(answer).values()) == {"impossible"}


def test_nobody_is_visited_in_the_gap_between_two_rows(desk: Desk, pair: Extract) -> None:
    pair.person("1", risk_level="high", seen="2026-01-01", visit_not_before="09:31", visit_not_after="11:29")
    for officer_id in ("OM1", "OM2"):
        pair.duty(officer_id, WEEK, "09:00", "10:30", 90)
        pair.duty(officer_id, WEEK, "11:30", "13:00", 90)
    pair.duty("OM1", _TUESDAY, "12:00", "17:00", 300)
    assert left_out(desk.plan(pair)) == {"1:visit": "impossible"}


@pytest.mark.parametrize(("minutes", "share", "fits"), [(120, "0.5", True), (119, "0.5", False), (400, "", False)])
def test_an_absence_takes_its_share_of_the_day(
    desk: Desk, pair: Extract, minutes: int, share: str, fits: bool
) -> None:
    pair.person("1", risk_level="high", seen="2026-01-01")
    _on_duty(pair, 400, minutes)
    pair.absence("OM2", "2026-11-20", WEEK, "court", share)
    assert bool(planned(desk.plan(pair), "1")) == fits


def test_both_days_of_an_absence_are_included(desk: Desk, pair: Extract) -> None:
    pair.person("1", risk_level="high", seen="2026-01-01")
    pair.absence("OM2", WEEK, "2026-11-26")
    assert trip(desk.plan(pair), "1")["date"] == "2026-11-27"


def test_an_officer_without_any_duty_has_contract_hours_x_share_monday_to_friday(
    desk: Desk, pair: Extract
) -> None:
    pair.officer("OM3", contracted_hours="18.5")
    pair.absence("OM3", WEEK, WEEK)
    pair.person("1", seen="2026-01-01")
    answer = desk.plan(pair)
    # 37 h x 40 % = 888 minutes; whole minutes a day, so up to 5 less.
    assert 883 <= _officer(answer, "OM1")["plannable_minutes"] <= 888
    # 18.5 h x 40 % = 444 minutes, four days of five.
    assert 351 <= _officer(answer, "OM3")["plannable_minutes"] <= 355


def test_an_officer_with_duties_in_other_weeks_is_off_in_this_one(desk: Desk, pair: Extract) -> None:
    pair.duty("OM2", "2026-11-30", "09:00", "17:00", 300)
    pair.person("1", seen="2026-01-01")
    answer = desk.plan(pair)
    assert left_out(answer) == {"1:visit": "impossible"}
    assert _officer(answer, "OM2")["plannable_minutes"] == 0
    later = desk.json("plan", "--week", "2026-11-30", "--seconds", "1")
    assert trip(later, "1")["date"] == "2026-11-30"


def test_an_officer_without_duties_works_no_weekend(desk: Desk, pair: Extract) -> None:
    for number in range(12):
        pair.person(f"P{number}", seen="2026-01-01")
    days = {row["date"] for row in desk.plan(pair)["assignments"]}
    assert days <= {"2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"}


def test_a_duty_at_the_weekend_is_used(desk: Desk, pair: Extract) -> None:
    pair.person("1", seen="2026-01-01")
    _on_duty(pair, 300, 300, on="2026-11-29")
    assert trip(desk.plan(pair), "1")["date"] == "2026-11-29"


def test_an_officer_without_duties_is_not_sent_out_on_christmas_day(desk: Desk) -> None:
    extract = Extract(extracted_on="2026-12-18")
    for officer_id in ("OM1", "OM2"):
        extract.officer(officer_id)
        extract.absence(officer_id, "2026-12-21", "2026-12-24")
    extract.person("1", seen="2026-01-01")
    answer = desk.plan(extract, week="2026-12-21", expects=4)
    assert left_out(answer) == {"1:visit": "impossible"}


def test_a_duty_on_christmas_day_is_used(desk: Desk) -> None:
    extract = Extract(extracted_on="2026-12-18")
    for officer_id in ("OM1", "OM2"):
        extract.officer(officer_id)
        extract.duty(officer_id, "2026-12-25", "09:00", "17:00", 200)
    extract.person("1", seen="2026-01-01")
    assert trip(desk.plan(extract, week="2026-12-21"), "1")["date"] == "2026-12-25"
