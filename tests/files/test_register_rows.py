"""What a report adds to its records for those who read it is skipped and counted, and nothing else is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rso_planner.domain.register_record import RegisterExport
from rso_planner.files.register_mapping import read_register_mapping, register_mapping_path
from rso_planner.files.register_reading import RegisterReading, read_register
from rso_planner.files.register_rows import RowKind
from tests.registers import Rows, column_of, good_rows, write_csv, write_workbook

Dress = Callable[[Rows], Rows]


def _read(path: Path) -> RegisterReading:
    return read_register(path, read_register_mapping(register_mapping_path("register-people")))


def _unnumbered(export: RegisterExport | None) -> RegisterExport | None:
    return export and replace(export, records=tuple(replace(each, row=0) for each in export.records))


def _british(rows: Rows) -> Rows:
    def turned(cell: str) -> str:
        is_day = cell[4:5] == cell[7:8] == "-"
        return f"{cell[8:]}/{cell[5:7]}/{cell[:4]}" if is_day else cell

    return [[turned(cell) for cell in row] for row in rows]


def _with_times(rows: Rows) -> Rows:
    for row in rows[1:]:
        for heading, time in {
            "last_visit_on": " 14:05",
            "next_visit_due_on": "T00:00:00",
            "date_of_birth": " 00:00:00",
            "last_arms_on": " 09:30:00.0",
        }.items():
            index = column_of(rows, heading)
            row[index] += time if row[index] else ""
    return rows


def _human_headings(rows: Rows) -> Rows:
    words = {
        "register_id": "VISOR  Ref",
        "family_name": "Surname ",
        "given_names": "forename(s)",
        "date_of_birth": "D.O.B.",
        "risk_level": "Current\nrisk level",
        "next_visit_due_on": "Next visit due date",
    }
    return [[words.get(cell, cell) for cell in rows[0]], *rows[1:]]


def _human_values(rows: Rows) -> Rows:
    words = {
        "rso": "Registered Sex Offender",
        "very_high": "VERY  HIGH",
        "custody": "In custody",
        "community": "In the community",
        "1 month": "Monthly",
        "active": "Active",
    }
    return [rows[0], *([words.get(cell, cell) for cell in row] for row in rows[1:])]


def _pages(rows: Rows) -> Rows:
    width = len(rows[0])
    title = ["Register of people", *[""] * (width - 2), "Page 1 of 2"]
    return [
        title,
        rows[0],
        *rows[1:3],
        [],
        [*title[:-1], "Page 2 of 2"],
        [cell.upper() for cell in rows[0]],
        *rows[3:],
    ]


def _totals_by_area(rows: Rows) -> Rows:
    width = len(rows[0])
    return [
        *rows[:2],
        ["Sub-total: Madeup", *[""] * (width - 1)],
        *rows[2:],
        ["", "", "Total", *[""] * (width - 4), "98"],
        ["Grand total", "4", *[""] * (width - 3), "1,234"],
        ["Number of records: 4"],
        ["4 rows selected."],
    ]


def _marked(rows: Rows) -> Rows:
    return [
        ["OFFICIAL-SENSITIVE"],
        *rows[:3],
        ["OFFICIAL - SENSITIVE", "", "Page 3"],
        ["=" * 12, "-" * 3],
        *rows[3:],
        ["*** End of report ***"],
    ]


def _notes(rows: Rows) -> Rows:
    width = len(rows[0])
    return [
        *rows,
        [],
        ["Archived people are not listed."],
        [*[""] * (width - 1), "Printed by a made-up clerk"],
        ["Report run on 19/11/2026 at 08:15"],
    ]


UGLY: list[tuple[str, Dress, dict[RowKind, int]]] = [
    ("British dates", _british, {}),
    ("times of day beside dates", _with_times, {}),
    ("British dates and times", lambda rows: _with_times(_british(rows)), {}),
    ("headings as people write them", _human_headings, {}),
    ("values as people write them", _human_values, {}),
    ("headings in capitals", lambda rows: [[cell.upper() for cell in rows[0]], *rows[1:]], {}),
    ("columns the other way round", lambda rows: [row[::-1] for row in rows], {}),
    (
        "titles above the heading",
        lambda rows: [["Register of people"], ["Force", "Madeup"], ["", "Made-up unit"], [], *rows],
        {RowKind.TITLE: 3, RowKind.BLANK: 1},
    ),
    (
        "a heading above several columns",
        lambda rows: [["Person", *[""] * 11, "Visits", "", "", "ARMS"], *rows],
        {RowKind.TITLE: 1},
    ),
    ("a spreadsheet's hint", lambda rows: [["sep=,"], *rows], {RowKind.TITLE: 1}),
    ("pages", _pages, {RowKind.TITLE: 2, RowKind.HEADING: 1, RowKind.BLANK: 1}),
    ("totals", _totals_by_area, {RowKind.TOTAL: 5}),
    ("protective marking", _marked, {RowKind.TITLE: 1, RowKind.NOTE: 3}),
    ("notes at the end", _notes, {RowKind.BLANK: 1, RowKind.NOTE: 3}),
    ("blank rows everywhere", lambda rows: [each for row in rows for each in ([], [], row)], {RowKind.BLANK: 10}),
    ("separators at every end", lambda rows: [[*row, "", ""] for row in rows], {}),
    ("separators at some ends", lambda rows: [rows[0], *([*row, ""] for row in rows[1:])], {}),
    ("spaces around cells", lambda rows: [[f"  {cell}\xa0" for cell in row] for row in rows], {}),
    ("a column nobody knows, twice", lambda rows: [[*row, "Notes", "Notes"] for row in rows], {}),
]


@pytest.mark.parametrize(("dress", "skipped"), [each[1:] for each in UGLY], ids=[each[0] for each in UGLY])
@pytest.mark.parametrize("is_workbook", [False, True])
def test_an_ugly_export_is_read_like_a_plain_one(
    dress: Dress, skipped: dict[RowKind, int], is_workbook: bool, tmp_path: Path
) -> None:
    rows = dress(good_rows("people"))
    write = write_workbook if is_workbook else write_csv
    reading = _read(write(rows, tmp_path / "register.export"))
    good = _read(write_csv(good_rows("people"), tmp_path / "good.csv")).export
    assert reading.rejects == ()
    assert reading.export is not None
    assert _unnumbered(reading.export) == _unnumbered(good)
    assert reading.skipped == skipped


def test_rows_are_counted_as_a_person_sees_them(tmp_path: Path) -> None:
    rows = _pages(good_rows("people"))
    export = _read(write_csv(rows, tmp_path / "register.csv")).export
    assert export is not None
    assert [each.row for each in export.records] == [3, 4, 8, 9]


@pytest.mark.parametrize(
    ("total", "notices"),
    [
        ("Total: 5", ("The export's own total is 5; 4 rows were found.",)),
        # Rows, people and visits outstanding are all counted by some report.
        *((f"Total {count}", ()) for count in (4, 3, 1)),
        ("Total", ()),
    ],
)
def test_a_total_that_does_not_fit_is_told(total: str, notices: tuple[str, ...], tmp_path: Path) -> None:
    assert _read(write_csv([*good_rows("people"), [total]], tmp_path / "register.csv")).notices == notices
