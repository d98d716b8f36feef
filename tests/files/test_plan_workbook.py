"""plan.xlsx read back: its sheets, its words, and what it must never do with text."""

import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.visit_plan import PlanStatus
from rso_planner.files.plan_sheets.sheet_names import make_sheet_names
from rso_planner.files.plan_workbook import write_plan_workbook
from tests.drawing.planned_weeks import make_large_week, make_left_out, make_officer, make_person, make_small_week

WHY = "A visit every 3 months; the last completed one was made-up."


def _read(week: PlannedWeek, folder: Path) -> dict[str, list[list[object]]]:
    path = folder / "plan.xlsx"
    write_plan_workbook(week, path)
    book = CalamineWorkbook.from_path(str(path))
    return {
        name: [list[object](row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names
    }


def _words(rows: list[list[object]]) -> str:
    return "\n".join(" | ".join(str(cell) for cell in row if cell != "") for row in rows)


def test_sheets_stand_in_the_order_of_use(tmp_path: Path) -> None:
    sheets = _read(make_small_week(), tmp_path)
    assert list(sheets) == ["Summary", "Week board", "OM-01", "OM-02", "OM-03", "Outcomes", "Unplanned", "Tasks"]


def test_the_summary_leads_with_the_three_headline_figures(tmp_path: Path) -> None:
    rows = _words(_read(make_small_week(), tmp_path)["Summary"]).splitlines()
    rows = [row for row in rows if row]
    assert rows[0] == "Visit plan for the week of 23 November 2026"
    assert rows[2].startswith("Backlog: people overdue a visit | 98")
    assert rows[3].startswith("Their risk: high or very high | 21")
    assert "1 very high, 20 high, 40 medium, 37 low" in rows[3]
    assert rows[4].startswith("Most overdue visit, in days | 412")


def test_the_summary_says_how_much_better_any_plan_could_be(tmp_path: Path) -> None:
    words = _words(_read(make_small_week(), tmp_path)["Summary"])
    assert "1,204 points of lateness removed. Proved: no plan can do better." in words
    assert "800 points of lateness removed. No plan can remove more than 1.3 % more." in words


def test_an_officer_without_hours_is_not_available_never_0_per_cent(tmp_path: Path) -> None:
    sheets = _read(make_small_week(), tmp_path)
    row = next(row for row in sheets["Summary"] if row[0] == "OM-03")
    assert row[2:4] == ["not available", ""]
    assert "Not available this week." in _words(sheets["OM-03"])


def test_an_officers_sheet_tells_where_to_go_with_whom_and_why(tmp_path: Path) -> None:
    rows = _read(make_small_week(), tmp_path)["OM-02"]
    assert rows[4] == [
        "Monday 23 November",
        "9:15am to 10:15am",
        "P001",
        "Madeup-001, Zzample",
        "very high",
        "Visit, ARMS assessment",
        "PC Invented-01 (OM-01)",
        "Second",
        16.0,
        f"{WHY}\n{WHY}",
    ]
    assert rows[6][6:9] == ["Alone", "Lead", 15.0]
    assert [row[0] for row in rows[4:]] == [
        f"{day} November"
        for day in (
            "Monday 23",
            "Tuesday 24",
            "Wednesday 25",
            "Thursday 26",
            "Friday 27",
            "Saturday 28",
            "Sunday 29",
        )
    ]
    assert [row[1] for row in rows[9:]] == ["Off duty", "Off duty"]


def test_the_week_board_holds_every_assignment_and_why_a_day_is_empty(tmp_path: Path) -> None:
    rows = _read(make_small_week(), tmp_path)["Week board"]
    assert rows[3][:2] == ["Officer", "Monday 23 November"]
    assert rows[4][1] == "9:15am P001 (very high) Visit, ARMS assessment · L with OM-02"
    assert rows[5][1] == "9:15am P001 (very high) Visit, ARMS assessment · S with OM-01"
    assert rows[4][4] == "1pm P003 (low) Desktop review, desk"
    assert rows[6][1:3] == ["Leave", "Nothing planned"]


def test_every_task_left_out_has_its_reason_rules_and_cheapest_change(tmp_path: Path) -> None:
    rows = _read(make_small_week(), tmp_path)["Unplanned"]
    assert rows[4][2:7:2] == ["P004", "medium", 90.0]
    assert str(rows[4][7]).startswith("No room")
    assert rows[4][8:] == ["officers on duty (14); week minutes (3)", "A second officer on Tuesday 24 November."]


def test_a_large_week_has_every_task_once_the_most_serious_left_out_first(tmp_path: Path) -> None:
    week = make_large_week()
    sheets = _read(week, tmp_path)
    assert len(sheets["Unplanned"]) == 500 + 4
    assert len({row[0] for row in sheets["Tasks"][3:]}) == 590
    risks = [row[4] for row in sheets["Unplanned"][4:]]
    serious = [risk in ("very high", "high") for risk in risks]
    assert serious == sorted(serious, reverse=True)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(1)", "https://example.invalid", "<script>alert(1)</script>"]
)
def test_text_is_written_as_text_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    week = make_small_week()
    people = [replace(case, offender=replace(case.offender, family_name=text)) for case in week.force.cases]
    officers = [make_officer(number, name=text) for number in (1, 2, 3)]
    tasks = {task_id: replace(task, reason=text) for task_id, task in week.task_by_id.items()}
    left_out = [replace(each, cheapest_change=text, rules={text: 1}) for each in week.result.unplanned]
    week = replace(
        week,
        force=replace(week.force, cases=tuple(people), officers=tuple(officers)),
        task_by_id=tasks,
        result=replace(week.result, unplanned=tuple(left_out)),
        policy_hash=text,
    )
    sheets = _read(week, tmp_path)
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if "worksheets" in name}
    assert not any("<f>" in part or "<hyperlink" in part for part in parts.values())
    assert f"{text}, Zzample" in _words(sheets["Tasks"])
    assert sheets["Unplanned"][4][9] == text


def test_names_of_people_are_not_in_the_names_of_sheets(tmp_path: Path) -> None:
    assert not any("Invented" in name or "Madeup" in name for name in _read(make_small_week(), tmp_path))


def test_two_writes_at_different_times_are_the_same_bytes(tmp_path: Path) -> None:
    write_plan_workbook(make_small_week(), tmp_path / "first.xlsx")
    time.sleep(2.1)  # the clock inside a zip file ticks every two seconds
    write_plan_workbook(make_small_week(), tmp_path / "second.xlsx")
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()


def test_every_sheet_is_set_up_for_printing(tmp_path: Path) -> None:
    write_plan_workbook(make_small_week(), tmp_path / "plan.xlsx")
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as package:
        parts = [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]
        names = package.read("xl/workbook.xml").decode()
    assert len(parts) == 8
    for part in parts:
        assert 'orientation="landscape"' in part
        assert 'fitToHeight="0"' in part
        assert "Official-Sensitive" in part
        assert "<pane " in part
    assert names.count("_xlnm.Print_Titles") == 8
    assert sum("<autoFilter " in part for part in parts) == 6


def test_a_week_without_a_plan_is_said_and_everything_stands_under_unplanned(tmp_path: Path) -> None:
    week = make_small_week()
    unplanned = tuple(make_left_out(task, week.result.unplanned[0].reason) for task in week.task_by_id.values())
    result = replace(week.result, status=PlanStatus.NO_PLAN, plan=None, unplanned=unplanned, objectives=())
    sheets = _read(replace(week, result=result), tmp_path)
    assert "No plan could be made for this week." in _words(sheets["Summary"])
    assert len(sheets["Unplanned"]) == 4 + 5


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["OM/1", "OM:1", "om-1"], ["OM-1", "OM-1 (2)", "om-1 (3)"]),
        (["Summary", "History"], ["Summary (2)", "History (2)"]),
        (["X" * 40, "X" * 41], ["X" * 31, "X" * 27 + " (2)"]),
        (["'quoted'", "[]", " "], ["quoted", "--", "-"]),
    ],
)
def test_sheet_names_are_valid_and_differ(wanted: list[str], names: list[str]) -> None:
    assert make_sheet_names(wanted, taken=["Summary"]) == names


def test_a_person_of_unknown_name_has_an_empty_cell(tmp_path: Path) -> None:
    week = make_small_week()
    nameless = make_person(4, family_name=None, given_names=None)
    cases = tuple(
        replace(case, offender=nameless) if case.offender.offender_id == "P004" else case
        for case in week.force.cases
    )
    assert _read(replace(week, force=replace(week.force, cases=cases)), tmp_path)["Unplanned"][4][3] == ""
