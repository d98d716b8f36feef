"""Every kind of broken extract is answered with file, row, column, value and a plain reason; nothing is loaded."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rso_planner.files.reject import Reject
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.recording import Asking
from tests.extracts import Tables, csv_text, good_tables, set_cell, write_good_extract, write_tables
from tests.use_cases.broken_cells import CELLS

Break = Callable[[Tables], object]


def repeat(table: str, row: int) -> Break:
    return lambda tables: tables[table].append(list(tables[table][row - 1]))


def _both_zero(tables: Tables) -> None:
    set_cell(tables, "offenders", 2, "easting", "0")
    set_cell(tables, "offenders", 2, "northing", "0")


def _overlap(tables: Tables) -> None:
    tables["duties"].append(["OM1", "2026-11-23", "15:59", "18:00", "60"])


def _turned_separation(tables: Tables) -> None:
    tables["separations"] += [["officers", "OM1", "OM2"], ["officers", "OM2", "OM1"]]


def _with_oneself(tables: Tables) -> None:
    tables["separations"].append(["officers", "OM1", "OM1"])


def _officer_named_as_offender(tables: Tables) -> None:
    tables["officers"].append(["0002", *tables["officers"][1][1:]])


def _drop_column(table: str, column: str) -> Break:
    def drop(tables: Tables) -> None:
        index = tables[table][0].index(column)
        for row in tables[table]:
            del row[index]

    return drop


WHOLES: list[tuple[str, Break, Reject]] = [
    (
        "the same row twice",
        repeat("offenders", 3),
        Reject("offenders.csv", 5, "offender_id", "0002", "row 3 is the same row already"),
    ),
    (
        "two absences alike",
        repeat("absences", 2),
        Reject("absences.csv", 4, "from", "2026-11-30", "row 2 is the same row already"),
    ),
    (
        "the same way twice",
        lambda tables: tables["travel"].append(["OM1", "0001", "13"]),
        Reject("travel.csv", 4, "to_id", "0001", "row 2 has the same from_id and to_id"),
    ),
    (
        "a separation the other way round",
        _turned_separation,
        Reject("separations.csv", 4, "first_id", "OM2", "row 3 has the same kind and first_id and second_id"),
    ),
    (
        "kept apart from oneself",
        _with_oneself,
        Reject("separations.csv", 3, "second_id", "OM1", "nobody can be kept apart from themselves"),
    ),
    (
        "default coordinates",
        _both_zero,
        Reject(
            *("offenders.csv", 2, "easting", "0"),
            "0,0 is the default of a system, not a place; leave both empty",
        ),
    ),
    (
        "overlapping duties",
        _overlap,
        Reject("duties.csv", 5, "starts_at", "15:59", "it overlaps the officer's duty in row 2"),
    ),
    (
        "one identifier for two",
        _officer_named_as_offender,
        Reject("travel.csv", 3, "to_id", "0002", "0002 is both an officer and an offender"),
    ),
    (
        "a required heading missing",
        _drop_column("visits", "officer_id"),
        Reject("visits.csv", 1, "officer_id", "", "the heading officer_id is missing"),
    ),
    (
        "a heading missing that a row is checked by",
        _drop_column("arms", "assessed_on"),
        Reject("arms.csv", 1, "assessed_on", "", "the heading assessed_on is missing"),
    ),
    (
        "a heading twice",
        lambda tables: tables["arms"].__setitem__(0, [*tables["arms"][0][:-1], "priority"]),
        Reject("arms.csv", 1, "priority", "priority", "the heading priority stands there twice"),
    ),
    (
        "a row too short",
        lambda tables: tables["events"][1].pop(),
        Reject(
            *("events.csv", 2, "", ""),
            "the row has 5 cells, the heading has 6; a text with a separator in it needs quotation marks",
        ),
    ),
    (
        "a row too long",
        lambda tables: tables["events"][2].append("more"),
        Reject(
            *("events.csv", 3, "", ""),
            "the row has 7 cells, the heading has 6; a text with a separator in it needs quotation marks",
        ),
    ),
    (
        "a file missing",
        lambda tables: tables.__delitem__("absences"),
        Reject(
            *("absences.csv", 0, "", ""),
            "the extract has no such file; where there is nothing to tell, it holds its heading alone",
        ),
    ),
    (
        "no row in extract",
        lambda tables: tables["extract"].pop(),
        Reject("extract.csv", 0, "", "", "the file has no row; it needs exactly one"),
    ),
    (
        "two rows in extract",
        repeat("extract", 2),
        Reject("extract.csv", 3, "", "", "the file has more than one row; it needs exactly one"),
    ),
]

BYTES: list[tuple[str, str, Callable[[str], bytes], Reject]] = [
    (
        "an empty file",
        "orders",
        lambda _: b"",
        Reject("orders.csv", 0, "", "", "the file is empty; it needs at least its heading"),
    ),
    (
        "NUL bytes",
        "orders",
        lambda text: text.encode().replace(b"SHPO", b"SH\x00O"),
        Reject("orders.csv", 0, "", "", "the file holds NUL bytes, so it is damaged or not a text file"),
    ),
    (
        "a picture",
        "orders",
        lambda _: b"\x89PNG\r\n\x1a\n1234",
        Reject("orders.csv", 0, "", "", "the file holds control signs, so it is damaged or not a text file"),
    ),
    (
        "half a sign of UTF-16",
        "orders",
        lambda text: text.encode("utf-16")[:-1],
        Reject(
            *("orders.csv", 0, "", ""),
            "the file is not text in UTF-8, UTF-16 or Windows-1252 (it breaks at byte 249)",
        ),
    ),
    (
        "a quotation mark never closed",
        "events",
        lambda text: text.replace("Made-up", '"Made-up').encode(),
        Reject(
            *("events.csv", 2, "", ""),
            "the quotation marks do not pair up: one is opened and not closed, or a text follows a closing one",
        ),
    ),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the good extract."""
    folder = tmp_path_factory.mktemp("store")
    file = folder / "store.db"
    load_extract(_asking(file), write_good_extract(folder / "extract"))
    return file


def _asking(file: Path) -> Asking:
    return Asking(database_url=f"sqlite:///{file}", actor="tester", now=datetime(2026, 11, 23, 9, tzinfo=UTC))


def _check_refused(store: Path, extract: Path, expected: Reject, accepts_good_rows: bool = False) -> None:
    before = store.read_bytes()
    outcome = load_extract(_asking(store), extract, accepts_good_rows=accepts_good_rows)
    assert expected in outcome.rejects
    assert not outcome.is_loaded
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "reason"), CELLS, ids=lambda part: str(part)[:24].strip()
)
def test_a_broken_cell_is_named_and_nothing_is_loaded(
    table: str, row: int, column: str, value: str, reason: str, tmp_path: Path, store: Path
) -> None:
    tables = good_tables()
    set_cell(tables, table, row, column, value)
    shown = value.strip()
    _check_refused(store, write_tables(tables, tmp_path), Reject(f"{table}.csv", row, column, shown, reason))


@pytest.mark.parametrize(("do_break", "expected"), [case[1:] for case in WHOLES], ids=[case[0] for case in WHOLES])
def test_a_broken_table_is_named_and_nothing_is_loaded(
    do_break: Break, expected: Reject, tmp_path: Path, store: Path
) -> None:
    tables = good_tables()
    do_break(tables)
    _check_refused(store, write_tables(tables, tmp_path), expected)


@pytest.mark.parametrize(
    ("table", "spoil", "expected"), [case[1:] for case in BYTES], ids=[case[0] for case in BYTES]
)
def test_a_spoilt_file_is_refused_even_when_good_rows_are_accepted(
    table: str, spoil: Callable[[str], bytes], expected: Reject, tmp_path: Path, store: Path
) -> None:
    write_good_extract(tmp_path)
    (tmp_path / f"{table}.csv").write_bytes(spoil(csv_text(good_tables()[table])))
    _check_refused(store, tmp_path, expected, accepts_good_rows=True)


def test_there_are_at_least_sixty_kinds() -> None:
    assert len(CELLS) + len(WHOLES) + len(BYTES) >= 60


def test_all_problems_of_all_files_are_reported_in_one_go(tmp_path: Path, store: Path) -> None:
    tables = good_tables()
    for _, do_break, _ in WHOLES[:6]:
        do_break(tables)
    set_cell(tables, "visits", 2, "outcome", "home")
    set_cell(tables, "visits", 2, "started_at", "2026-10-32T10:00")
    outcome = load_extract(_asking(store), write_tables(tables, tmp_path))
    found = [(reject.file, reject.row, reject.column) for reject in outcome.rejects]
    assert found == [
        ("offenders.csv", 2, "easting"),
        ("offenders.csv", 5, "offender_id"),
        ("visits.csv", 2, "outcome"),
        ("visits.csv", 2, "started_at"),
        ("absences.csv", 4, "from"),
        ("separations.csv", 3, "first_id"),
        ("separations.csv", 4, "first_id"),
        ("separations.csv", 5, "second_id"),
        ("travel.csv", 2, "to_id"),
        ("travel.csv", 4, "to_id"),
    ]
