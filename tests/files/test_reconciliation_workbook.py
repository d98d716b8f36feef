"""The workbook of a reconciliation read back: its sheets, figures that tie, and text that stays text."""

import time
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from rso_planner.domain.discrepancy import Cause, FieldDifference
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.files.reconciliation_workbook import write_reconciliation_workbook
from tests.drawing.reconciliations import (
    make_agreement,
    make_correction,
    make_discrepancy,
    make_large_reconciliation,
    make_reconciliation,
    make_small_reconciliation,
)

SHEETS = ["Summary", "Corrections", "People", "Causes", "By area", "By officer", "By risk", "Trend"]


def _read(made: Reconciliation, folder: Path) -> dict[str, list[list[object]]]:
    path = folder / "october.xlsx"
    write_reconciliation_workbook(made, path)
    book = CalamineWorkbook.from_path(str(path))
    return {
        name: [list[object](row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names
    }


def _parts(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        return [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]


def _bridge(rows: list[list[object]]) -> list[list[object]]:
    """The rows of the summary's bridge, from the force's count to the register's."""
    first = next(index for index, row in enumerate(rows) if row[0] == "The force counts")
    last = next(index for index, row in enumerate(rows) if row[0] == "The register counts")
    return rows[first : last + 1]


def _number(cell: object) -> float:
    assert isinstance(cell, float)
    return cell


def test_sheets_stand_in_the_order_of_use(tmp_path: Path) -> None:
    assert list(_read(make_small_reconciliation(), tmp_path)) == SHEETS
    assert list(_read(make_agreement(), tmp_path)) == SHEETS


def test_the_summary_has_both_bridges_as_numbers_that_tie(tmp_path: Path) -> None:
    rows = _read(make_large_reconciliation(), tmp_path)["Summary"]
    assert rows[3][:2] == ["People overdue, the force's count", 98.0]
    assert rows[4][:2] == ["People overdue, the register's count", 412.0]
    assert rows[5][1] == "91 to 247"
    bridge = _bridge(rows)
    assert len(bridge) == 1 + len(Cause) + 1
    for effect, count in ((3, 4), (5, 6)):
        total = _number(bridge[0][count])
        for row in bridge[1:-1]:
            total += _number(row[effect])
            assert row[count] == total
        assert bridge[-1][count] == total
        assert _number(bridge[-1][effect]) == total - _number(bridge[0][count])
    below = rows[rows.index(bridge[-1]) + 1][0]
    assert below == "Check: 98 + 314 = 412 people, and 195 + 601 = 796 visits. Both bridges tie."


def test_the_corrections_are_numbered_and_leave_room_to_say_when_and_by_whom(tmp_path: Path) -> None:
    rows = _read(make_small_reconciliation(), tmp_path)["Corrections"]
    assert rows[0][0] == "Corrections: 6 lines to work through"
    assert rows[3][-4:] == ["What to do", "Evidence", "Done on", "By"]
    person = [1.0, "force's records", "", "R000001", "high", "North Made-up", "", "On the register only"]
    assert rows[4][:8] == person
    assert rows[4][8] == "Do what is made up for this person."
    assert str(rows[4][9]).startswith("Overdue on the register only: a made-up reason.")
    assert rows[4][10:] == ["", ""]
    assert [row[1] for row in rows[5:]] == ["register", "register", "look at both", "look at both", "look at both"]


def test_the_people_have_both_verdicts_and_every_field(tmp_path: Path) -> None:
    rows = _read(make_small_reconciliation(), tmp_path)["People"]
    fields = (
        "last visit on: 2026-11-02 in the force's records, 2026-07-30 on the register\n"
        "family name: Madeup in the force's records, Madeupp on the register"
    )
    assert rows[5] == [
        *(2.0, "P0002", "R000002", "very high", "North Made-up", "OM-01"),
        *("Visit on one list only", "Different visit interval", "register only", 0.0, 3.0),
        *(date(2026, 10, 11), 40.0, "Overdue on the register only: a made-up reason."),
        fields,
    ]
    assert rows[8][6] == "Several causes together: Different risk level; Counted from another date"


def test_a_date_to_come_is_no_days_past_and_what_is_not_known_is_said_or_empty(tmp_path: Path) -> None:
    found = [
        make_discrepancy(1, Cause.TYPE, due_on=date(2026, 12, 24)),
        make_discrepancy(2, Cause.TYPE, due_on=None, risk_level=None, area=None, officer_id=None),
    ]
    rows = _read(make_reconciliation(found), tmp_path)["People"]
    assert rows[4][12] == 0.0
    assert rows[5][3:6] == ["not known", "", ""]
    assert rows[5][11:13] == ["", ""]


@pytest.mark.parametrize("sheet", ["By area", "By officer", "By risk"])
def test_the_parts_tie_in_each_row_and_add_up_to_the_whole(tmp_path: Path, sheet: str) -> None:
    rows = _read(make_large_reconciliation(), tmp_path)[sheet][4:]
    *parts, people, visits, check = rows
    assert [people[0], people[1], visits[1]] == ["All", "people", "visits"]
    for row in (*parts, people, visits):
        assert _number(row[2]) + sum(_number(cell) for cell in row[3:-1] if cell != "") == row[-1]
    for whole in (people, visits):
        of_unit = [row for row in parts if row[1] == whole[1]]
        assert sum(_number(row[2]) for row in of_unit) == whole[2]
        assert sum(_number(row[-1]) for row in of_unit) == whole[-1]
    assert check[0] == "Check: the parts add up to the whole, in people and in visits: they tie."


def test_parts_that_do_not_add_up_are_said_not_to(tmp_path: Path) -> None:
    made = make_large_reconciliation()
    rows = _read(replace(made, by_area=made.by_area[1:]), tmp_path)["By area"]
    assert rows[-1][0] == "Check: the parts add up to the whole, in people and in visits: NO."


def test_the_trend_says_new_standing_gone_and_their_sums(tmp_path: Path) -> None:
    rows = _read(make_small_reconciliation(), tmp_path)["Trend"]
    assert rows[4:] == [
        ["Visit on one list only", 1.0, 0.0, 3.0, 3.0, 1.0],
        ["Visits counted, not people", 0.0, 1.0, 0.0, 1.0, 1.0],
        ["All", 1.0, 1.0, 3.0, 4.0, 2.0],
    ]


def test_every_cause_is_explained_whether_found_or_not(tmp_path: Path) -> None:
    rows = _read(make_agreement(), tmp_path)["Causes"][4:]
    assert [row[0] for row in rows] == [cause.value for cause in Cause]
    assert all(row[3:] == [0.0, 0.0, 0.0] for row in rows)


def test_two_lists_that_agree_are_said_to_on_each_list(tmp_path: Path) -> None:
    sheets = _read(make_agreement(), tmp_path)
    assert sheets["Corrections"][1][0] == sheets["People"][1][0] == "The two lists agree on everybody."
    assert len(sheets["Corrections"]) == len(sheets["People"]) == 4


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "https://example.invalid", "<b>bold</b>"])
def test_text_is_written_as_text_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    found = make_discrepancy(
        1,
        Cause.MISSING_LOCALLY,
        register_id=text,
        area=text,
        officer_id=text,
        reason=text,
        fields=(FieldDifference(field=text, force=text, register=text),),
    )
    correction = replace(make_correction(found), action=text, evidence=text)
    sheets = _read(replace(make_reconciliation([found]), corrections=(correction,)), tmp_path)
    assert not any("<f>" in part or "<hyperlink" in part for part in _parts(tmp_path / "october.xlsx"))
    assert sheets["Corrections"][4][8:10] == [text, text]
    assert sheets["By area"][4][0] == text


def test_every_sheet_is_set_up_for_printing_and_every_list_has_filters(tmp_path: Path) -> None:
    write_reconciliation_workbook(make_large_reconciliation(), tmp_path / "october.xlsx")
    parts = _parts(tmp_path / "october.xlsx")
    assert len(parts) == len(SHEETS)
    for part in parts:
        assert 'orientation="landscape"' in part
        assert "Official-Sensitive" in part
        assert "<pane " in part
    assert ['fitToHeight="0"' in part for part in parts] == [False, *[True] * (len(SHEETS) - 1)]
    assert sum("<autoFilter " in part for part in parts) == len(SHEETS) - 1


def test_two_writes_at_different_times_are_the_same_bytes(tmp_path: Path) -> None:
    write_reconciliation_workbook(make_small_reconciliation(), tmp_path / "first.xlsx")
    time.sleep(2.1)  # the clock inside a zip file ticks every two seconds
    write_reconciliation_workbook(make_small_reconciliation(), tmp_path / "second.xlsx")
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()
