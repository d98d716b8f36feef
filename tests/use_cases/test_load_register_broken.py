"""Every kind of broken export is answered with file, row, column, value and a plain reason; nothing is loaded."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from rso_planner.files.reject import ExtractRefusedError, Reject
from rso_planner.use_cases.load_register import load_register
from rso_planner.use_cases.recording import Asking
from tests.extracts import csv_text
from tests.registers import MAPPING_OF, Rows, column_of, good_rows, without, write_csv, write_workbook
from tests.use_cases.broken_register_cells import CELLS

Break = Callable[[Rows], Rows]

FILE = "register.csv"


def _blank(rows: Rows, *cells: str) -> list[str]:
    return [*cells, *[""] * (len(rows[0]) - len(cells))]


def _no_snapshot(rows: Rows) -> Rows:
    return without(rows, "snapshot_on")


def _set(row: int, column: str, value: str) -> Break:
    def put(rows: Rows) -> Rows:
        rows[row - 1][column_of(rows, column)] = value
        return rows

    return put


def _rename(old: str, new: str) -> Break:
    return lambda rows: [[new if cell == old else cell for cell in rows[0]], *rows[1:]]


_NO_HEADING = (
    "none of the first 20 rows is a heading: one cell of it is register_id, or what register-people.toml calls "
    "so: visor id, visor ref, visor ref., visor reference, visor no, visor number, register id, register number"
)
_TOO_FEW = "the row has 17 cells, the heading has 18; a text with a separator in it needs quotation marks"
_TOO_MANY = "the row has 19 cells, the heading has 18; a text with a separator in it needs quotation marks"
_NO_DIGIT = "it has no digit, unlike most others; it may be no identifier"
_EMPTY_ID = "register_id is empty; it must be filled in"

WHOLES: list[tuple[str, str, Break, Reject]] = [
    # -- headings
    ("no heading", "people", lambda rows: rows[1:], Reject(FILE, 0, "", "", _NO_HEADING)),
    (
        *("no column of register identifiers", "people"),
        lambda rows: without(rows, "register_id"),
        Reject(FILE, 0, "", "", _NO_HEADING),
    ),
    (
        *("a heading too far down", "people"),
        lambda rows: [*([["Register of people"]] * 20), *rows],
        Reject(FILE, 0, "", "", _NO_HEADING),
    ),
    (
        *("a heading twice", "people"),
        _rename("area", "risk_level"),
        Reject(FILE, 1, "risk_level", "risk_level", "the heading risk_level stands there twice"),
    ),
    (
        *("two headings for one field", "people"),
        lambda rows: [[], *_rename("area", "Current risk")(rows)],
        Reject(FILE, 2, "Current risk", "", "the columns risk_level and Current risk are both risk_level"),
    ),
    (
        *("assessments without a column of completion", "arms"),
        lambda rows: without(rows, "completed_date"),
        Reject(FILE, 1, "completed_on", "", "the heading completed_on is missing"),
    ),
    # -- rows that are neither records nor clearly something else
    (
        *("a row too short", "people"),
        lambda rows: [*rows[:2], rows[2][:-1], *rows[3:]],
        Reject(FILE, 3, "", "", _TOO_FEW),
    ),
    (
        *("a row too long", "people"),
        lambda rows: [*rows[:2], [*rows[2], "more"], *rows[3:]],
        Reject(FILE, 3, "", "", _TOO_MANY),
    ),
    (
        *("a record above the heading", "people"),
        lambda rows: [["Register of people"], rows[1], rows[0], *rows[2:]],
        Reject(FILE, 2, "", "", "the row stands above the heading and is filled like a record"),
    ),
    (
        *("a text alone among the records", "people"),
        lambda rows: [*rows[:2], _blank(rows, "People of the made-up unit"), *rows[2:]],
        Reject(FILE, 3, "register_id", "People of the made-up unit", _NO_DIGIT),
    ),
    (
        *("a note beside a column that is no identifier", "people"),
        lambda rows: [*rows[:2], _blank(rows, "", "", "", "Moved here"), *rows[2:]],
        Reject(FILE, 3, "register_id", "", _EMPTY_ID),
    ),
    (
        *("a word alone at the end", "people"),
        lambda rows: [*rows, _blank(rows, "Finished")],
        Reject(FILE, 6, "register_id", "Finished", _NO_DIGIT),
    ),
    (
        *("a note of two cells at the end", "people"),
        lambda rows: [*rows, _blank(rows, "Printed by", "a clerk")],
        Reject(FILE, 6, "register_id", "Printed by", _NO_DIGIT),
    ),
    (
        *("a note with commas and without quotation marks", "people"),
        lambda rows: [*rows, ["Not listed are the archived", " the deceased", " those who moved"]],
        Reject(
            *(FILE, 6, "", ""),
            "the row has 3 cells, the heading has 18; a text with a separator in it needs quotation marks",
        ),
    ),
    (
        *("a total with a name in it", "people"),
        lambda rows: [*rows, _blank(rows, "Total", "rso", "", "Zzample")],
        Reject(FILE, 6, "register_id", "Total", _NO_DIGIT),
    ),
    (
        *("a total that may be a person of that name", "people"),
        lambda _rows: [
            ["family_name", "register_id", "next_visit_due_on"],
            ["Total", "0012", ""],
            ["Zzed", "12", ""],
        ],
        Reject(FILE, 2, "", "", "the row reads like a total and has a register_id"),
    ),
    (
        *("a summary below the records", "people"),
        lambda rows: [*rows, [], _blank(rows, "High", "12"), _blank(rows, "Low", "30")],
        Reject(FILE, 7, "register_id", "High", _NO_DIGIT),
    ),
    (
        *("another heading below", "people"),
        lambda rows: [*rows, _blank(rows, "ViSOR Ref", "Type")],
        Reject(FILE, 6, "register_id", "ViSOR Ref", _NO_DIGIT),
    ),
    (
        *("identifiers only in the first of merged cells", "visits"),
        _set(5, "register_id", ""),
        Reject(FILE, 5, "register_id", "", _EMPTY_ID),
    ),
    # -- the day of the export
    (
        *("no day", "people"),
        _no_snapshot,
        Reject(FILE, 0, "", "", "the export does not say of which day it is; give it with --snapshot"),
    ),
    (
        *("a day that cannot be read", "people"),
        lambda rows: [["Report run on 20.11.2026"], *_no_snapshot(rows)],
        Reject(FILE, 0, "", "", "the export does not say of which day it is; give it with --snapshot"),
    ),
    (
        *("a day that is not in the calendar", "people"),
        lambda rows: [["Report run on 31/11/2026"], *_no_snapshot(rows)],
        Reject(FILE, 1, "", "Report run on 31/11/2026", "31/11/2026 is not a day in the calendar"),
    ),
    (
        *("a day of another continent", "people"),
        lambda rows: [["Report run on 11/20/2026"], *_no_snapshot(rows)],
        Reject(FILE, 1, "", "Report run on 11/20/2026", "11/20/2026 is not a day in the calendar"),
    ),
    (
        *("two days", "people"),
        lambda rows: [["Report run on 20/11/2026"], ["Report run on 19/11/2026"], *_no_snapshot(rows)],
        Reject(
            *(FILE, 2, "", "Report run on 19/11/2026"),
            "the export names two days, 20 November 2026 and 19 November 2026",
        ),
    ),
    (
        *("a day before there was a register", "people"),
        lambda rows: [["Report run on 20/11/1926"], *_no_snapshot(rows)],
        Reject(FILE, 0, "", "", "the day of the export, 20 November 1926, lies before the register began"),
    ),
    # -- nothing there
    (
        *("a heading alone", "people"),
        lambda rows: rows[:1],
        Reject(FILE, 0, "", "", "the export has no record; everybody would be missing from the register"),
    ),
    (
        *("titles alone", "people"),
        lambda _rows: [["Report run on 20/11/2026"], []],
        Reject(FILE, 0, "", "", _NO_HEADING),
    ),
]

BYTES: list[tuple[str, Callable[[str], bytes], Reject]] = [
    (
        "an empty file",
        lambda _: b"",
        Reject(FILE, 0, "", "", "the file is empty; it needs at least its heading"),
    ),
    (
        "blank lines alone",
        lambda _: b"\r\n\r\n,,,\r\n",
        Reject(FILE, 0, "", "", "the file is empty; it needs at least its heading"),
    ),
    (
        "NUL bytes",
        lambda text: text.encode().replace(b"Madeup", b"M\x00"),
        Reject(FILE, 0, "", "", "the file holds NUL bytes, so it is damaged or not a text file"),
    ),
    (
        "a picture",
        lambda _: b"\x89PNG\r\n\x1a\n1234",
        Reject(FILE, 0, "", "", "the file holds control signs, so it is damaged or not a text file"),
    ),
    (
        "a quotation mark never closed",
        lambda text: text.replace("O'Zample", '"O Zample').encode(),
        Reject(
            *(FILE, 3, "", ""),
            "the quotation marks do not pair up: one is opened and not closed, or a text follows a closing one",
        ),
    ),
    (
        "half a sign of UTF-16",
        lambda text: text.encode("utf-16")[:-1],
        Reject(
            *(FILE, 0, "", ""),
            "the file is not text in UTF-8, UTF-16 or Windows-1252 (it breaks at byte 1233)",
        ),
    ),
    (
        "separated by a sign that nobody uses",
        lambda text: text.replace(",", "|").encode(),
        Reject(FILE, 0, "", "", _NO_HEADING),
    ),
]

UNOPENED: list[tuple[str, bytes, str]] = [
    ("an old workbook", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, "has a password or is an old XLS file"),
    ("an archive", b"PK\x03\x04" + b"\x00" * 60, "is neither a CSV file nor an XLSX workbook"),
    ("a web page", b"\xef\xbb\xbf\n<html><table><tr><td>register_id</td></tr>", "is a web page or XML"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the good export of people."""
    folder = tmp_path_factory.mktemp("store")
    file = folder / "store.db"
    load_register(_asking(file), write_csv(good_rows("people"), folder / FILE))
    return file


def _asking(file: Path) -> Asking:
    return Asking(database_url=f"sqlite:///{file}", actor="tester", now=datetime(2026, 11, 23, 9, tzinfo=UTC))


def _check_refused(
    store: Path, path: Path, expected: Reject, name: str = "people", *, accepts_good_rows: bool = False
) -> None:
    before = store.read_bytes()
    outcome = load_register(
        _asking(store), path, mapping_name=MAPPING_OF[name], accepts_good_rows=accepts_good_rows
    )
    assert expected in outcome.rejects
    assert not outcome.is_loaded
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "row", "column", "value", "reason"), CELLS, ids=lambda part: str(part)[:24].strip()
)
def test_a_broken_cell_is_named_and_nothing_is_loaded(
    name: str, row: int, column: str, value: str, reason: str, tmp_path: Path, store: Path
) -> None:
    path = write_csv(_set(row, column, value)(good_rows(name)), tmp_path / FILE)
    _check_refused(store, path, Reject(FILE, row, column, value, reason), name)


@pytest.mark.parametrize(
    ("name", "do_break", "expected"), [case[1:] for case in WHOLES], ids=[case[0] for case in WHOLES]
)
def test_a_broken_export_is_named_and_nothing_is_loaded(
    name: str, do_break: Break, expected: Reject, tmp_path: Path, store: Path
) -> None:
    _check_refused(store, write_csv(do_break(good_rows(name)), tmp_path / FILE), expected, name)


@pytest.mark.parametrize(("spoil", "expected"), [case[1:] for case in BYTES], ids=[case[0] for case in BYTES])
def test_a_spoilt_file_is_refused_even_when_good_rows_are_accepted(
    spoil: Callable[[str], bytes], expected: Reject, tmp_path: Path, store: Path
) -> None:
    (tmp_path / FILE).write_bytes(spoil(csv_text(good_rows("people"))))
    _check_refused(store, tmp_path / FILE, expected, accepts_good_rows=True)


@pytest.mark.parametrize(("content", "words"), [case[1:] for case in UNOPENED], ids=[case[0] for case in UNOPENED])
def test_what_is_no_export_is_not_opened(content: bytes, words: str, tmp_path: Path, store: Path) -> None:
    (tmp_path / "register.xls").write_bytes(content)
    with pytest.raises(ExtractRefusedError, match=words):
        load_register(_asking(store), tmp_path / "register.xls")


def test_no_file_and_no_sheet_are_refused(tmp_path: Path, store: Path) -> None:
    with pytest.raises(ExtractRefusedError, match=r"nowhere\.csv cannot be opened"):
        load_register(_asking(store), tmp_path / "nowhere.csv")
    mapping = tmp_path / "mine.toml"
    mapping.write_text('layout = "people"\nsheet = "Nominals"\n')
    path = write_workbook(good_rows("people"), tmp_path / "register.xlsx")
    with pytest.raises(ExtractRefusedError, match="has no sheet Nominals; its sheets are Report"):
        load_register(_asking(store), path, mapping_name=str(mapping))


def test_there_are_at_least_sixty_kinds() -> None:
    assert len(CELLS) + len(WHOLES) + len(BYTES) + len(UNOPENED) >= 60


def test_all_problems_are_reported_in_one_go(tmp_path: Path, store: Path) -> None:
    rows = good_rows("people")
    for row, column, value in (
        (2, "risk_level", "severe"),
        (2, "last_visit_on", "2026-02-31"),
        (3, "status", "x"),
    ):
        rows = _set(row, column, value)(rows)
    rows[4] = rows[4][:-1]
    outcome = load_register(_asking(store), write_csv(rows, tmp_path / FILE))
    assert [(each.row, each.column) for each in outcome.rejects] == [
        (2, "last_visit_on"),
        (2, "risk_level"),
        (3, "status"),
        (5, ""),
    ]


def test_a_row_of_a_workbook_is_named_as_a_person_sees_it(tmp_path: Path, store: Path) -> None:
    rows = [["Register of people"], [], *_set(3, "risk_level", "severe")(good_rows("people"))]
    path = write_workbook(rows, tmp_path / "register.xlsx", is_typed=True)
    reason = "severe is not one of very_high, high, medium, low"
    _check_refused(store, path, Reject("register.xlsx", 5, "risk_level", "severe", reason))


def test_a_birthday_with_a_time_of_day_is_refused_in_a_workbook_too(tmp_path: Path, store: Path) -> None:
    path = tmp_path / "register.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for index, row in enumerate(good_rows("people")):
            sheet.write_row(index, 0, row)
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_datetime(1, 5, datetime.fromisoformat("1980-02-28T23:00"), moment)
    reason = "1980-02-28T23:00 has a time of day where a date alone belongs"
    _check_refused(store, path, Reject("register.xlsx", 2, "date_of_birth", "1980-02-28T23:00", reason))


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        ("register_id", "#N/A is what a spreadsheet shows where it has no value"),
        ("family_name", "#N/A is what a spreadsheet shows where it has no value"),
        ("next_visit_due_on", "#N/A is not a date written YYYY-MM-DD"),
        ("risk_level", "#N/A is not one of very_high, high, medium, low"),
    ],
)
def test_an_error_in_a_cell_of_a_workbook_is_not_an_empty_cell(
    column: str, reason: str, tmp_path: Path, store: Path
) -> None:
    rows = good_rows("people")
    path = tmp_path / "register.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Cover & more").write_formula(1, column_of(rows, "area"), "=1/0", None, "#DIV/0!")
        sheet = book.add_worksheet("Report & more")
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
        sheet.write_formula(1, column_of(rows, column), "=VLOOKUP(1,A:B,2)", None, "#N/A")
    mapping = tmp_path / "mine.toml"
    mapping.write_text('layout = "people"\nsheet = "report & more"\n')
    outcome = load_register(_asking(store), path, mapping_name=str(mapping))
    assert outcome.rejects == (Reject("register.xlsx", 2, column, "#N/A", reason),)
