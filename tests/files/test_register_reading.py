"""Reading good exports of the register in every dress in which reports come."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from rso_planner.domain.interval import read_interval
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.register_record import RegisterExport, RegisterLayout, RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.files.register_layout import REGISTER_TABLES
from rso_planner.files.register_mapping import read_register_mapping, register_mapping_path
from rso_planner.files.register_reading import RegisterReading, read_register
from tests.extracts import csv_text
from tests.registers import (
    MAPPING_OF,
    Rows,
    column_of,
    good_rows,
    without,
    write_csv,
    write_workbook,
)

SNAPSHOT = date(2026, 11, 20)

Dress = Callable[[Rows], Rows]


def _read(path: Path, name: str = "people", snapshot_on: date | None = None) -> RegisterReading:
    mapping = read_register_mapping(register_mapping_path(MAPPING_OF[name]))
    return read_register(path, mapping, snapshot_on=snapshot_on)


def _export(path: Path, name: str = "people", snapshot_on: date | None = None) -> RegisterExport:
    reading = _read(path, name, snapshot_on)
    assert reading.rejects == ()
    assert reading.export is not None
    return reading.export


def _unnumbered(export: RegisterExport) -> RegisterExport:
    return replace(export, records=tuple(replace(each, row=0) for each in export.records))


@pytest.fixture
def good(tmp_path: Path) -> RegisterExport:
    return _export(write_csv(good_rows("people"), tmp_path / "good" / "register.csv"))


def test_the_fields_of_the_contract_are_read_as_they_are_written(good: RegisterExport) -> None:
    assert (good.snapshot_on, good.layout) == (SNAPSHOT, RegisterLayout.PEOPLE)
    assert good.records[0] == RegisterRecord(
        register_id="0012",
        row=2,
        register_type=RegisterType.RSO,
        offender_id="0001",
        family_name="NA",
        given_names="Zzed",
        date_of_birth=date(1980, 2, 29),
        status=Status.COMMUNITY,
        risk_level=RiskLevel.VERY_HIGH,
        management=ManagementStatus.ACTIVE,
        officer_id="OM1",
        area="Madeup",
        visit_interval=read_interval("1 month"),
        last_visit_on=date(2026, 10, 2),
        next_visit_due_on=date(2026, 11, 2),
        visits_outstanding=1,
        last_arms_on=date(2026, 1, 20),
        next_arms_due_on=date(2027, 1, 20),
    )
    assert [each.visits_outstanding for each in good.records] == [1, 0, None, None]


def test_the_default_mapping_knows_every_field_of_the_contract() -> None:
    assert list(REGISTER_TABLES[RegisterLayout.PEOPLE].column_by_name) == [
        *("register_id", "register_type", "offender_id", "family_name", "given_names", "date_of_birth", "status"),
        *("risk_level", "management", "officer_id", "area", "visit_interval", "last_visit_on"),
        *("next_visit_due_on", "visits_outstanding", "last_arms_on", "next_arms_due_on", "snapshot_on"),
    ]


def test_two_records_under_one_register_id_are_both_kept(good: RegisterExport) -> None:
    assert [each.register_id for each in good.records] == ["0012", "12", "V-7", "V-7"]
    assert [each.risk_level for each in good.records[2:]] == [RiskLevel.MEDIUM, RiskLevel.LOW]


def test_one_record_written_twice_is_kept_twice(tmp_path: Path) -> None:
    rows = good_rows("people")
    export = _export(write_csv([*rows, rows[1]], tmp_path / "register.csv"))
    assert [each.row for each in export.records if each.register_id == "0012"] == [2, 6]


def test_outstanding_visits_of_a_person_are_counted_into_one_record(tmp_path: Path) -> None:
    export = _export(write_csv(good_rows("visits"), tmp_path / "visits.csv"), "visits")
    assert export.layout is RegisterLayout.VISITS
    assert [
        (each.register_id, each.row, each.visits_outstanding, each.next_visit_due_on, each.family_name)
        for each in export.records
    ] == [
        ("0012", 2, 3, date(2026, 10, 2), "NA"),
        ("12", 3, 1, date(2026, 12, 1), "O'Zample"),
    ]


def test_only_a_completed_assessment_counts_and_the_latest_of_them(tmp_path: Path) -> None:
    reading = _read(write_csv(good_rows("arms"), tmp_path / "arms.csv"), "arms")
    assert reading.export is not None
    assert reading.export.layout is RegisterLayout.ASSESSMENTS
    assert [(each.register_id, each.last_arms_on) for each in reading.export.records] == [
        ("0012", date(2026, 1, 20)),
        ("12", None),
    ]
    # Who assessed is known and not wanted, so nobody is told of those columns.
    assert reading.ignored_columns == ()


def test_an_export_of_visits_may_be_empty(tmp_path: Path) -> None:
    path = write_csv(good_rows("visits")[:1], tmp_path / "visits.csv")
    assert _export(path, "visits", SNAPSHOT).records == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators_are_recognised(
    encoding: str, separator: str, good: RegisterExport, tmp_path: Path
) -> None:
    rows = [["Register of people"], [], *good_rows("people")]
    path = write_csv(rows, tmp_path / "register.csv", separator, encoding)
    assert _unnumbered(_export(path)) == _unnumbered(good)


@pytest.mark.parametrize("is_typed", [False, True])
def test_a_workbook_is_read_like_a_csv_file(is_typed: bool, good: RegisterExport, tmp_path: Path) -> None:
    assert _export(write_workbook(good_rows("people"), tmp_path / "any.name", is_typed=is_typed)) == good


def test_an_unknown_column_is_ignored_and_named_once(tmp_path: Path) -> None:
    rows = [[*row, "x", "y"] for row in good_rows("people")]
    rows[0][-2:] = ["Notes", "rejected_because"]
    assert _read(write_csv(rows, tmp_path / "register.csv")).ignored_columns == ("Notes",)


def test_the_sheet_that_the_mapping_names_is_read(good: RegisterExport, tmp_path: Path) -> None:
    mapping = tmp_path / "mine.toml"
    mapping.write_text('layout = "people"\nsheet = "nominals"\n')
    path = tmp_path / "register.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Cover").write(0, 0, "Register of people")
        sheet = book.add_worksheet("Nominals")
        for index, row in enumerate(good_rows("people")):
            sheet.write_row(index, 0, row)
    assert read_register(path, read_register_mapping(mapping)).export == good


def test_without_a_sheet_the_first_one_that_is_shown_is_read(good: RegisterExport, tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    with xlsxwriter.Workbook(path) as book:
        hidden = book.add_worksheet("Settings")
        sheet = book.add_worksheet("Report")
        sheet.activate()
        sheet.set_first_sheet()
        hidden.hide()
        for index, row in enumerate(good_rows("people")):
            sheet.write_row(index, 0, row)
    assert _export(path) == good


# ---- the day of the export


TITLES = [
    ["Report run on 20/11/2026"],
    ["REPORT RUN ON: 20/11/2026 14:05:09 by a made-up clerk"],
    ["Register of people", "Data as at 20 November 2026"],
    ["Snapshot date", "2026-11-20"],
    ["Extracted on  20-NOV-2026"],
    ["As at 20th Nov 2026, run on 23/11/2026"],
]


@pytest.mark.parametrize("title", TITLES, ids=[" ".join(title)[:30] for title in TITLES])
@pytest.mark.parametrize("is_workbook", [False, True])
def test_a_line_around_the_table_tells_the_day(title: list[str], is_workbook: bool, tmp_path: Path) -> None:
    rows = without(good_rows("people"), "snapshot_on")
    for place, dressed in {"above": [title, *rows], "below": [*rows, [], [" ".join(title)]]}.items():
        path = tmp_path / place
        if is_workbook:
            write_workbook(dressed, path, is_typed=True)
        else:
            write_csv(dressed, path)
        assert _export(path).snapshot_on == SNAPSHOT


def test_the_day_can_be_given(tmp_path: Path) -> None:
    path = write_csv(without(good_rows("people"), "snapshot_on"), tmp_path / "register.csv")
    assert _export(path, snapshot_on=SNAPSHOT).snapshot_on == SNAPSHOT


def test_a_day_that_was_given_goes_before_the_title_and_that_is_told(tmp_path: Path) -> None:
    rows = [["Report run on 21/11/2026"], *without(good_rows("people"), "snapshot_on")]
    reading = _read(write_csv(rows, tmp_path / "register.csv"), snapshot_on=SNAPSHOT)
    assert reading.export is not None
    assert reading.export.snapshot_on == SNAPSHOT
    assert reading.notices == ("The lines around the table say 21 November 2026; 20 November 2026 was used.",)


def test_the_column_goes_before_the_title(tmp_path: Path) -> None:
    rows = [["Report run on 23/11/2026"], *good_rows("people")]
    assert _export(write_csv(rows, tmp_path / "register.csv")).snapshot_on == SNAPSHOT


def test_lines_that_name_two_days_do_no_harm_where_the_day_is_known_otherwise(tmp_path: Path) -> None:
    titles = [["Report run on 20/11/2026"], ["Report run on 21/11/2026"]]
    path = write_csv([*titles, *good_rows("people")], tmp_path / "column.csv")
    assert _export(path).snapshot_on == SNAPSHOT
    path = write_csv([*titles, *without(good_rows("people"), "snapshot_on")], tmp_path / "given.csv")
    assert _export(path, snapshot_on=SNAPSHOT).snapshot_on == SNAPSHOT


# ---- what may be wrong and is the register's own word


def test_what_the_reconciliation_must_show_is_not_refused(tmp_path: Path) -> None:
    rows = good_rows("people")
    for heading, value in {
        "last_visit_on": "2026-11-20",
        "next_visit_due_on": "2026-01-01",
        "visits_outstanding": "0",
        "next_arms_due_on": "2199-12-31",
        "status": "deceased",
        "management": "reactive",
        "visit_interval": "6 weeks",
    }.items():
        rows[1][column_of(rows, heading)] = value
    assert _export(write_csv(rows, tmp_path / "register.csv")).records[0].next_visit_due_on == date(2026, 1, 1)


def test_an_export_that_calls_nobody_overdue_says_so(tmp_path: Path) -> None:
    rows = without(good_rows("people"), "next_visit_due_on", "visits_outstanding")
    (notice,) = _read(write_csv(rows, tmp_path / "register.csv")).notices
    assert notice == "The export has neither next_visit_due_on nor visits_outstanding, so it calls nobody overdue."


# ---- traps


@pytest.mark.parametrize(
    "surname", ["NA", "N/A", "null", "None", "nan", "True", "Total", "Official", "Page", "Inf"]
)
def test_trap_a_surname_that_means_something_elsewhere_is_a_surname(surname: str, tmp_path: Path) -> None:
    rows = good_rows("people")
    rows[1][column_of(rows, "family_name")] = surname
    for path in (write_csv(rows, tmp_path / "a.csv"), write_workbook(rows, tmp_path / "a.xlsx", is_typed=True)):
        assert _export(path).records[0].family_name == surname


def test_trap_0012_and_12_are_two_people_and_a_number_is_no_decimal(tmp_path: Path) -> None:
    for is_typed in (False, True):
        path = write_workbook(good_rows("people"), tmp_path / "a.xlsx", is_typed=is_typed)
        assert [each.register_id for each in _export(path).records[:2]] == ["0012", "12"]


def test_trap_a_row_with_nothing_but_its_register_id_is_a_record(tmp_path: Path) -> None:
    rows = good_rows("people")
    for place in (2, 5):
        rows.insert(place, ["V-99", *[""] * (len(rows[0]) - 1)])
    assert [each.register_id for each in _export(write_csv(rows, tmp_path / "a.csv")).records] == [
        *("0012", "V-99", "12", "V-7", "V-99", "V-7")
    ]


def test_trap_a_list_of_register_ids_alone_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(csv_text([["Register of people"], ["register_id"], ["0012"], ["12"], ["Total: 2"]]))
    assert [each.register_id for each in _export(path, snapshot_on=SNAPSHOT).records] == ["0012", "12"]
