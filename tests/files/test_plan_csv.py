"""plan.csv: what is written is read back; a bad row is refused with its place and a plain reason."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import VisitPlan
from rso_planner.files.plan_csv import PlanRefusedError, read_plan_csv, write_plan_csv
from tests.drawing.planned_weeks import MONDAY, make_large_week, make_small_week

HEADING = "task_ids,offender_id,date,starts_at,ends_at,lead_id,second_id"
GOOD = "P001:visit;P001:arms,P001,2026-11-23,09:15,10:15,OM-01,OM-02"


def _write(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / "plan.csv"
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def test_columns_and_rows_are_those_of_the_contract(tmp_path: Path) -> None:
    write_plan_csv(make_small_week().result.plan, tmp_path / "plan.csv")
    assert (tmp_path / "plan.csv").read_text(encoding="utf-8").splitlines() == [
        HEADING,
        GOOD,
        "P002:retry,P002,2026-11-25,17:30,18:15,OM-02,",
        "P003:desktop_review,P003,2026-11-26,13:00,14:00,OM-01,",
    ]


def test_a_written_plan_is_read_back_without_its_travel(tmp_path: Path) -> None:
    plan = make_large_week().result.plan
    assert plan is not None
    write_plan_csv(plan, tmp_path / "plan.csv")
    read = read_plan_csv(tmp_path / "plan.csv")
    assert read.week == MONDAY
    as_sets = [{replace(each, travel_minutes=()) for each in each_plan.assignments} for each_plan in (plan, read)]
    assert as_sets[0] == as_sets[1]
    assert len(read.assignments) == 90


def test_no_plan_is_a_heading_alone(tmp_path: Path) -> None:
    write_plan_csv(None, tmp_path / "plan.csv")
    assert (tmp_path / "plan.csv").read_text(encoding="utf-8") == f"{HEADING}\n"
    assert read_plan_csv(tmp_path / "plan.csv", week=MONDAY) == VisitPlan(week=MONDAY, assignments=())


@pytest.mark.parametrize("person", ["=1+1", "+44", "-0012", "@SUM", "'=x", "0012", "O'Zzample"])
def test_identifiers_that_look_like_formulas_are_guarded_and_come_back_whole(tmp_path: Path, person: str) -> None:
    trip = make_small_week().trips[1]
    trip = replace(trip, task_ids=(f"{person}:retry",), offender_id=person, travel_minutes=())
    plan = VisitPlan(week=MONDAY, assignments=(trip,))
    write_plan_csv(plan, tmp_path / "plan.csv")
    row = (tmp_path / "plan.csv").read_text(encoding="utf-8").splitlines()[1]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.split(","))
    assert read_plan_csv(tmp_path / "plan.csv") == plan


def test_a_spreadsheet_may_have_rewritten_dates_times_and_the_encoding(tmp_path: Path) -> None:
    line = "P001:visit, P001 ,23/11/2026,9:15,10:15:00,OM-01,OM-02,a note"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path = _write(tmp_path, f"{HEADING},notes", line, ",,,,,,,", encoding=encoding)
        (assignment,) = read_plan_csv(path).assignments
        assert (assignment.on, assignment.starts_at, assignment.ends_at) == (MONDAY, time(9, 15), time(10, 15))
        assert assignment.kinds == (TaskKind.VISIT,)
        assert assignment.offender_id == "P001"


def test_the_week_is_that_of_the_earliest_date_unless_it_is_given(tmp_path: Path) -> None:
    path = _write(tmp_path, HEADING, GOOD.replace("2026-11-23", "2026-11-26"))
    assert read_plan_csv(path).week == MONDAY
    assert read_plan_csv(path, week=date(2026, 11, 30)).week == date(2026, 11, 30)


def test_two_officers_who_are_one_are_for_check_to_judge(tmp_path: Path) -> None:
    plan = read_plan_csv(_write(tmp_path, HEADING, GOOD.replace("OM-02", "OM-01")))
    assert plan.assignments[0].officer_ids == ("OM-01", "OM-01")


@pytest.mark.parametrize(
    ("bad_row", "column", "value", "reason"),
    [
        (",P001,2026-11-23,09:15,10:15,OM-01,", "task_ids", "", "is empty"),
        ("P001:visit,,2026-11-23,09:15,10:15,OM-01,", "offender_id", "", "is empty"),
        ("P001:visit,P001,,09:15,10:15,OM-01,", "date", "", "is empty"),
        ("P001:visit,P001,2026-11-23,09:15,10:15,,OM-02", "lead_id", "", "is empty"),
        ("visit,P001,2026-11-23,09:15,10:15,OM-01,", "task_ids", "visit", "written as the person's identifier"),
        ("P001:tea,P001,2026-11-23,09:15,10:15,OM-01,", "task_ids", "P001:tea", "whose kind is not one of visit,"),
        ("P002:visit,P001,2026-11-23,09:15,10:15,OM-01,", "task_ids", "P002:visit", "not a task of the person"),
        (
            "P1:visit;P1:visit,P1,2026-11-23,09:15,10:15,OM-01,",
            "task_ids",
            "P1:visit;P1:visit",
            "names a task twice",
        ),
        ("P001:visit,P001,11/23/2026,09:15,10:15,OM-01,", "date", "11/23/2026", "is not a day of the calendar"),
        ("P001:visit,P001,2026-02-30,09:15,10:15,OM-01,", "date", "2026-02-30", "is not a day of the calendar"),
        ("P001:visit,P001,23 Nov,09:15,10:15,OM-01,", "date", "23 Nov", "is not a date such as"),
        ("P001:visit,P001,2026-11-23,25:00,10:15,OM-01,", "starts_at", "25:00", "is not a time of day"),
        ("P001:visit,P001,2026-11-23,09:15,10.15,OM-01,", "ends_at", "10.15", "is not a time of day"),
        ("P001:visit,P001,2026-11-23,10:15,10:15,OM-01,", "ends_at", "10:15", "is not after starts_at 10:15"),
        ("P001:visit,P001,2026-11-23,10:15", "", "", "has 4 cells; the heading has 7"),
    ],
)
def test_a_bad_row_is_refused_with_its_place(
    tmp_path: Path, bad_row: str, column: str, value: str, reason: str
) -> None:
    with pytest.raises(PlanRefusedError) as refusal:
        read_plan_csv(_write(tmp_path, HEADING, GOOD, bad_row))
    (fault,) = refusal.value.faults
    assert (fault.file, fault.row, fault.column, fault.value) == ("plan.csv", 3, column, value)
    assert reason in fault.reason
    assert str(refusal.value).startswith("plan.csv, row 3")


def test_every_bad_row_is_told(tmp_path: Path) -> None:
    bad = GOOD.replace("09:15", "late").replace("2026-11-23", "soon")
    with pytest.raises(PlanRefusedError, match=r"\(and 3 more\)") as refusal:
        read_plan_csv(_write(tmp_path, HEADING, bad, GOOD, bad))
    assert [(fault.row, fault.column) for fault in refusal.value.faults] == [
        (2, "date"),
        (2, "starts_at"),
        (4, "date"),
        (4, "starts_at"),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "task_ids: is missing in the heading"),
        (b"task_ids,offender_id,date\n", "starts_at: is missing in the heading"),
        (f"{HEADING},date\n".encode(), "date: stands there twice"),
        (f"{HEADING}\n".encode(), "has no rows"),
        (f'{HEADING}\n"P001'.encode(), "is not a CSV file"),
        (f"{HEADING}\nP\0,".encode(), "damaged or not a text file"),
    ],
)
def test_a_file_that_is_no_plan_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(content)
    with pytest.raises(PlanRefusedError, match=reason):
        read_plan_csv(path)


def test_a_file_that_is_not_there_is_refused_by_its_name_alone(tmp_path: Path) -> None:
    with pytest.raises(PlanRefusedError, match=r"^plan\.csv: cannot be opened$"):
        read_plan_csv(tmp_path / "plan.csv")
