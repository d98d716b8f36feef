"""The lists of a reconciliation as CSV: one row for each, whole, and safe to open."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from rso_planner.domain.discrepancy import Cause
from rso_planner.files.reconciliation_csv import (
    CORRECTION_COLUMNS,
    PEOPLE_COLUMNS,
    write_corrections_csv,
    write_people_csv,
)
from tests.drawing.reconciliations import (
    make_agreement,
    make_correction,
    make_discrepancy,
    make_reconciliation,
    make_small_reconciliation,
)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_corrections_are_numbered_and_leave_room_to_say_when_and_by_whom(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    write_corrections_csv(make_small_reconciliation(), path)
    rows = _read(path)
    assert [row["number"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert [row["system"] for row in rows] == ["force", "register", "register", "both", "both", "both"]
    assert rows[1] == {
        "number": "2",
        "system": "register",
        "offender_id": "P0002",
        "register_id": "R000002",
        "risk_level": "very_high",
        "area": "North Made-up",
        "officer_id": "OM-01",
        "due_on": "2026-10-11",
        "cause": "ENTRY_LAG",
        "action": "Do what is made up for this person.",
        "evidence": "Overdue on the register only: a made-up reason. Due on a made-up day.",
        "done_on": "",
        "done_by": "",
    }


def test_the_people_have_both_verdicts_and_every_field(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    write_people_csv(make_small_reconciliation(), path)
    rows = _read(path)
    assert len(rows) == 6
    person = rows[1]
    assert (person["force_overdue"], person["register_overdue"]) == ("no", "yes")
    assert (person["force_visits"], person["register_visits"], person["also"]) == ("0", "3", "FREQUENCY_BASIS")
    assert person["fields"] == (
        "last visit on: 2026-11-02 in the force's records, 2026-07-30 on the register; "
        "family name: Madeup in the force's records, Madeupp on the register"
    )
    assert rows[4]["parts"] == "RISK_CHANGE; ANCHOR"


def test_what_is_not_known_is_empty(tmp_path: Path) -> None:
    found = make_discrepancy(1, Cause.MISSING_LOCALLY, risk_level=None, area=None, officer_id=None, due_on=None)
    write_people_csv(make_reconciliation([found]), tmp_path / "people.csv")
    (row,) = _read(tmp_path / "people.csv")
    assert [row[name] for name in ("offender_id", "risk_level", "area", "officer_id", "due_on")] == [""] * 5


def test_two_lists_that_agree_leave_the_headings(tmp_path: Path) -> None:
    write_corrections_csv(make_agreement(), tmp_path / "corrections.csv")
    write_people_csv(make_agreement(), tmp_path / "people.csv")
    lines = [(tmp_path / name).read_text("utf-8-sig").splitlines() for name in ("corrections.csv", "people.csv")]
    assert lines == [[",".join(CORRECTION_COLUMNS)], [",".join(PEOPLE_COLUMNS)]]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-0012", "@SUM(1)"])
def test_no_cell_can_be_taken_for_a_formula(tmp_path: Path, text: str) -> None:
    found = make_discrepancy(1, Cause.TYPE, offender_id=text, register_id=text, area=text, reason=text)
    correction = replace(make_correction(found), action=text, evidence=text)
    made = replace(make_reconciliation([found]), corrections=(correction,))
    for write, name in ((write_corrections_csv, "corrections.csv"), (write_people_csv, "people.csv")):
        write(made, tmp_path / name)
        (row,) = _read(tmp_path / name)
        assert row["offender_id"] == row["area"] == f"'{text}"
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
