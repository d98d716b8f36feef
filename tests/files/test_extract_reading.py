"""Reading a good extract in every form in which systems and spreadsheets write it."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from rso_planner.domain.force import Force
from rso_planner.domain.interval import read_interval
from rso_planner.domain.place import Place
from rso_planner.files.cells import find_date_style
from rso_planner.files.extract_layout import TABLE_BY_NAME
from rso_planner.files.extract_reading import read_extract
from rso_planner.files.extract_writing import write_extract
from rso_planner.files.reject import ExtractRefusedError
from tests.extracts import Tables, csv_text, good_tables, set_cell, write_good_extract, write_tables


def _read(folder: Path) -> Force:
    reading = read_extract(folder)
    assert reading.rejects == ()
    assert reading.force is not None
    return reading.force


@pytest.fixture
def good(tmp_path: Path) -> Force:
    return _read(write_good_extract(tmp_path / "good"))


def test_the_good_extract_is_read_as_it_is_written(good: Force) -> None:
    first, second, third = good.cases
    assert (first.offender.offender_id, third.offender.offender_id) == ("0001", "12")
    assert first.offender.family_name == "NA"
    assert first.offender.date_of_birth == date(1980, 2, 29)
    assert first.offender.place == Place(335000, 390000)
    assert first.offender.notification_indefinite
    assert first.offender.visit_interval == read_interval("6 weeks")
    assert first.offender.visit_not_after == time(19, 30)
    assert first.offender.no_fixed_abode is False
    assert second.offender.no_fixed_abode is None
    assert third.offender.family_name is None
    assert [visit.started_at for visit in first.visits] == [
        datetime.fromisoformat("2026-10-01T10:15"),
        datetime.fromisoformat("2026-11-02T18:05"),
    ]
    assert second.assessments[0].completed_on is None
    assert [officer.may_lead for officer in good.officers] == [True, True, False]
    assert [absence.share for absence in good.absences] == [0.5, 1.0]
    assert good.travel_minutes == {("OM1", "0001"): 12, ("0001", "0002"): 9}
    assert first.events_complete_from == date(2020, 1, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators_are_recognised(
    encoding: str, separator: str, good: Force, tmp_path: Path
) -> None:
    for name, rows in good_tables().items():
        text = csv_text(rows, separator).replace("\n", "\r\n")
        (tmp_path / f"{name.upper()}.CSV").write_bytes(text.encode(encoding))
    assert _read(tmp_path) == good


def test_british_dates_are_one_style_of_the_file(good: Force, tmp_path: Path) -> None:
    tables = good_tables()
    for name, rows in tables.items():
        tables[name] = [[_british(cell) for cell in row] for row in rows]
    assert _read(write_tables(tables, tmp_path)) == good


def _british(cell: str) -> str:
    if find_date_style(cell) is None:
        return cell
    year, month, day = cell[:10].split("-")
    return f"{day}/{month}/{year}{cell[10:]}"


def test_the_optional_files_and_all_rows_but_the_extracts_may_be_missing(tmp_path: Path) -> None:
    tables = {name: rows if name == "extract" else rows[:1] for name, rows in good_tables().items()}
    del tables["separations"], tables["travel"]
    reading = read_extract(write_tables(tables, tmp_path))
    assert reading.force is not None
    assert reading.force.cases == ()
    assert reading.absent_tables == {"separations", "travel"}


def test_extra_columns_are_ignored_and_reported_once(good: Force, tmp_path: Path) -> None:
    tables = good_tables()
    tables["visits"] = [[*row, "x", "y"] for row in tables["visits"]]
    tables["visits"][0][-2:] = ["Notes", "rejected_because"]
    reading = read_extract(write_tables(tables, tmp_path))
    assert reading.force == good
    assert reading.ignored_columns == (("visits.csv", "Notes"),)


def test_columns_may_stand_in_any_order_and_optional_ones_may_be_missing(good: Force, tmp_path: Path) -> None:
    tables = good_tables()
    tables["offenders"] = [row[::-1] for row in tables["offenders"]]
    index = tables["duties"][0].index("plannable_minutes")
    assert index == 4
    tables["events"] = [row[:-1] for row in tables["events"]]
    force = _read(write_tables(tables, tmp_path))
    assert [case.offender for case in force.cases] == [case.offender for case in good.cases]
    assert {event.source for case in force.cases for event in case.events} == {None}


def test_rows_are_counted_as_a_person_sees_them(tmp_path: Path) -> None:
    tables = good_tables()
    set_cell(tables, "events", 2, "source", "two\nlines")
    tables["events"].insert(2, [""] * 6)
    set_cell(tables, "events", 4, "kind", "rumour")
    (reject,) = read_extract(write_tables(tables, tmp_path)).rejects
    assert (reject.row, reject.value) == (4, "rumour")


def test_most_dates_of_a_file_say_which_ones_deviate(tmp_path: Path) -> None:
    tables = good_tables()
    set_cell(tables, "duties", 2, "date", "23/11/2026")
    (reject,) = read_extract(write_tables(tables, tmp_path)).rejects
    assert (reject.row, reject.value) == (2, "23/11/2026")


def test_what_only_just_holds_is_accepted(tmp_path: Path) -> None:
    tables = good_tables()
    set_cell(tables, "events", 2, "occurred_on", "2026-11-23")
    set_cell(tables, "visits", 3, "started_at", "2026-11-23T23:59")
    set_cell(tables, "visits", 2, "recorded_at", "2026-10-01T10:15")
    set_cell(tables, "extract", 2, "events_complete_from", "2026-11-23")
    set_cell(tables, "duties", 2, "plannable_minutes", "480")
    tables["duties"].append(["OM1", "2026-11-23", "16:00", "18:00", "60"])
    tables["orders"][2][4] = "2024-07-07"
    assert _read(write_tables(tables, tmp_path)).cases[0].events[0].occurred_on == date(2026, 11, 23)


def test_every_duty_that_overlaps_a_longer_one_is_named_once(tmp_path: Path) -> None:
    tables = good_tables()
    tables["duties"] += [
        ["OM1", "2026-11-23", "09:00", "10:00", "30"],
        ["OM1", "2026-11-23", "11:00", "12:00", "30"],
        ["OM1", "2026-11-24", "13:00", "21:00", "200"],
    ]
    rejects = read_extract(write_tables(tables, tmp_path)).rejects
    assert [(each.row, each.reason) for each in rejects] == [
        (5, "it overlaps the officer's duty in row 2"),
        (6, "it overlaps the officer's duty in row 2"),
        (7, "row 3 is the same row already"),
    ]


# ---- workbooks


def _write_workbook(tables: Tables, path: Path, *, typed: bool) -> Path:
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        hour = book.add_format({"num_format": "hh:mm"})
        for name, rows in tables.items():
            sheet = book.add_worksheet(name.title())
            for index, row in enumerate(rows):
                for column, cell in enumerate(row):
                    kind = rows[0][column]
                    if not typed or index == 0 or not cell or cell == "indefinite":
                        sheet.write_string(index, column, cell)
                    elif kind.endswith(("_at", "not_before", "not_after")) and "T" not in cell:
                        sheet.write_datetime(index, column, time.fromisoformat(cell), hour)
                    elif kind.endswith("_at"):
                        sheet.write_datetime(index, column, datetime.fromisoformat(cell), moment)
                    elif find_date_style(cell):
                        sheet.write_datetime(index, column, date.fromisoformat(cell), day)
                    elif cell.isdigit() and not cell.startswith("0"):
                        sheet.write_number(index, column, float(cell))
                    else:
                        sheet.write_string(index, column, cell)
    return path


@pytest.mark.parametrize("typed", [False, True])
def test_a_workbook_is_read_like_the_folder(typed: bool, good: Force, tmp_path: Path) -> None:
    assert _read(_write_workbook(good_tables(), tmp_path / "extract.xlsx", typed=typed)) == good


def test_a_row_of_a_workbook_is_named_by_sheet_and_row(tmp_path: Path) -> None:
    tables = good_tables()
    set_cell(tables, "orders", 3, "kind", "ASBO")
    del tables["events"]
    rejects = read_extract(_write_workbook(tables, tmp_path / "extract.xlsx", typed=True)).rejects
    assert [(each.file, each.row, each.value) for each in rejects] == [("Orders", 3, "ASBO"), ("events", 0, "")]


def test_a_time_of_day_in_a_date_cell_is_refused(tmp_path: Path) -> None:
    tables = good_tables()
    path = tmp_path / "extract.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in tables.items():
            sheet = book.add_worksheet(name)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)
            if name == "arms":
                moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
                sheet.write_datetime(1, 2, datetime.fromisoformat("2026-01-10T09:30"), moment)
    (reject,) = read_extract(path).rejects
    assert reject.reason == "2026-01-10T09:30 has a time of day where a date alone belongs"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "neither a folder of CSV files nor an XLSX workbook"),
        (b"offender_id,family_name\n", "neither a folder of CSV files nor an XLSX workbook"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, "has a password or is an old XLS file"),
    ],
)
def test_what_is_no_workbook_is_refused(content: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "extract.xlsx"
    path.write_bytes(content)
    with pytest.raises(ExtractRefusedError, match=words):
        read_extract(path)


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = _write_workbook(good_tables(), tmp_path / "extract.xlsx", typed=False)
    content = path.read_bytes()
    start = content.index(b"xl/worksheets/sheet2.xml")
    path.write_bytes(content[: start + 40] + b"\xff" * 200 + content[start + 240 :])
    with pytest.raises(ExtractRefusedError, match="is damaged"):
        read_extract(path)


def test_no_extract_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExtractRefusedError, match="There is no folder or file nowhere"):
        read_extract(tmp_path / "nowhere")
    with pytest.raises(ExtractRefusedError, match="holds none of the files of an extract"):
        read_extract(tmp_path)


# ---- traps


@pytest.mark.parametrize("surname", ["NA", "N/A", "null", "None", "nan", "True", "Inf"])
def test_trap_a_surname_that_looks_like_a_missing_value_stays_a_surname(surname: str, tmp_path: Path) -> None:
    tables = good_tables()
    set_cell(tables, "offenders", 2, "family_name", surname)
    folder, book = write_tables(tables, tmp_path / "csv"), tmp_path / "extract.xlsx"
    for path in (folder, _write_workbook(tables, book, typed=False)):
        force = read_extract(path).force
        assert force is not None
        assert force.cases[0].offender.family_name == surname


def test_trap_0012_and_12_are_two_people(tmp_path: Path) -> None:
    tables = good_tables()
    tables["offenders"].append(["0012", *tables["offenders"][3][1:]])
    folder, book = write_tables(tables, tmp_path / "csv"), tmp_path / "extract.xlsx"
    for path in (folder, _write_workbook(tables, book, typed=True)):
        force = read_extract(path).force
        assert force is not None
        assert [case.offender.offender_id for case in force.cases] == ["0001", "0002", "0012", "12"]


def test_trap_default_coordinates_are_never_a_home(tmp_path: Path) -> None:
    tables = good_tables()
    for column in ("easting", "northing"):
        set_cell(tables, "offenders", 2, column, "0")
    reading = read_extract(write_tables(tables, tmp_path), accept_good_rows=True)
    assert reading.force is not None
    assert "0001" not in {case.offender.offender_id for case in reading.force.cases}


# ---- accepting good rows


def test_rows_that_refer_to_a_rejected_row_are_left_out_too(tmp_path: Path) -> None:
    tables = good_tables()
    set_cell(tables, "offenders", 2, "risk_level", "severe")
    reading = read_extract(write_tables(tables, tmp_path), accept_good_rows=True)
    assert reading.force is not None
    assert [case.offender.offender_id for case in reading.force.cases] == ["0002", "12"]
    assert reading.left_out == {
        "offenders": 1,
        "visits": 2,
        "arms": 1,
        "orders": 1,
        "events": 1,
        "separations": 1,
        "travel": 2,
    }
    reasons = {reject.reason for reject in reading.rejects if reject.file != "offenders.csv"}
    assert reasons == {"it refers to 0001, whose own row was left out"}


def test_leaving_out_follows_an_officer_to_the_officers_people(tmp_path: Path) -> None:
    tables = good_tables()
    set_cell(tables, "officers", 3, "contracted_hours", "many")
    reading = read_extract(write_tables(tables, tmp_path), accept_good_rows=True)
    assert reading.force is not None
    assert [case.offender.offender_id for case in reading.force.cases] == ["0001", "12"]
    assert [visit.visit_id for visit in reading.force.cases[0].visits] == ["V2"]
    assert [duty.officer_id for duty in reading.force.duties] == ["OM1", "OM1"]


def test_of_two_different_rows_with_one_identifier_neither_is_taken(tmp_path: Path) -> None:
    tables = good_tables()
    tables["offenders"].append(list(tables["offenders"][3]))
    set_cell(tables, "offenders", 5, "risk_level", "low")
    reading = read_extract(write_tables(tables, tmp_path), accept_good_rows=True)
    assert reading.force is not None
    assert [case.offender.offender_id for case in reading.force.cases] == ["0001", "0002"]
    assert reading.left_out["offenders"] == 2


# ---- writing and reading again

_TEXTS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12
).filter(lambda text: text == text.strip() and text != "")


@settings(max_examples=60, deadline=None)
@given(names=st.lists(_TEXTS, min_size=3, max_size=3), source=_TEXTS)
def test_reading_gives_back_what_writing_was_given(
    names: list[str], source: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tables = good_tables()
    for row, _name in enumerate(names, start=2):
        set_cell(tables, "offenders", row, "family_name", "x")
        set_cell(tables, "officers", row, "name", "x")
    folder = tmp_path_factory.mktemp("again")
    force = _with_texts(_read(write_tables(tables, folder / "first")), names, source)
    write_extract(force, folder / "second")
    assert _read(folder / "second") == force


def _with_texts(force: Force, names: list[str], source: str) -> Force:
    from dataclasses import replace

    return replace(
        force,
        cases=tuple(
            replace(
                case,
                offender=replace(case.offender, family_name=name),
                events=tuple(replace(event, source=source) for event in case.events),
            )
            for case, name in zip(force.cases, names, strict=True)
        ),
        officers=tuple(replace(officer, name=name) for officer, name in zip(force.officers, names, strict=True)),
    )


def test_the_same_force_is_the_same_bytes(good: Force, tmp_path: Path) -> None:
    write_extract(good, tmp_path / "one")
    write_extract(good, tmp_path / "two")
    for name in TABLE_BY_NAME:
        content = (tmp_path / "one" / f"{name}.csv").read_bytes()
        assert content == (tmp_path / "two" / f"{name}.csv").read_bytes()
        assert b"\r" not in content
        assert not content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@cmd", "'=1+1", "''=x", "'tis"])
def test_no_written_cell_is_a_formula_and_the_text_comes_back(text: str, good: Force, tmp_path: Path) -> None:
    force = _with_texts(good, [text] * 3, text)
    write_extract(force, tmp_path)
    written = (tmp_path / "officers.csv").read_text(encoding="utf-8")
    assert not any(cell[:1] in "=+-@" for line in written.splitlines() for cell in line.split(",") if cell)
    assert _read(tmp_path) == force
