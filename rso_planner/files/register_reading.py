"""Reads an export of the register through a mapping: every row is checked, and every problem is reported."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.register_record import RegisterExport, RegisterLayout
from rso_planner.files.csv_tables import read_csv_rows
from rso_planner.files.raw_table import RawRow, RawTable
from rso_planner.files.register_assembly import make_records
from rso_planner.files.register_checks import (
    FIRST_DAY,
    check_one_snapshot,
    check_register_rows,
    leave_out_whole_people,
    rows_by_person,
)
from rso_planner.files.register_mapping import RegisterMapping
from rso_planner.files.register_rows import RowKind, SkippedRows, find_stated_total, lines_around, sort_rows
from rso_planner.files.register_snapshot import find_day_around
from rso_planner.files.reject import ExtractRefusedError, Reject, cell_text
from rso_planner.files.table_reading import TableReading, read_table

_WORKBOOK_STARTS = (b"PK\x03\x04", bytes.fromhex("d0cf11e0"))
_MARKUP_START = b"<"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterReading:
    """What an export says, or why it cannot be used.

    `export` is None where there are rejects, unless good rows were to be accepted and the file itself is sound.
    `left_out` counts the refused rows; `notices` are sentences on what was read and may surprise. `table` is the
    table as it was found, so that rejects can be written with their rows.
    """

    export: RegisterExport | None
    rejects: tuple[Reject, ...]
    skipped: Mapping[RowKind, int]
    ignored_columns: tuple[str, ...]
    left_out: int
    notices: tuple[str, ...]
    table: RawTable
    file_hash: str


def read_register(
    path: Path, mapping: RegisterMapping, *, snapshot_on: date | None = None, accept_good_rows: bool = False
) -> RegisterReading:
    """Read an export: a CSV file or one sheet of an XLSX workbook.

    The day of the export is that of its column snapshot_on, else `snapshot_on`, else that of the lines around its
    table. With `accept_good_rows`, and where several rows make one record, a refused row takes the others with it.

    Raises:
        ExtractRefusedError: there is no such file, or it cannot be opened at all.
    """
    table = RawTable(path.name)
    rows, file_hash = _read_rows(path, table, mapping)
    skipped = {} if table.problems else sort_rows(table, rows, mapping)
    reading = read_table(mapping.table, table, mapping.columns)
    around = RawTable(path.name)
    titled_on = find_day_around(around, lines_around(skipped), mapping.snapshot_phrases)
    day = _decide_day(reading, snapshot_on, titled_on, around.problems)
    _check_tells_enough(reading, mapping.layout)
    check_register_rows(reading, mapping.layout, day)
    is_sound = _is_sound(table)
    if accept_good_rows and mapping.layout is not RegisterLayout.PEOPLE:
        leave_out_whole_people(reading, dict(_misshapen_people(reading)))
    rejects = _rejects(reading)
    is_wanted = is_sound and (accept_good_rows or not rejects)
    return RegisterReading(
        export=_make_export(reading, mapping.layout, day) if is_wanted and day is not None else None,
        rejects=rejects,
        skipped={kind: len(found) for kind, found in skipped.items()},
        ignored_columns=tuple(each for each in reading.ignored if not mapping.is_unused(each)),
        left_out=len(reading.rejects) + len(table.misshapen),
        notices=tuple(_notices(reading, mapping.layout, skipped, day, titled_on)),
        table=table,
        file_hash=file_hash,
    )


def _read_rows(path: Path, table: RawTable, mapping: RegisterMapping) -> tuple[list[RawRow], str]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ExtractRefusedError(f"{path.name} cannot be opened: {error.strerror}.") from error
    file_hash = hashlib.sha256(content).hexdigest()
    if content.startswith(_WORKBOOK_STARTS):
        # calamine is only needed for workbooks.
        from rso_planner.files.workbook_tables import is_workbook, read_sheet_rows

        if not is_workbook(path):
            raise ExtractRefusedError(f"{path.name} is neither a CSV file nor an XLSX workbook.")
        return read_sheet_rows(path, mapping.columns.source), file_hash
    if content.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(_MARKUP_START):
        raise ExtractRefusedError(
            f"{path.name} is a web page or XML, whatever its name; open it in a spreadsheet and save it as XLSX."
        )
    known = mapping.columns.known_headings | mapping.table.column_by_name.keys()
    return read_csv_rows(path, table, known, mapping.heading_within), file_hash


def _decide_day(
    reading: TableReading, given: date | None, titled_on: date | None, problems_around: Sequence[Reject]
) -> date | None:
    table = reading.raw
    written = check_one_snapshot(reading)
    if given is not None and written is not None and given != written:
        heading = reading.heading_of["snapshot_on"]
        sentence = f"the column says {day_in_words(written)}, and the day given is {day_in_words(given)}"
        table.refuse(sentence, table.heading_row, heading, heading)
    day = written or given or titled_on
    if not (written or given):
        table.problems += problems_around
    if day is None and not table.problems:
        table.refuse("the export does not say of which day it is; give it with --snapshot")
    if day is not None and day < FIRST_DAY:
        table.refuse(f"the day of the export, {day_in_words(day)}, lies before the register began")
    return day


def _check_tells_enough(reading: TableReading, layout: RegisterLayout) -> None:
    table = reading.raw
    if not table.headings:
        return
    if layout is RegisterLayout.ASSESSMENTS and "completed_on" not in reading.heading_of:
        table.refuse("the heading completed_on is missing", table.heading_row, "completed_on")
    if layout is RegisterLayout.PEOPLE and not table.rows and not table.misshapen:
        table.refuse("the export has no record; everybody would be missing from the register")


def _is_sound(table: RawTable) -> bool:
    """Tell whether the file could be read as a whole, whatever is wrong with single rows."""
    misshapen = {row.number for row in table.misshapen}
    return {problem.row for problem in table.problems} <= misshapen


def _misshapen_people(reading: TableReading) -> Iterator[tuple[str, int]]:
    heading = reading.heading_of.get("register_id")
    index = reading.raw.headings.index(heading) if heading is not None else 0
    for row in reading.raw.misshapen:
        if index < len(row.cells) and row.cells[index]:
            yield cell_text(row.cells[index]), row.number


def _rejects(reading: TableReading) -> tuple[Reject, ...]:
    of_rows = [reject for found in reading.rejects.values() for reject in found]
    return tuple(sorted(reading.raw.problems + of_rows, key=lambda each: (each.row, each.column, each.reason)))


def _make_export(reading: TableReading, layout: RegisterLayout, snapshot_on: date) -> RegisterExport | None:
    records = make_records(reading, layout)
    left_out = {register_id for register_id, _ in _misshapen_people(reading)}
    left_out.update(reading["register_id"][position] or "" for position in reading.rejects)
    if not records and left_out:
        return None
    return RegisterExport(
        snapshot_on=snapshot_on,
        layout=layout,
        records=records,
        left_out_ids=tuple(sorted(left_out - {""})),
    )


def _notices(
    reading: TableReading,
    layout: RegisterLayout,
    skipped: SkippedRows,
    day: date | None,
    titled_on: date | None,
) -> Iterator[str]:
    if day is not None and titled_on is not None and titled_on != day:
        yield f"The lines around the table say {day_in_words(titled_on)}; {day_in_words(day)} was used."
    tells_overdue = {"next_visit_due_on", "visits_outstanding"} & reading.heading_of.keys()
    if layout is RegisterLayout.PEOPLE and reading.heading_of and not tells_overdue:
        yield "The export has neither next_visit_due_on nor visits_outstanding, so it calls nobody overdue."
    total = find_stated_total(skipped)
    counted = len(reading) + len(reading.raw.misshapen)
    if total is not None and total not in _totals_that_fit(reading, counted):
        yield f"The export's own total is {total:,}; {count_in_words(counted, 'row')} were found."


def _totals_that_fit(reading: TableReading, counted: int) -> Sequence[int]:
    visits = sum(count or 0 for count in reading.columns.get("visits_outstanding", ()))
    return counted, len(rows_by_person(reading)), visits
