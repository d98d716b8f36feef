"""The week: crews, skills, windows, separations, reasons and proofs."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from tests.contract.extracts import WEEK, Desk, Extract, left_out, planned, trip
from tests.contract.judge import faults, minutes

_TUESDAY = "2026-11-24"


def _days_out(extract: Extract, *officers: str, on: str = WEEK, most: int = 400) -> None:
    for officer_id in officers or ("OM1", "OM2"):
        extract.duty(officer_id, on, "09:00", "17:00", most)


def test_a_visit_is_made_by_two_officers_and_takes_60_or_45_minutes(desk: Desk, extract: Extract) -> None:
    extract.person("1", risk_level="high", seen="2026-08-01")
    extract.person("2", risk_level="low", seen="2025-10-01")
    answer = desk.plan(extract)
    for offender_id, length in (("1", 60), ("2", 45)):
        row = trip(answer, offender_id)
        assert sorted(row["officer_ids"]) == ["OM1", "OM2"]
        assert minutes(row["ends_at"]) - minutes(row["starts_at"]) == length
    assert (answer["unplanned"], answer["status"]) == ([], "optimal")


def test_two_needed_but_one_free(desk: Desk, extract: Extract) -> None:
    extract.person("1", risk_level="high", seen="2026-08-01")
    _days_out(extract, "OM1")
    _days_out(extract, "OM2", on=_TUESDAY)
    answer = desk.plan(extract)
    assert answer["assignments"] == []
    assert left_out(answer) == {"1:visit": "impossible"}


def test_one_officer_only_with_a_named_authority(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1")
    extract.person("1", seen="2026-01-01", officers_required="1", lone_visit_authorised_by="Supt Madeup")
    extract.person("2", seen="2026-01-01", lone_visit_authorised_by="")
    answer = desk.plan(extract)
    assert trip(answer, "1")["officer_ids"] == ["OM1"]
    assert left_out(answer) == {"2:visit": "impossible"}


def test_one_officer_without_an_authority_is_an_error_of_the_input(desk: Desk, extract: Extract) -> None:
    extract.person("1", officers_required="1")
    answer = desk.load(extract, expects=3)
    assert [(each["file"], each["row"], each["column"]) for each in answer["rejects"]] == [
        ("offenders.csv", 2, "officers_required")
    ]


def test_the_policy_may_name_an_authority_for_a_risk_level(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1")
    extract.person("1", risk_level="low", seen="2025-01-01")
    extract.person("2", seen="2025-01-01")
    policy = desk.policy(
        '[officers_required.low]\nvalue = 1\nunit = "officers"\n'
        '[lone_visit_authorised_by.low]\nvalue = "Supt Madeup"\nunit = "name of the authority"\n'
    )
    answer = desk.plan(extract, "--policy", policy)
    assert trip(answer, "1")["officer_ids"] == ["OM1"]
    assert left_out(answer) == {"2:visit": "impossible"}


@pytest.mark.parametrize(
    "cells", [{"visit_trained": "no"}, {"leaves_on": "2026-11-20"}, {"starts_on": "2026-11-30"}]
)
def test_the_second_must_be_visit_trained_and_there(desk: Desk, cells: dict[str, str]) -> None:
    extract = Extract()
    extract.officer("OM1")
    extract.officer("OM2", **cells)
    extract.person("1", seen="2026-01-01")
    answer = desk.plan(extract)
    assert left_out(answer) == {"1:visit": "impossible"}


def test_an_officer_works_from_the_day_of_starting(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1")
    extract.officer("OM2", starts_on="2026-11-26")
    extract.officer("OM3", starts_on="2026-11-30")
    extract.person("1", seen="2026-01-01")
    answer = desk.plan(extract)
    assert trip(answer, "1")["date"] in {"2026-11-26", "2026-11-27"}


def test_recruits_go_second_only(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1", may_lead="no")
    extract.officer("OM2")
    extract.officer("OM3", may_lead="no")
    extract.person("1", seen="2026-01-01", officer_id="OM1")
    assert trip(desk.plan(extract), "1")["officer_ids"][0] == "OM2"


def test_two_recruits_make_no_crew(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1", may_lead="no")
    extract.officer("OM2", may_lead="no")
    extract.person("1", seen="2026-01-01")
    assert left_out(desk.plan(extract)) == {"1:visit": "impossible"}


def test_an_arms_is_led_by_a_trained_officer_only(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1", arms_trained="no")
    extract.officer("OM2")
    extract.person("1", seen="2026-01-01", arms="2025-01-01", officer_id="OM1")
    row = trip(desk.plan(extract), "1")
    assert sorted(row["kinds"]) == ["arms", "visit"]
    assert row["officer_ids"] == ["OM2", "OM1"]


def test_without_a_trained_lead_the_visit_is_made_and_the_arms_is_impossible(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1", arms_trained="no")
    extract.officer("OM2", arms_trained="no")
    extract.person("1", seen="2026-01-01", arms="2025-01-01")
    answer = desk.plan(extract)
    assert trip(answer, "1")["kinds"] == ["visit"]
    assert left_out(answer) == {"1:arms": "impossible"}


def test_visit_retry_and_arms_are_one_trip(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-01-01", arms="2025-01-01")
    extract.visit("1", "2026-11-12T10:00", "not_seen")
    row = trip(desk.plan(extract), "1")
    assert sorted(row["task_ids"]) == ["1:arms", "1:retry", "1:visit"]


@pytest.mark.parametrize(
    ("seen", "kinds"),
    # Due on 23 December, 30 days after the Monday, and on the day after.
    [("2026-06-23", ["arms", "visit"]), ("2026-06-24", ["arms"])],
)
def test_a_visit_due_within_30_days_is_made_in_the_arms_trip(
    desk: Desk, extract: Extract, seen: str, kinds: list[str]
) -> None:
    extract.person("1", seen=seen, arms="2025-01-01")
    row = trip(desk.plan(extract), "1")
    assert sorted(row["kinds"]) == kinds
    assert len(row["officer_ids"]) == 2


@pytest.mark.parametrize(("seen", "is_in"), [("2026-06-06", True), ("2026-06-07", False)])
def test_the_week_holds_what_is_due_by_the_sunday_after_it(
    desk: Desk, extract: Extract, seen: str, is_in: bool
) -> None:
    extract.person("1", seen=seen)
    assert bool(planned(desk.plan(extract), "1")) == is_in


def test_an_arms_takes_300_minutes_of_the_lead_in_all(desk: Desk) -> None:
    for most, expected in ((300, ["arms", "visit"]), (299, ["visit"])):
        extract = Extract()
        extract.officer("OM1")
        extract.officer("OM2", may_lead="no")
        _days_out(extract, most=most)
        extract.person("1", risk_level="high", seen="2026-01-01", arms="2025-01-01")
        desk_of_its_own = Desk(desk.folder / str(most))
        desk_of_its_own.folder.mkdir()
        answer = desk_of_its_own.plan(extract)
        assert sorted(trip(answer, "1")["kinds"]) == expected
    assert left_out(answer) == {"1:arms": "impossible"}


@pytest.mark.parametrize(
    ("window", "starts"),
    [({"visit_not_before": "15:00", "visit_not_after": "15:20"}, ("15:00", "15:20"))],
)
def test_the_window_is_the_earliest_and_latest_start(
    desk: Desk, extract: Extract, window: dict[str, str], starts: tuple[str, str]
) -> None:
    extract.person("1", seen="2026-01-01", **window)
    assert starts[0] <= trip(desk.plan(extract), "1")["starts_at"] <= starts[1]


def test_a_window_outside_every_duty_is_impossible(desk: Desk, extract: Extract) -> None:
    _days_out(extract)
    extract.person("1", seen="2026-01-01", visit_not_before="18:00")
    extract.person("2", seen="2026-01-01", visit_not_after="08:59")
    extract.person("3", seen="2026-01-01", visit_not_before="16:15")
    answer = desk.plan(extract)
    assert left_out(answer) == {"1:visit": "impossible", "2:visit": "impossible"}
    assert trip(answer, "3")["starts_at"] == "16:15"


def test_an_officer_kept_from_a_person_never_goes(desk: Desk, extract: Extract) -> None:
    extract.officer("OM3")
    extract.person("1", seen="2026-01-01", officer_id="OM1")
    extract.separation("officer_offender", "OM1", "1")
    assert sorted(trip(desk.plan(extract), "1")["officer_ids"]) == ["OM2", "OM3"]


def test_two_officers_kept_apart_are_no_crew(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-01-01")
    extract.separation("officers", "OM2", "OM1")
    assert left_out(desk.plan(extract)) == {"1:visit": "impossible"}


def test_two_people_kept_apart_are_never_visited_on_one_day_by_anybody(desk: Desk, extract: Extract) -> None:
    extract.officer("OM3")
    extract.officer("OM4")
    extract.person("1", risk_level="high", seen="2026-01-01")
    extract.person("2", risk_level="high", seen="2026-02-01")
    for on in (WEEK, _TUESDAY):
        _days_out(extract, "OM1", "OM2", "OM3", "OM4", on=on)
    extract.separation("offenders", "1", "2")
    answer = desk.plan(extract)
    assert trip(answer, "1")["date"] != trip(answer, "2")["date"]


def test_two_people_kept_apart_share_no_single_day(desk: Desk, extract: Extract) -> None:
    extract.officer("OM3")
    extract.officer("OM4")
    extract.person("1", seen="2026-01-01")
    extract.person("2", seen="2026-02-01")
    _days_out(extract, "OM1", "OM2", "OM3", "OM4")
    extract.separation("offenders", "1", "2")
    answer = desk.plan(extract)
    assert planned(answer, "1")
    assert left_out(answer) == {"2:visit": "traded"}


def test_the_own_officer_leads_else_one_of_the_same_area(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1", area="Southmadeup")
    extract.officer("OM2", area="Southmadeup")
    extract.officer("OM3", area="Northmadeup")
    extract.person("1", seen="2026-01-01", officer_id="OM2")
    extract.person("2", seen="2026-01-01")
    answer = desk.plan(extract)
    assert trip(answer, "1")["officer_ids"][0] == "OM2"
    assert trip(answer, "2")["officer_ids"][0] == "OM3"


@pytest.mark.parametrize("outcome", ["seen", "not_seen"])
def test_not_the_weekday_and_part_of_day_of_the_last_two_visits_whatever_their_outcome(
    desk: Desk, extract: Extract, outcome: str
) -> None:
    extract.person("1", seen="")
    # An evening visit was made lately, so none is due.
    extract.visit("1", "2025-11-04T18:00", "seen")
    extract.visit("1", "2026-01-12T09:30", "seen")
    extract.visit("1", "2026-03-09T16:59", outcome)
    for officer_id in ("OM1", "OM2"):
        extract.duty(officer_id, WEEK, "09:00", "20:00", 200)
    # Monday morning and Monday afternoon are taken: only the evening is left.
    row = trip(desk.plan(extract, week=WEEK), "1")
    assert row["starts_at"] >= "17:00"


@pytest.mark.parametrize(
    ("ends", "policy", "starts", "evening"),
    [
        ("21:00", "", ("2026-11-24", "17:00"), {"trips": 1, "due": 1, "due_and_met": 1}),
        ("17:00", "", (WEEK, "09:00"), {"trips": 0, "due": 1, "due_and_met": 0}),
        (
            "21:00",
            '[unannounced_pattern_evening_every]\nvalue = 0\nunit = "visits"\nassumed = true\n',
            (WEEK, "09:00"),
            {"trips": 0, "due": 0, "due_and_met": 0},
        ),
    ],
)
def test_some_visits_are_in_the_evening_where_duties_allow(
    desk: Desk, extract: Extract, ends: str, policy: str, starts: tuple[str, str], evening: dict[str, int]
) -> None:
    extract.person("1", seen="2026-01-07")
    for officer_id in ("OM1", "OM2"):
        extract.duty(officer_id, WEEK, "09:00", "17:00", 200)
        extract.duty(officer_id, _TUESDAY, "13:00", ends, 200)
    answer = desk.plan(extract, *(("--policy", desk.policy(policy)) if policy else ()))
    row = trip(answer, "1")
    # At the base's own place the way takes the minutes of parking alone.
    assert (row["date"], row["starts_at"][:3]) == (starts[0], starts[1][:3])
    assert answer["summary"]["evening"] == evening


def test_the_second_persons_time_out_is_credited(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1")
    extract.officer("OM2", may_lead="no")
    extract.person("1", risk_level="high", seen="2026-01-01", easting="401000")
    answer = desk.plan(extract)
    second = next(each for each in answer["officers"] if each["officer_id"] == "OM2")
    assert (second["on_site_minutes"], second["travel_minutes"], second["desk_minutes"]) == (60, 11, 0)


def test_zero_available_hours_are_not_shown_as_0_per_cent_busy(desk: Desk, extract: Extract) -> None:
    extract.officer("OM3")
    extract.absence("OM3", WEEK, "2026-11-29")
    extract.person("1", seen="2026-01-01")
    answer = desk.plan(extract)
    found = next(each for each in answer["officers"] if each["officer_id"] == "OM3")
    assert (found["plannable_minutes"], found["used_share"]) == (0, None)


def test_impossible_no_capacity_and_traded(desk: Desk, extract: Extract) -> None:
    """Each officer has 150 minutes: one visit led by each, if the day out allows both."""
    _days_out(extract, most=150)
    extract.person("H", risk_level="high", seen="2026-01-01")
    extract.person("M1", seen="2026-01-01")
    extract.person("M2", seen="2026-02-01")
    extract.person("W", seen="2026-01-01", visit_not_before="18:00")
    answer = desk.plan(extract)
    assert planned(answer, "H")
    # The lead of H has no minute left and the other has 90, too few for a lead's 135.
    assert left_out(answer) == {"M1:visit": "no_capacity", "M2:visit": "no_capacity", "W:visit": "impossible"}


def test_traded_is_work_that_fitted_and_lost_to_its_like(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1")
    extract.officer("OM2", may_lead="no")
    _days_out(extract, most=140)
    extract.person("M1", seen="2026-01-01")
    extract.person("M2", seen="2026-04-01")
    answer = desk.plan(extract)
    assert planned(answer, "M1")
    assert left_out(answer) == {"M2:visit": "traded"}


def test_the_gap_is_as_the_contract_has_it_and_tiny_weeks_are_proved(desk: Desk, extract: Extract) -> None:
    extract.person("1", risk_level="high", seen="2026-01-01", easting="403000", arms="2025-01-01")
    extract.person("2", seen="2026-01-01", northing="304000")
    answer = desk.plan(extract)
    assert answer["status"] == "optimal"
    for each in answer["objectives"]:
        assert each["sense"] in {"min", "max"}
        by_hand = abs(each["bound"] - each["value"]) / max(abs(each["bound"]), 1)
        assert each["gap"] == pytest.approx(by_hand)
        assert each["gap"] <= 1e-6


def _full_week() -> Extract:
    extract = Extract()
    for number in range(1, 6):
        officer_id = f"OM{number}"
        extract.officer(
            officer_id, base_easting=str(400000 + 700 * number), may_lead="no" if number == 5 else "yes"
        )
        for day in range(23, 28):
            extract.duty(officer_id, f"2026-11-{day}", "09:00", "17:00", 180)
    for number in range(24):
        extract.person(
            f"P{number:02}",
            risk_level=("high", "medium", "low", "very_high")[number % 4],
            seen=date(2026, 1 + number % 9, 3 + number % 20).isoformat(),
            arms="2025-06-01" if number % 5 == 0 else "2026-09-01",
            easting=str(400000 + 911 * (number % 7)),
            northing=str(300000 + 1234 * (number % 5)),
            officer_id=f"OM{1 + number % 4}",
        )
    return extract


def test_a_full_week_adds_up_by_hand(desk: Desk) -> None:
    extract = _full_week()
    answer = desk.plan(extract)
    assert len(answer["assignments"]) > 8
    assert faults(answer, extract) == []
    assert answer["summary"]["tasks"] == answer["summary"]["planned"] + answer["summary"]["unplanned"]


def test_the_same_plan_in_two_processes_whatever_the_order_of_sets(desk: Desk) -> None:
    desk.load(_full_week())
    command = ("plan", "--week", WEEK, "--seconds", "1", "--json")
    answers = []
    for seed in ("1", "20261123"):
        done = subprocess.run(
            [sys.executable, "-m", "rso_planner", "--database", desk.database, *command],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        answers.append(_without_clock(done.stdout))
    assert answers[0] == answers[1]
    assert answers[0]["reproducible"] is True


def _without_clock(text: str) -> dict[str, object]:
    document: dict[str, object] = json.loads(text)
    document.pop("seconds")
    return document
