"""ARMS: the cycle, events, first assessments, states and shares, worked out by hand."""

import pytest

from tests.contract.extracts import Desk, Extract, task, tasks_of


def test_due_12_months_after_the_completed_date_not_the_day_it_was_begun(desk: Desk, extract: Extract) -> None:
    extract.person("1", arms="")
    extract.assessment("1", "2025-09-01", "2025-11-22")
    answer = desk.due(extract)
    assert task(answer, "1:arms")["due_on"] == "2026-11-22"
    assert task(answer, "1:arms")["days_overdue"] == 1
    assert answer["overdue"]["arms"] == 1


def test_started_but_not_completed_is_not_done(desk: Desk, extract: Extract) -> None:
    extract.person("1", arms="2025-12-10")
    extract.assessment("1", "2026-11-02", "")
    extract.person("2", arms="", registered_on="2026-10-05", seen="2026-10-12")
    extract.assessment("2", "2026-11-02", "")
    answer = desk.due(extract)
    assert tasks_of(answer, "1")["arms"] == "2026-12-10"
    assert tasks_of(answer, "2")["arms"] == "2026-12-28"
    assert answer["arms"] == {"ever": 1, "current": 1}


def test_current_until_the_due_date_and_out_of_date_after_it(desk: Desk, extract: Extract) -> None:
    extract.person("1", arms="2025-11-23")
    extract.person("2", arms="2025-11-22")
    extract.person("3", arms="2025-12-01")
    extract.person("4", arms="")
    answer = desk.due(extract)
    assert answer["arms"] == {"ever": 3, "current": 2}
    assert answer["overdue"]["arms"] == 2


@pytest.mark.parametrize(
    ("occurred_on", "significant", "due_on", "current"),
    [
        ("2026-11-20", "yes", "2026-12-04", 0),
        ("2026-11-20", "no", "2027-11-01", 1),
        ("2026-11-01", "yes", "2027-11-01", 1),
        ("2026-11-02", "yes", "2026-11-16", 0),
    ],
)
def test_a_significant_event_after_completion_makes_it_out_of_date_at_once(
    desk: Desk, extract: Extract, occurred_on: str, significant: str, due_on: str, current: int
) -> None:
    extract.person("1", arms="2026-11-01")
    extract.event("1", occurred_on, "relationship", significant)
    answer = desk.due(extract)
    assert tasks_of(answer, "1")["arms"] == due_on
    assert answer["arms"]["current"] == current


def test_an_event_never_puts_the_assessment_off(desk: Desk, extract: Extract) -> None:
    extract.person("1", arms="2025-11-25")
    extract.event("1", "2026-11-20")
    assert tasks_of(desk.due(extract), "1")["arms"] == "2026-11-25"


def test_the_first_of_two_events_sets_the_date(desk: Desk, extract: Extract) -> None:
    extract.person("1", arms="2026-06-01")
    extract.event("1", "2026-11-09")
    extract.event("1", "2026-11-20")
    assert tasks_of(desk.due(extract), "1")["arms"] == "2026-11-23"


def test_the_first_assessment_is_due_84_days_after_registration(desk: Desk, extract: Extract) -> None:
    extract.person("1", arms="", registered_on="2026-11-02", seen="2026-11-10")
    assert tasks_of(desk.due(extract), "1")["arms"] == "2027-01-25"


def test_probation_led_the_first_is_theirs_in_15_days_and_renewals_are_ours(desk: Desk, extract: Extract) -> None:
    extract.person("1", arms="", lead_agency="probation", registered_on="2026-11-16", seen="2026-11-18")
    extract.person("2", arms="2025-11-10", lead_agency="probation")
    answer = desk.due(extract)
    first, renewal = task(answer, "1:arms"), task(answer, "2:arms")
    assert (first["due_on"], first["owner"]) == ("2026-12-01", "probation")
    assert (renewal["due_on"], renewal["owner"]) == ("2026-11-10", "police")
    plan = desk.json("plan", "--week", "2026-11-23", "--seconds", "1")
    named = {each for row in plan["assignments"] for each in row["task_ids"]}
    named |= {each["task_id"] for each in plan["unplanned"]}
    assert named == {"2:arms"}


@pytest.mark.parametrize(
    ("completed_on", "due_on"),
    [
        ("", "2027-01-25"),
        ("2025-01-10", "2027-01-25"),
        ("2025-11-15", "2026-11-15"),
        ("2026-02-01", "2027-02-01"),
    ],
)
def test_back_in_the_community_a_missing_or_lapsed_one_has_84_days_and_a_current_one_keeps_its_date(
    desk: Desk, extract: Extract, completed_on: str, due_on: str
) -> None:
    extract.person("1", arms=completed_on, in_community_since="2026-11-02", seen="2026-11-04")
    assert tasks_of(desk.due(extract), "1")["arms"] == due_on


@pytest.mark.parametrize(
    ("occurred_on", "due_on"),
    [("2026-10-20", "2027-01-25"), ("2026-11-02", "2026-11-16"), ("2026-11-09", "2026-11-23")],
)
def test_an_event_while_away_lapses_it_and_one_from_the_release_day_on_counts_as_ever(
    desk: Desk, extract: Extract, occurred_on: str, due_on: str
) -> None:
    extract.person("1", arms="2026-06-01", in_community_since="2026-11-02", seen="2026-11-04")
    extract.event("1", occurred_on)
    assert tasks_of(desk.due(extract), "1")["arms"] == due_on


@pytest.mark.parametrize("cause", ["transferred", "returned"])
def test_transfer_in_and_return_to_active_leave_the_arms_clock_alone(
    desk: Desk, extract: Extract, cause: str
) -> None:
    cells = {"transferred": {"transferred_in_on": "2026-11-16"}, "returned": {"management_since": "2026-11-16"}}
    extract.person("1", arms="2025-08-01", **cells[cause])
    assert tasks_of(desk.due(extract), "1")["arms"] == "2026-08-01"


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({}, "arms"),
        ({"sex": "female"}, "other_assessment"),
        ({"date_of_birth": "2008-11-24"}, "other_assessment"),
        ({"date_of_birth": "2008-11-23"}, "arms"),
    ],
)
def test_adult_men_have_arms_and_others_another_assessment_on_the_same_clock(
    desk: Desk, extract: Extract, cells: dict[str, str], kind: str
) -> None:
    extract.person("1", arms="2025-11-10", registered_on="2024-01-08", **cells)
    answer = desk.due(extract)
    found = {each["kind"] for each in answer["tasks"] if each["kind"] in ("arms", "other_assessment")}
    assert found == {kind}
    assert tasks_of(answer, "1")[kind] == "2026-11-10"


def test_women_and_under_18s_are_not_arms_missing_for_ever(desk: Desk, extract: Extract) -> None:
    extract.person("1", sex="female", arms="2026-06-01")
    answer = desk.due(extract)
    assert answer["arms"] == {"ever": 1, "current": 1}
    assert answer["overdue"]["arms"] == 0


def test_sro_subjects_are_assessed_but_stand_in_no_share(desk: Desk, extract: Extract) -> None:
    extract.person("1", register_type="sro", arms="2025-06-01")
    extract.order("1", "SRO", "2024-01-01", "2029-01-01")
    answer = desk.due(extract)
    assert tasks_of(answer, "1")["arms"] == "2026-06-01"
    assert answer["arms"] == {"ever": 0, "current": 0}
    assert answer["overdue"]["arms"] == 0


def test_away_and_missing_people_leave_or_stay_in_the_shares(desk: Desk, extract: Extract) -> None:
    extract.person("1", status="custody")
    extract.person("2", status="missing")
    extract.person("3", status="wanted", arms="2024-01-01")
    assert desk.due(extract)["arms"] == {"ever": 2, "current": 1}
