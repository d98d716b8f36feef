"""Loading: layouts, encodings, rejects, repeated, newer and older extracts."""

import csv
import re
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.contract.extracts import Answer, Desk, Extract, tasks_of


def _force() -> Extract:
    extract = Extract()
    extract.officer("OM1")
    extract.officer("OM2")
    extract.person("0012", family_name="NA", seen="2026-05-01", officer_id="OM1")
    extract.person("2", risk_level="high", seen="2026-08-12", officer_id="OM2")
    extract.order("2", "SHPO", "2020-01-01", "2030-01-01")
    extract.event("2", "2026-11-12")
    extract.duty("OM1", "2026-11-23", "09:00", "17:00", 300)
    extract.duty("OM2", "2026-11-23", "09:00", "17:00", 300)
    return extract


def _due_of(desk: Desk, *path: str) -> Answer:
    desk.json("load", *path)
    return desk.json("due", "--weeks", "60")


def test_the_second_load_changes_nothing_and_says_so(desk: Desk) -> None:
    first = desk.load(_force())
    before = desk.json("due")
    second = desk.load(_force())
    assert (first["loaded"], first["changed"]) == (True, True)
    assert (second["loaded"], second["changed"]) == (True, False)
    assert desk.json("due") == before
    _, text, _ = desk.ask("load", str(desk.folder / "extract"))
    assert "nothing was changed" in text


def test_an_older_extract_is_refused_unless_forced(desk: Desk) -> None:
    desk.load(_force())
    older = Extract(extracted_on="2026-11-16", reviewed_on="2026-11-10")
    older.officer("OM1")
    older.person("0012", seen="2026-11-09", arms="2026-11-02")
    folder = str(older.write(desk.folder / "older"))
    code, out, errors = desk.ask("load", folder)
    assert (code, out) == (3, "")
    assert "older" in errors
    assert tasks_of(desk.json("due", "--weeks", "60"), "0012")["visit"] == "2026-11-01"
    assert desk.ask("load", folder, "--force")[0] == 0


def test_a_newer_extract_updates_and_keeps_the_history_and_the_missing_person(desk: Desk) -> None:
    desk.load(_force())
    newer = Extract(extracted_on="2026-11-30", reviewed_on="2026-11-27")
    newer.officer("OM1")
    newer.officer("OM2")
    newer.person("0012", seen="2026-11-25", risk_level="low", officer_id="OM1")
    loaded = desk.load(newer)
    assert loaded["missing_people"] == ["2"]
    answer = desk.json("due", "--weeks", "60")
    assert answer["as_of"] == "2026-11-30"
    assert answer["people"]["registered"] == 2
    assert tasks_of(answer, "0012")["visit"] == "2027-11-25"
    assert tasks_of(answer, "2")["visit"] == "2026-11-12"


def test_a_bad_row_stops_everything_and_names_file_row_column_value(desk: Desk) -> None:
    extract = _force()
    extract.rows["offenders"][1]["risk_level"] = "enormous"
    answer = desk.load(extract, expects=3)
    (reject,) = answer["rejects"]
    assert (reject["file"], reject["row"], reject["column"], reject["value"]) == (
        "offenders.csv",
        3,
        "risk_level",
        "enormous",
    )
    assert "very_high" in reject["reason"]
    assert answer["loaded"] is False
    assert desk.ask("due")[0] != 0


def test_the_good_rows_are_loaded_when_asked_and_the_others_counted(desk: Desk) -> None:
    extract = _force()
    extract.rows["offenders"][1]["risk_level"] = "enormous"
    answer = desk.load(extract, "--accept-good-rows")
    assert answer["left_out"]["offenders"] == 1
    # What belongs to the person who was left out cannot stay without them.
    assert answer["left_out"]["visits"] == 1
    assert desk.json("due")["people"]["registered"] == 1


def test_rejects_can_be_mended_and_loaded(desk: Desk) -> None:
    extract = _force()
    extract.rows["offenders"][1]["risk_level"] = "enormous"
    desk.load(extract, "--accept-good-rows")
    rejects = desk.folder / "rejects"
    for path in rejects.glob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8-sig").replace("enormous", "high"), encoding="utf-8")
    code, _, errors = desk.ask("load", str(rejects), "--rejects", str(desk.folder / "again"))
    assert code == 0, errors
    answer = desk.json("due", "--weeks", "60")
    assert answer["people"]["registered"] == 2
    assert tasks_of(answer, "2")["visit"] == "2026-11-12"


@pytest.mark.parametrize(
    ("table", "row", "cells", "column"),
    [
        ("visits", 0, {"offender_id": "12"}, "offender_id"),
        ("visits", 0, {"officer_id": "NOBODY"}, "officer_id"),
        ("visits", 1, {"visit_id": "V1"}, "visit_id"),
        ("offenders", 1, {"offender_id": "0012"}, "offender_id"),
        ("offenders", 0, {"easting": "0", "northing": "0"}, "easting"),
        ("offenders", 0, {"northing": ""}, "northing"),
        ("offenders", 0, {"easting": "900000"}, "easting"),
        ("offenders", 0, {"registered_on": "2026-02-30"}, "registered_on"),
        ("offenders", 0, {"registered_on": ""}, "registered_on"),
        ("offenders", 0, {"visit_interval": "soon"}, "visit_interval"),
        ("offenders", 0, {"no_fixed_abode": "perhaps"}, "no_fixed_abode"),
        ("orders", 0, {"made_on": "01/01/2020"}, "made_on"),
        ("events", 0, {"kind": "rumour"}, "kind"),
        ("duties", 0, {"officer_id": "OM9"}, "officer_id"),
        ("duties", 0, {"starts_at": "18:00"}, "starts_at"),
    ],
)
def test_references_duplicates_places_and_words_are_checked(
    desk: Desk, table: str, row: int, cells: dict[str, str], column: str
) -> None:
    extract = _force()
    extract.rows[table][row].update(cells)
    if table == "orders":
        extract.order("2", "SHPO", "2021-01-01", "2031-01-01")
    answer = desk.load(extract, expects=3)
    assert (f"{table}.csv", row + 2) in {(each["file"], each["row"]) for each in answer["rejects"]}
    named = {each["column"] for each in answer["rejects"]}
    assert column in named or {column, "easting", "ends_at"} & named


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_are_recognised(desk: Desk, encoding: str) -> None:
    extract = _force()
    extract.rows["offenders"][0]["family_name"] = "Zoë O’Madeup"
    folder = extract.write(desk.folder / "extract")
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text, encoding=encoding)
    desk.json("load", str(folder))
    assert desk.json("due")["people"]["registered"] == 2


def test_day_month_year_is_one_style_for_a_file(desk: Desk) -> None:
    extract = _force()
    expected = desk.due(extract)
    folder = extract.write(desk.folder / "extract")
    path = folder / "arms.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    for row in rows:
        for column in ("assessed_on", "completed_on"):
            year, month, day = row[column].split("-")
            row[column] = f"{day}/{month}/{year}"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    other = Desk(desk.folder / "other")
    other.folder.mkdir()
    assert _due_of(other, str(folder)) == expected


def test_a_workbook_says_what_the_csv_files_say(desk: Desk) -> None:
    expected = desk.due(_force())
    path = desk.folder / "extract.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in _force().tables().items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    other = Desk(desk.folder / "other")
    other.folder.mkdir()
    assert _due_of(other, str(path)) == expected


def test_a_mapping_reads_another_layout(desk: Desk) -> None:
    expected = desk.due(_force())
    folder = _force().write(desk.folder / "extract")
    path = folder / "offenders.csv"
    text = path.read_text(encoding="utf-8")
    text = text.replace("risk_level", "Risk band").replace(",high,", ",H,").replace(",medium,", ",M,")
    path.write_text(text, encoding="utf-8")
    mapping = desk.folder / "mapping.toml"
    mapping.write_text(
        '[offenders.columns]\n"Risk band" = "risk_level"\n'
        '[offenders.values.risk_level]\nH = "high"\nM = "medium"\n',
        encoding="utf-8",
    )
    other = Desk(desk.folder / "other")
    other.folder.mkdir()
    assert _due_of(other, str(folder), "--mapping", str(mapping)) == expected


def test_a_column_that_is_not_known_is_ignored_and_told_once(desk: Desk) -> None:
    extract = _force()
    for row in extract.rows["visits"]:
        row["weather"] = "rain"
    answer = desk.load(extract)
    assert answer["ignored_columns"] == [{"file": "visits.csv", "column": "weather"}]
    _, _, errors = desk.ask("load", str(desk.folder / "extract"))
    assert errors.count("weather") == 1


def test_a_missing_file_is_named(desk: Desk) -> None:
    folder = _force().write(desk.folder / "extract")
    (folder / "offenders.csv").unlink()
    code, _, errors = desk.ask("load", str(folder), "--rejects", str(desk.folder / "rejects"))
    assert code == 3
    assert "offenders" in errors


def test_a_refused_load_leaves_the_store_as_it_was(desk: Desk) -> None:
    desk.load(_force())
    before = desk.json("due")
    newer = _force()
    newer.extracted_on = "2026-11-24"
    newer.rows["offenders"][0]["status"] = "gone fishing"
    desk.load(newer, expects=3)
    assert desk.json("due") == before


def test_the_extract_may_lie_anywhere(desk: Desk, tmp_path: Path) -> None:
    folder = _force().write(desk.folder / "extract")
    moved = shutil.copytree(folder, tmp_path / "Zoë's extract, new")
    assert _due_of(desk, str(moved))["people"]["registered"] == 2


def test_history_that_a_newer_extract_no_longer_holds_is_kept(desk: Desk) -> None:
    desk.load(_force())
    newer = Extract(extracted_on="2026-11-30", reviewed_on="2026-11-20")
    newer.officer("OM1")
    newer.officer("OM2")
    newer.person("0012", seen="", arms="", officer_id="OM1")
    newer.person("2", risk_level="high", seen="", arms="", officer_id="OM2")
    desk.load(newer)
    answer = desk.json("due", "--weeks", "60")
    assert tasks_of(answer, "0012")["visit"] == "2026-11-01"
    assert tasks_of(answer, "2")["arms"] == "2026-11-26"
    assert answer["orders"] == 1


def test_a_workbook_with_real_dates_numbers_and_truth_values_says_the_same(desk: Desk) -> None:
    expected = desk.due(_force())
    path = desk.folder / "native.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in _force().tables().items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    _put_native(book, sheet, (number, column), cell)
    other = Desk(desk.folder / "other")
    other.folder.mkdir()
    assert _due_of(other, str(path)) == expected


def _put_native(book: Any, sheet: Any, at: tuple[int, int], cell: str) -> None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        sheet.write_datetime(*at, datetime.fromisoformat(cell), book.add_format({"num_format": "dd/mm/yyyy"}))
    elif re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", cell):
        sheet.write_datetime(
            *at, datetime.fromisoformat(cell), book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        )
    elif cell in {"yes", "no"}:
        sheet.write_boolean(*at, cell == "yes")
    elif cell.isdigit() and not cell.startswith("0"):
        sheet.write_number(*at, float(cell))
    else:
        sheet.write_string(*at, cell)
