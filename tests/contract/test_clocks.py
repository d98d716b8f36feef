"""Notification, RMP and supervisor's reviews, the ends of notification and of orders."""

from typing import Any

import pytest

from tests.contract.extracts import Desk, Extract, tasks_of


def _notification(answer: dict[str, Any], offender_id: str = "1") -> str | None:
    (found,) = [each for each in answer["notifications"] if each["offender_id"] == offender_id]
    due_on: str | None = found["due_on"]
    return due_on


@pytest.mark.parametrize(
    ("cells", "due_on"),
    [
        ({"last_notified_on": "2025-12-01"}, "2026-12-01"),
        ({"last_notified_on": "2026-11-20", "no_fixed_abode": "yes"}, "2026-11-27"),
        ({"last_notified_on": "2025-10-01", "in_community_since": "2026-11-20"}, "2026-11-22"),
        ({"last_notified_on": "2026-10-01", "in_community_since": "2026-11-20"}, "2027-10-01"),
    ],
)
def test_notification_every_year_or_7_days_and_three_days_beginning_with_the_return(
    desk: Desk, extract: Extract, cells: dict[str, str], due_on: str
) -> None:
    extract.person("1", **cells)
    assert _notification(desk.due(extract)) == due_on


def test_an_empty_last_notification_is_a_warning_never_fine(desk: Desk, extract: Extract) -> None:
    extract.person("1", last_notified_on="")
    answer = desk.due(extract)
    assert _notification(answer) is None
    assert ("1", "last_notified_on") in {(each["offender_id"], each["field"]) for each in answer["data_warnings"]}


@pytest.mark.parametrize(
    ("risk", "rmp", "supervisor"),
    [
        ("very_high", "2026-11-30", "2026-08-31"),
        ("high", "2026-11-30", "2026-10-31"),
        ("medium", "2027-07-31", "2027-07-31"),
        ("low", "2027-07-31", "2027-07-31"),
    ],
)
def test_rmp_every_4_or_12_months_and_supervisor_every_1_3_or_12(
    desk: Desk, extract: Extract, risk: str, rmp: str, supervisor: str
) -> None:
    extract.person(
        "1", risk_level=risk, rmp_reviewed_on="2026-07-31", supervisor_reviewed_on="2026-07-31", seen="2026-11-20"
    )
    found = tasks_of(desk.due(extract), "1")
    assert (found["rmp_review"], found["supervisor_review"]) == (rmp, supervisor)


@pytest.mark.parametrize(
    ("ends_on", "kind", "order_ends", "further", "registered"),
    [
        ("2026-11-01", "SHPO", "2027-11-01", "", 1),
        ("2026-11-01", "SOPO", "", "yes", 1),
        ("2026-11-01", "SHPO", "2026-11-23", "", 1),
        ("2026-11-01", "SHPO", "2026-11-22", "", 0),
        ("2026-11-01", "other", "2027-11-01", "", 0),
        ("2027-11-01", "SHPO", "2026-11-01", "", 1),
    ],
)
def test_notification_ends_with_the_later_of_the_period_and_any_shpo_or_sopo(
    desk: Desk, extract: Extract, ends_on: str, kind: str, order_ends: str, further: str, registered: int
) -> None:
    extract.person("1", seen="2026-01-01", notification_ends_on=ends_on)
    extract.order("1", kind, "2020-01-01", order_ends, further)
    answer = desk.due(extract)
    assert answer["people"]["registered"] == registered
    assert ("visit" in tasks_of(answer, "1")) == bool(registered)


@pytest.mark.parametrize(("ends_on", "has_visit"), [("2026-11-23", True), ("2026-11-22", False)])
def test_the_management_of_an_sro_subject_ends_with_the_order(
    desk: Desk, extract: Extract, ends_on: str, has_visit: bool
) -> None:
    extract.person("1", register_type="sro", seen="2026-01-01", notification_ends_on="")
    extract.order("1", "SRO", "2021-01-01", ends_on)
    assert ("visit" in tasks_of(desk.due(extract), "1")) == has_visit


def test_the_answer_of_a_later_day_is_that_of_the_day_asked_for(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-05-25")
    assert desk.due(extract)["as_of"] == "2026-11-23"
    later = desk.json("due", "--as-of", "2026-11-30")
    assert (later["as_of"], later["overdue"]["oldest_days"]) == ("2026-11-30", 5)


def test_who_may_ask_for_a_review_of_an_indefinite_notification_is_listed(desk: Desk, extract: Extract) -> None:
    extract.person("1", registered_on="2011-11-23")
    extract.person("2", registered_on="2011-11-24")
    extract.person("3", registered_on="2009-06-01")
    extract.order("3", "SHPO", "2015-03-09", further="yes")
    extract.person("4", registered_on="2009-06-01", notification_ends_on="2030-06-01")
    answer = desk.due(extract)
    assert [(each["offender_id"], each["possible_from"]) for each in answer["indefinite_reviews"]] == [
        ("1", "2026-11-23")
    ]
    assert {each["offender_id"]: each["indefinite_review_from"] for each in answer["notifications"]} == {
        "1": "2026-11-23",
        "2": "2026-11-24",
        "3": "2024-06-01",
        "4": None,
    }
    _, printed, _ = desk.ask("due")
    heading, line = printed.rstrip().splitlines()[-2:]
    assert heading == "1 person may now ask for a review of an indefinite notification, the longest first:"
    assert line.startswith("  1  Registered on 23 November 2011 without an end;")
