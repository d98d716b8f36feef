"""Visits: the dates of rules.md, worked out by hand."""

import pytest

from tests.contract.extracts import AS_OF, Desk, Extract, task, tasks_of


@pytest.mark.parametrize(
    ("risk", "due_on"),
    [
        ("very_high", "2026-09-30"),
        ("high", "2026-11-30"),
        ("medium", "2027-02-28"),
        ("low", "2027-08-31"),
    ],
)
def test_the_table_gives_1_3_6_12_calendar_months_and_clamps_at_the_month_end(
    desk: Desk, extract: Extract, risk: str, due_on: str
) -> None:
    extract.person("1", risk_level=risk, seen="2026-08-31")
    assert tasks_of(desk.due(extract), "1")["visit"] == due_on


def test_29_february_and_12_months_is_28_february(desk: Desk) -> None:
    extract = Extract(extracted_on="2025-02-28", reviewed_on="2025-01-10")
    extract.officer("OM1")
    extract.person("1", risk_level="low", seen="2024-02-29", arms="2024-02-29", last_notified_on="2024-02-29")
    answer = desk.due(extract)
    assert tasks_of(answer, "1")["visit"] == "2025-02-28"
    assert tasks_of(answer, "1")["arms"] == "2025-02-28"
    assert answer["notifications"][0]["due_on"] == "2025-02-28"


def test_31_january_and_a_month_is_29_february_in_a_leap_year_and_the_anchor_does_not_drift(desk: Desk) -> None:
    extract = Extract(extracted_on="2028-02-07")
    extract.officer("OM1")
    extract.person("1", risk_level="very_high", seen="2028-01-31")
    extract.person("2", visit_interval="2 months", seen="2028-01-31")
    answer = desk.due(extract)
    assert tasks_of(answer, "1")["visit"] == "2028-02-29"
    assert tasks_of(answer, "2")["visit"] == "2028-03-31"


@pytest.mark.parametrize(
    ("interval", "due_on"),
    [("6 weeks", "2026-11-23"), ("2 months", "2026-12-12"), ("4 months", "2027-02-12"), ("45 days", "2026-11-26")],
)
def test_the_interval_in_the_rmp_wins_over_the_table(
    desk: Desk, extract: Extract, interval: str, due_on: str
) -> None:
    extract.person("1", risk_level="high", visit_interval=interval, seen="2026-10-12")
    assert tasks_of(desk.due(extract), "1")["visit"] == due_on


def test_a_policy_may_go_by_the_table_alone(desk: Desk, extract: Extract) -> None:
    extract.person("1", risk_level="high", visit_interval="6 weeks", seen="2026-10-12")
    policy = desk.policy('[visit_interval_table.high]\nvalue = 2\nunit = "calendar months"\n')
    extract.person("2", risk_level="high", seen="2026-10-12")
    answer = desk.due(extract, "--policy", policy)
    assert tasks_of(answer, "1")["visit"] == "2026-11-23"
    assert tasks_of(answer, "2")["visit"] == "2026-12-12"


@pytest.mark.parametrize("outcome", ["not_seen", "refused", "abandoned"])
def test_an_attempt_never_resets_the_clock(desk: Desk, extract: Extract, outcome: str) -> None:
    extract.person("1", seen="2026-05-10")
    extract.visit("1", "2026-11-20T18:00", outcome)
    assert tasks_of(desk.due(extract), "1")["visit"] == "2026-11-10"


def test_the_last_completed_visit_counts_whatever_the_order_of_the_rows(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-07-15")
    extract.visit("1", "2026-01-15T10:00", "seen")
    assert tasks_of(desk.due(extract), "1")["visit"] == "2027-01-15"


def test_due_today_is_not_overdue_and_due_yesterday_is_one_day_overdue(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-05-23")
    extract.person("2", seen="2026-05-22")
    answer = desk.due(extract)
    assert task(answer, "1:visit")["days_overdue"] == 0
    assert task(answer, "2:visit")["days_overdue"] == 1
    assert answer["overdue"] == {
        **answer["overdue"],
        "visits": 1,
        "by_risk": {"very_high": 0, "high": 0, "medium": 1, "low": 0},
        "oldest_days": 1,
    }


def test_the_months_are_not_30_days(desk: Desk, extract: Extract) -> None:
    # Six times 30 days from 24 May would be 20 November.
    extract.person("1", seen="2026-05-24")
    answer = desk.due(extract)
    assert tasks_of(answer, "1")["visit"] == "2026-11-24"
    assert answer["overdue"]["visits"] == 0


@pytest.mark.parametrize(
    ("risk", "due_on"),
    [("very_high", "2026-11-24"), ("high", "2026-11-27"), ("medium", "2026-12-04"), ("low", "2026-12-04")],
)
def test_a_new_attempt_is_due_in_2_5_or_10_working_days(
    desk: Desk, extract: Extract, risk: str, due_on: str
) -> None:
    extract.person("1", risk_level=risk, seen="2026-11-18")
    extract.visit("1", "2026-11-20T18:00", "not_seen")
    assert tasks_of(desk.due(extract), "1")["retry"] == due_on


@pytest.mark.parametrize(
    ("risk", "due_on"),
    # 25 and 28 December (for Saturday the 26th) and 1 January are bank holidays.
    [("very_high", "2026-12-29"), ("high", "2027-01-04"), ("medium", "2027-01-11")],
)
def test_working_days_over_christmas(desk: Desk, risk: str, due_on: str) -> None:
    extract = Extract(extracted_on="2026-12-23")
    extract.officer("OM1")
    extract.person("1", risk_level=risk, seen="2026-12-21")
    extract.visit("1", "2026-12-23T18:00", "not_seen")
    assert tasks_of(desk.due(extract), "1")["retry"] == due_on


def test_working_days_over_easter(desk: Desk) -> None:
    # Good Friday is 3 April 2026, Easter Monday 6 April.
    extract = Extract(extracted_on="2026-04-02", reviewed_on="2026-04-01")
    extract.officer("OM1")
    old = {"arms": "2026-03-02", "last_notified_on": "2026-03-02"}
    extract.person("1", risk_level="very_high", seen="2026-04-01", **old)
    extract.visit("1", "2026-04-02T18:00", "not_seen")
    extract.person("2", risk_level="high", seen="", **{**old, "registered_on": "2026-04-02"})
    answer = desk.due(extract)
    assert tasks_of(answer, "1")["retry"] == "2026-04-08"
    assert tasks_of(answer, "2")["first_visit"] == "2026-04-13"


def test_a_retry_stands_beside_the_visit_and_moves_nothing(desk: Desk, extract: Extract) -> None:
    extract.person("1", risk_level="high", seen="2026-08-01")
    extract.visit("1", "2026-11-20T18:00", "refused")
    found = tasks_of(desk.due(extract), "1")
    assert (found["visit"], found["retry"]) == ("2026-11-01", "2026-11-27")


def test_a_visit_that_succeeds_ends_the_retry(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-11-21")
    extract.visit("1", "2026-11-20T18:00", "not_seen")
    assert "retry" not in tasks_of(desk.due(extract), "1")


def test_two_attempts_without_success_flag_a_warrant_and_one_or_a_success_between_does_not(
    desk: Desk, extract: Extract
) -> None:
    extract.person("1", seen="2026-05-10")
    extract.person("2", seen="2026-05-10")
    extract.person("3", seen="2026-11-10")
    for at in ("2026-11-02T10:00", "2026-11-16T18:00"):
        extract.visit("1", at, "not_seen")
        extract.visit("3", at, "not_seen")
    extract.visit("2", "2026-11-16T18:00", "refused")
    flags = desk.due(extract)["warrant_flags"]
    assert [each["offender_id"] for each in flags] == ["1"]
    assert "arrant to be considered" in flags[0]["reason"]


@pytest.mark.parametrize("status", ["custody", "hospital", "abroad"])
def test_away_there_is_no_warrant_flag_no_visit_no_arms_no_review(
    desk: Desk, extract: Extract, status: str
) -> None:
    extract.person("1", risk_level="high", seen="2026-01-10", arms="2024-01-01", status=status)
    extract.visit("1", "2026-11-02T10:00", "not_seen")
    extract.visit("1", "2026-11-16T18:00", "not_seen")
    extract.event("1", "2026-11-19")
    answer = desk.due(extract)
    assert tasks_of(answer, "1") == {}
    assert answer["warrant_flags"] == []
    assert answer["overdue"]["visits"] == answer["overdue"]["arms"] == 0
    assert (answer["people"]["registered"], answer["people"]["in_community"]) == (1, 0)


@pytest.mark.parametrize(
    ("risk", "due_on"), [("very_high", "2026-11-27"), ("high", "2026-11-27"), ("low", "2026-12-11")]
)
@pytest.mark.parametrize("cause", ["registered", "released", "transferred", "decided", "management"])
def test_first_visit_in_5_or_15_working_days(
    desk: Desk, extract: Extract, risk: str, due_on: str, cause: str
) -> None:
    """From Friday 20 November, after registration, release, transfer in and return to active."""
    cells = {
        "registered": {"registered_on": "2026-11-20", "seen": "", "arms": ""},
        "released": {"in_community_since": "2026-11-20", "seen": "2026-11-01"},
        "transferred": {"transferred_in_on": "2026-11-20", "seen": "2026-11-01"},
        "decided": {"seen": "2026-11-01"},
        "management": {"management_since": "2026-11-20", "seen": "2026-11-01"},
    }[cause]
    extract.person("1", risk_level=risk, **cells)
    if cause == "decided":
        extract.decision("1", "2026-11-20", "to_active")
    found = tasks_of(desk.due(extract), "1")
    assert found["first_visit"] == due_on
    assert "visit" not in found


def test_release_resumes_neither_the_old_due_date_nor_says_fine(desk: Desk, extract: Extract) -> None:
    extract.person("1", risk_level="high", seen="2023-03-01", in_community_since="2026-11-20")
    answer = desk.due(extract)
    assert task(answer, "1:first_visit")["due_on"] == "2026-11-27"
    assert answer["overdue"]["visits"] == 0


def test_a_first_visit_not_made_is_an_overdue_visit(desk: Desk, extract: Extract) -> None:
    extract.person("1", risk_level="high", seen="2026-10-01", in_community_since="2026-11-02")
    answer = desk.due(extract)
    assert task(answer, "1:first_visit")["due_on"] == "2026-11-09"
    assert (answer["overdue"]["visits"], answer["overdue"]["oldest_days"]) == (1, 14)


def test_a_visit_after_release_starts_the_ordinary_clock(desk: Desk, extract: Extract) -> None:
    extract.person("1", risk_level="high", in_community_since="2026-10-01", seen="2026-10-06")
    found = tasks_of(desk.due(extract), "1")
    assert found["visit"] == "2027-01-06"
    assert "first_visit" not in found


@pytest.mark.parametrize("status", ["missing", "wanted"])
def test_missing_and_wanted_people_are_an_enquiry_and_stay_in_every_count(
    desk: Desk, extract: Extract, status: str
) -> None:
    extract.person("1", risk_level="high", seen="2026-01-10", status=status, status_since="2026-11-01")
    answer = desk.due(extract)
    assert tasks_of(answer, "1") == {}
    assert [(each["offender_id"], each["kind"]) for each in answer["enquiries"]] == [("1", status)]
    assert answer["people"] == {
        "registered": 1,
        "in_community": 1,
        "active": 1,
        "reactive": 0,
        "by_risk": {"very_high": 0, "high": 1, "medium": 0, "low": 0},
    }


def test_being_found_after_missing_keeps_the_old_clock(desk: Desk, extract: Extract) -> None:
    extract.person(
        "1",
        risk_level="high",
        seen="2026-08-10",
        status_since="2026-11-20",
        in_community_since="2020-01-10",
    )
    found = tasks_of(desk.due(extract), "1")
    assert found["visit"] == "2026-11-10"
    assert "first_visit" not in found


def test_no_fixed_abode_is_visited_at_the_place_notified(desk: Desk, extract: Extract) -> None:
    extract.person("1", no_fixed_abode="yes", seen="2026-05-10")
    assert tasks_of(desk.due(extract), "1")["visit"] == "2026-11-10"


def test_without_a_place_it_is_an_enquiry_and_not_an_overdue_visit_and_the_arms_stays(
    desk: Desk, extract: Extract
) -> None:
    extract.person("1", no_fixed_abode="yes", easting="", northing="", seen="2026-01-10", arms="2025-10-01")
    answer = desk.due(extract)
    found = tasks_of(answer, "1")
    assert "visit" not in found
    assert found["arms"] == "2026-10-01"
    assert answer["overdue"]["visits"] == 0
    assert answer["overdue"]["arms"] == 1
    assert [(each["offender_id"], each["kind"]) for each in answer["enquiries"]] == [("1", "no_place")]
    plan = desk.json("plan", "--week", AS_OF, "--seconds", "1", expects=0)
    (arms,) = [each for each in plan["unplanned"] if each["task_id"] == "1:arms"]
    assert arms["reason"] == "impossible"


@pytest.mark.parametrize(
    "cells",
    [
        {"status": "deceased"},
        {"status": "archived"},
        {"status": "transferred_out"},
        {"notification_ends_on": "2026-11-22"},
    ],
)
def test_no_task_after_the_end_of_management(desk: Desk, extract: Extract, cells: dict[str, str]) -> None:
    extract.person("1", risk_level="high", seen="2026-01-10", arms="2024-01-01", **cells)
    answer = desk.due(extract)
    assert answer["tasks"] == []
    assert answer["people"]["registered"] == 0


def test_the_last_day_is_still_in_force(desk: Desk, extract: Extract) -> None:
    extract.person("1", risk_level="high", seen="2026-01-10", notification_ends_on="2026-11-23")
    answer = desk.due(extract)
    assert "visit" in tasks_of(answer, "1")
    assert answer["people"]["registered"] == 1


def test_dip_samples_are_random_visits_among_medium_low_or_reactive_people(desk: Desk, extract: Extract) -> None:
    for number in range(6):
        extract.person(f"M{number}", seen="2026-10-20")
        extract.person(f"H{number}", risk_level="high", seen="2026-10-20")
    policy = desk.policy('[dip_sample]\nvalue = 2\nunit = "visits a month"\n')
    chosen = [each for each in desk.due(extract, "--policy", policy)["tasks"] if each["kind"] == "dip_sample"]
    assert len([each for each in chosen if each["due_on"].startswith("2026-11")]) == 2
    assert all(each["offender_id"].startswith("M") for each in chosen)
    assert "dip_sample" not in {each["kind"] for each in desk.json("due")["tasks"]}
