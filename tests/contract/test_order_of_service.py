"""Strict tiers: whatever stands lower never takes the minutes of what stands higher."""

import pytest

from tests.contract.extracts import WEEK, Desk, Extract, left_out, planned, trip


@pytest.fixture
def pair() -> Extract:
    made = Extract()
    made.officer("OM1")
    made.officer("OM2", may_lead="no")
    return made


def _minutes(extract: Extract, lead: int, second: int = 480) -> None:
    extract.duty("OM1", WEEK, "09:00", "17:00", lead)
    extract.duty("OM2", WEEK, "09:00", "17:00", second)


def test_one_very_high_visit_goes_before_many_low_ones(desk: Desk, pair: Extract) -> None:
    """The far visit takes all 300 minutes, in which two of five people at the base could be seen."""
    pair.person("V", risk_level="very_high", seen="2026-10-22", easting="425000")
    for officer_id in ("OM1", "OM2"):
        pair.travel(officer_id, "V", 75)
        pair.travel("V", officer_id, 75)
    for number in range(5):
        pair.person(f"L{number}", risk_level="low", seen="2019-01-01")
    _minutes(pair, 300)
    answer = desk.plan(pair)
    assert [row["offender_id"] for row in answer["assignments"]] == ["V"]
    assert set(left_out(answer).values()) == {"no_capacity"}


def test_a_high_visit_one_day_late_goes_before_a_very_high_arms_years_late(desk: Desk, pair: Extract) -> None:
    pair.person("H", risk_level="high", seen="2026-08-22")
    pair.person("V", risk_level="very_high", seen="2026-11-20", visit_interval="6 months", arms="2021-01-01")
    _minutes(pair, 400)
    answer = desk.plan(pair)
    assert [row["task_ids"] for row in answer["assignments"]] == [["H:visit"]]
    assert left_out(answer) == {"V:arms": "no_capacity"}


def test_a_high_arms_goes_before_medium_visits(desk: Desk, pair: Extract) -> None:
    pair.person("H", risk_level="high", seen="2026-11-20", arms="2025-11-01")
    pair.person("M1", seen="2019-01-01")
    pair.person("M2", seen="2019-01-01")
    _minutes(pair, 300)
    answer = desk.plan(pair)
    assert [row["task_ids"] for row in answer["assignments"]] == [["H:arms"]]
    assert left_out(answer) == {"M1:visit": "no_capacity", "M2:visit": "no_capacity"}


def test_an_event_makes_a_low_arms_go_before_medium_visits(desk: Desk, pair: Extract) -> None:
    pair.person("L", risk_level="low", arms="2026-01-10")
    pair.event("L", "2026-11-06")
    pair.person("M1", seen="2019-01-01")
    pair.person("M2", seen="2019-01-01")
    _minutes(pair, 300)
    assert [row["task_ids"] for row in desk.plan(pair)["assignments"]] == [["L:arms"]]


def test_without_the_event_the_low_arms_waits(desk: Desk, pair: Extract) -> None:
    pair.person("L", risk_level="low", arms="2025-11-10")
    pair.person("M1", seen="2019-01-01")
    pair.person("M2", seen="2019-01-01")
    _minutes(pair, 300)
    answer = desk.plan(pair)
    assert {row["offender_id"] for row in answer["assignments"]} == {"M1", "M2"}
    assert left_out(answer) == {"L:arms": "traded"}


def test_a_review_that_an_event_triggered_goes_before_a_medium_visit(desk: Desk, pair: Extract) -> None:
    pair.person(
        "R", risk_level="low", management="reactive", management_since="2026-02-02", seen="", arms="2026-01-05"
    )
    pair.event("R", "2026-11-09", "address_change", "no")
    pair.person("M", seen="2019-01-01")
    pair.duty("OM1", WEEK, "09:00", "17:00", 140)
    pair.duty("OM2", WEEK, "09:00", "17:00", 45)
    answer = desk.plan(pair)
    assert trip(answer, "R")["task_ids"] == ["R:reactive_review"]


def test_a_medium_visit_goes_before_reviews_of_the_risk_management_plan(desk: Desk, pair: Extract) -> None:
    pair.person("M", seen="2026-05-22", officer_id="OM1")
    for number in range(6):
        pair.person(f"R{number}", rmp_reviewed_on="2020-01-01", officer_id="OM1")
    _minutes(pair, 135, 45)
    answer = desk.plan(pair)
    assert planned(answer, "M")


def test_an_arms_is_split_from_its_visit_when_a_higher_tier_needs_the_minutes(desk: Desk, pair: Extract) -> None:
    pair.person("V", risk_level="very_high", seen="2026-10-01")
    pair.person("M", seen="2026-01-01", arms="2025-01-01")
    _minutes(pair, 449)
    answer = desk.plan(pair)
    assert trip(answer, "V")["kinds"] == ["visit"]
    assert trip(answer, "M")["kinds"] == ["visit"]
    assert left_out(answer) == {"M:arms": "no_capacity"}


def test_450_minutes_hold_both_and_nothing_is_split(desk: Desk, pair: Extract) -> None:
    pair.person("V", risk_level="very_high", seen="2026-10-01")
    pair.person("M", seen="2026-01-01", arms="2025-01-01")
    _minutes(pair, 450)
    answer = desk.plan(pair)
    assert answer["unplanned"] == []
    assert sorted(trip(answer, "M")["kinds"]) == ["arms", "visit"]


def _one_of(desk: Desk, pair: Extract) -> str:
    """The one of several people for whom the lead's 140 minutes are used."""
    _minutes(pair, 140)
    (row,) = desk.plan(pair)["assignments"]
    return str(row["offender_id"])


def test_20_days_late_on_a_monthly_cycle_is_worse_than_60_on_a_yearly_one(desk: Desk, pair: Extract) -> None:
    pair.person("A", risk_level="low", visit_interval="1 month", seen="2026-10-03")
    pair.person("B", risk_level="low", seen="2025-09-24")
    assert _one_of(desk, pair) == "A"


def test_a_low_risk_person_does_not_starve_beside_medium_ones_just_late(desk: Desk, pair: Extract) -> None:
    pair.person("L", risk_level="low", seen="2019-01-01")
    for number in range(4):
        pair.person(f"M{number}", seen="2026-05-10")
    assert _one_of(desk, pair) == "L"


def test_what_is_not_yet_overdue_is_worth_less_than_an_overdue_one_of_its_risk(desk: Desk, pair: Extract) -> None:
    pair.person("N", seen="2026-05-27", visit_interval="6 months", officer_id="OM1")
    pair.person("O", seen="2025-11-22", visit_interval="12 months")
    assert _one_of(desk, pair) == "O"


def test_the_week_is_not_filled_with_easy_low_risk_visits(desk: Desk, pair: Extract) -> None:
    """One medium person long overdue and far away scores more than two low ones near, just late."""
    pair.person("M", seen="2025-01-01")
    for officer_id in ("OM1", "OM2"):
        pair.travel(officer_id, "M", 70)
        pair.travel("M", officer_id, 70)
    for number in range(4):
        pair.person(f"L{number}", risk_level="low", seen="2025-11-20")
    _minutes(pair, 290)
    answer = desk.plan(pair)
    assert [row["offender_id"] for row in answer["assignments"]] == ["M"]
    assert set(left_out(answer).values()) == {"traded"}


def test_travel_and_even_hours_never_cost_a_visit(desk: Desk, pair: Extract) -> None:
    pair.person("1", risk_level="low", seen="2025-11-01", easting="460000")
    pair.duty("OM1", WEEK, "09:00", "17:00", 480)
    pair.duty("OM2", WEEK, "09:00", "17:00", 480)
    answer = desk.plan(pair)
    # 60 km: 162 minutes home and 167 out, 45 on site, 90 at the desk: 464 of 480.
    assert trip(answer, "1")["travel_minutes"] == [167, 167]
