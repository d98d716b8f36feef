"""`check` finds every rule that a hand-made plan breaks, and nothing in one that keeps them."""

from pathlib import Path

import pytest

from tests.contract.extracts import WEEK, Answer, Desk, Extract

_HEADING = "task_ids,offender_id,date,starts_at,ends_at,lead_id,second_id"
_GOOD = "1:visit,1,2026-11-23,10:00,11:00,OM1,OM2"


@pytest.fixture
def loaded(desk: Desk) -> Desk:
    """Three high-risk people with an overdue visit 1 km from base; 3 with an ARMS too; two full officers,
    a recruit, one without ARMS training and one not trained for visits, on duty on Monday and Tuesday.
    """
    extract = Extract()
    extract.officer("OM1")
    extract.officer("OM2")
    extract.officer("NEW", may_lead="no")
    extract.officer("NOARMS", arms_trained="no")
    extract.officer("NOVISIT", visit_trained="no")
    for officer_id in ("OM1", "OM2", "NEW", "NOARMS", "NOVISIT"):
        for on in (WEEK, "2026-11-24"):
            extract.duty(officer_id, on, "09:00", "17:00", 240)
    extract.person("1", risk_level="high", seen="2026-08-01", easting="401000")
    extract.person("2", risk_level="high", seen="2026-08-01", easting="401000", visit_not_before="13:00")
    extract.person("3", risk_level="high", seen="2026-08-01", easting="401000", arms="2025-01-01")
    extract.separation("offenders", "1", "3")
    extract.separation("officers", "OM1", "NOARMS")
    extract.separation("officer_offender", "OM2", "2")
    desk.load(extract)
    return desk


def _check(desk: Desk, *rows: str, expects: int = 1) -> Answer:
    path = desk.folder / "plan.csv"
    path.write_text("\n".join([_HEADING, *rows, ""]), encoding="utf-8")
    return desk.json("check", str(path), "--week", WEEK, expects=expects)


def test_a_plan_that_keeps_every_rule_has_exit_code_0(loaded: Desk) -> None:
    answer = _check(loaded, _GOOD, "2:visit,2,2026-11-23,13:00,14:00,OM1,NEW", expects=0)
    assert answer["violations"] == []


def test_an_empty_plan_keeps_every_rule(loaded: Desk) -> None:
    assert _check(loaded, expects=0)["violations"] == []


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ("two_officers_at_each_visit", ["1:visit,1,2026-11-23,10:00,11:00,OM1,"]),
        ("two_officers_at_each_visit", ["1:visit,1,2026-11-23,10:00,11:00,OM1,OM1"]),
        ("two_officers_at_each_visit", ["1:visit,1,2026-11-23,10:00,11:00,OM1,NOVISIT"]),
        ("lead_may_lead", ["1:visit,1,2026-11-23,10:00,11:00,NEW,OM1"]),
        ("arms_by_an_arms_trained_lead", ["3:arms;3:visit,3,2026-11-23,10:00,11:00,NOARMS,OM2"]),
        ("officers_kept_apart", ["1:visit,1,2026-11-23,10:00,11:00,OM1,NOARMS"]),
        ("officer_kept_from_person", ["2:visit,2,2026-11-23,13:00,14:00,OM2,NEW"]),
        (
            "people_kept_apart",
            [_GOOD, "3:visit,3,2026-11-23,15:00,16:00,NOARMS,OM2"],
        ),
        ("visit_window", ["2:visit,2,2026-11-23,12:59,13:59,OM1,NEW"]),
        ("time_for_the_visit", ["1:visit,1,2026-11-23,10:00,10:59,OM1,OM2"]),
        ("officers_on_duty", ["1:visit,1,2026-11-25,10:00,11:00,OM1,OM2"]),
        ("officers_on_duty", ["1:visit,1,2026-11-23,17:00,18:00,OM1,OM2"]),
        # Eight minutes to the door, three home.
        ("travel_between_visits", ["1:visit,1,2026-11-23,09:07,10:07,OM1,OM2"]),
        ("travel_between_visits", ["1:visit,1,2026-11-23,15:58,16:58,OM1,OM2"]),
        ("travel_between_visits", [_GOOD, "2:visit,2,2026-11-23,10:30,11:30,OM1,NEW"]),
        ("each_task_once", [_GOOD, "1:visit,1,2026-11-24,10:00,11:00,OM1,OM2"]),
        ("tasks_of_the_week", ["1:arms,1,2026-11-23,10:00,11:00,OM1,OM2"]),
        ("officers_of_the_unit", ["1:visit,1,2026-11-23,10:00,11:00,OM1,NOBODY"]),
        ("plan_within_the_week", ["1:visit,1,2026-11-30,10:00,11:00,OM1,OM2"]),
    ],
)
def test_each_rule_is_found(loaded: Desk, rule: str, rows: list[str]) -> None:
    assert rule in {each["rule"] for each in _check(loaded, *rows)["violations"]}


@pytest.mark.parametrize(
    "row", ["1:visit,1,2026-11-23,09:08,10:08,OM1,OM2", "1:visit,1,2026-11-23,15:57,16:57,OM1,OM2"]
)
def test_just_in_time_is_in_time(loaded: Desk, row: str) -> None:
    _check(loaded, row, expects=0)


def test_the_days_minutes_hold_site_and_travel(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1")
    extract.officer("OM2")
    for on, minutes in ((WEEK, 70), ("2026-11-24", 300)):
        extract.duty("OM1", on, "09:00", "17:00", minutes)
        extract.duty("OM2", on, "09:00", "17:00", 100)
    extract.person("1", risk_level="high", seen="2026-08-01", easting="401000")
    desk.load(extract)
    assert {each["rule"] for each in _check(desk, _GOOD)["violations"]} == {"day_minutes"}


def test_the_weeks_minutes_hold_the_desk_too(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1")
    extract.officer("OM2")
    extract.duty("OM1", WEEK, "09:00", "17:00", 160)
    extract.duty("OM2", WEEK, "09:00", "17:00", 71)
    extract.person("1", risk_level="high", seen="2026-08-01", easting="401000")
    desk.load(extract)
    (found,) = _check(desk, _GOOD)["violations"]
    assert (found["rule"], found["officer_id"]) == ("week_minutes", "OM1")
    assert "161" in found["sentence"]


def test_the_planners_own_plan_is_checked_clean(loaded: Desk) -> None:
    code, _, errors = loaded.ask("plan", "--week", WEEK, "--seconds", "1", "--out", str(loaded.folder / "out"))
    assert code == 0, errors
    plan = loaded.folder / "out" / "plan.csv"
    assert plan.read_text(encoding="utf-8-sig").splitlines()[0] == _HEADING
    answer = loaded.json("check", str(plan), "--week", WEEK)
    assert answer["violations"] == []
    assert answer["assignments"] > 0


def test_a_plan_that_cannot_be_read_is_refused_with_row_and_column(loaded: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(f"{_HEADING}\n1:visit,1,2026-13-23,10:00,11:00,OM1,OM2\n", encoding="utf-8")
    code, out, errors = loaded.ask("check", str(path), "--week", WEEK)
    assert code == 3
    assert out == ""
    assert "row 2" in errors
    assert "date" in errors
    assert "2026-13-23" in errors
