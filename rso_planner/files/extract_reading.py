"""Reads a force's extract: every row of every file is checked, and every problem is reported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rso_planner.domain.force import Force
from rso_planner.files.csv_tables import find_csv_file, read_csv_table
from rso_planner.files.extract_assembly import Objects, assemble_force, make_objects
from rso_planner.files.extract_checks import check_rows
from rso_planner.files.extract_layout import TABLES
from rso_planner.files.extract_mapping import ExtractMapping, read_mapping
from rso_planner.files.extract_references import check_references, leave_out_dependants
from rso_planner.files.raw_table import RawTable
from rso_planner.files.reject import ExtractRefusedError, Reject
from rso_planner.files.table_layout import Table
from rso_planner.files.table_mapping import TableMapping
from rso_planner.files.table_reading import TableReading, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractReading:
    """What an extract says, or why it cannot be used.

    `force` is None where there are rejects, unless good rows were to be accepted and the files themselves
    are sound. `ignored_columns` are (file, heading); `left_out` counts the refused rows of each file, and
    `left_out_keys` are what they are about: the values of the key's columns.
    `absent_tables` are the optional files that the extract does not have. `tables` are the tables as they were
    found, so that rejects can be written with their rows.
    """

    force: Force | None
    rejects: tuple[Reject, ...] = ()
    ignored_columns: tuple[tuple[str, str], ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    left_out_keys: Mapping[str, frozenset[tuple[Any, ...]]] = field(default_factory=dict)
    absent_tables: frozenset[str] = frozenset()
    tables: tuple[RawTable, ...] = ()


def read_extract(path: Path, mapping: Path | None = None, *, accept_good_rows: bool = False) -> ExtractReading:
    """Read an extract: a folder of CSV files or one XLSX workbook.

    With `accept_good_rows`, the rows that refer to a refused row are refused too and the rest makes the force.

    Raises:
        ExtractRefusedError: there is no such extract, or it cannot be opened at all.
        MappingRefusedError: the mapping file cannot be used.
    """
    how = read_mapping(mapping)
    raw_tables = _find_raw_tables(path, how)
    readings = {
        name: read_table(layout, raw, how[name]) for name, (layout, raw) in raw_tables.items() if raw.headings
    }
    objects = _check(raw_tables["extract"][1], readings)
    tables = tuple(raw for _, raw in raw_tables.values())
    is_sound = _is_sound(tables, readings)
    if accept_good_rows and is_sound:
        leave_out_dependants(readings)
    rejects = _rejects(tables, readings)
    return ExtractReading(
        force=assemble_force(readings, objects) if is_sound and (accept_good_rows or not rejects) else None,
        rejects=rejects,
        ignored_columns=tuple((each.raw.file, name) for each in readings.values() for name in each.ignored),
        left_out=_count_left_out(readings),
        left_out_keys={name: _left_out_keys(reading) for name, reading in readings.items()},
        absent_tables=frozenset(table.name for table in TABLES if table.name not in raw_tables),
        tables=tables,
    )


def _check(extract: RawTable, readings: Mapping[str, TableReading]) -> Objects:
    _check_one_extract_row(extract)
    check_rows(readings, _extracted_on(readings))
    check_references(readings)
    return make_objects(readings)


def _find_raw_tables(path: Path, how: ExtractMapping) -> dict[str, tuple[Table, RawTable]]:
    if path.is_dir():
        found = {layout.name: _read_csv(path, layout, how[layout.name]) for layout in TABLES}
        if not any(found.values()):
            raise ExtractRefusedError(f"{path.name} holds none of the files of an extract, such as offenders.csv.")
    elif path.is_file():
        # calamine is only needed for workbooks.
        from rso_planner.files.workbook_tables import read_workbook_tables

        sheets = read_workbook_tables(path)
        found = {layout.name: sheets.get(how[layout.name].source.casefold()) for layout in TABLES}
    else:
        raise ExtractRefusedError(f"There is no folder or file {path.name}.")
    return {
        layout.name: (
            layout,
            raw or _missing(_file_name(how[layout.name]) if path.is_dir() else how[layout.name].source),
        )
        for layout in TABLES
        if (raw := found[layout.name]) or not layout.is_optional
    }


def _read_csv(folder: Path, layout: Table, mapping: TableMapping) -> RawTable | None:
    file = find_csv_file(folder, _file_name(mapping))
    known = mapping.known_headings | frozenset(layout.column_by_name)
    return read_csv_table(file, known) if file else None


def _file_name(mapping: TableMapping) -> str:
    return mapping.source if "." in mapping.source else f"{mapping.source}.csv"


def _missing(file: str) -> RawTable:
    table = RawTable(file)
    table.refuse("the extract has no such file; where there is nothing to tell, it holds its heading alone")
    return table


def _check_one_extract_row(raw: RawTable) -> None:
    if not raw.headings:
        return
    if not raw.rows:
        raw.refuse("the file has no row; it needs exactly one")
    for row in raw.rows[1:]:
        raw.refuse("the file has more than one row; it needs exactly one", row.number)


def _extracted_on(readings: Mapping[str, TableReading]) -> date | None:
    days = readings["extract"]["extracted_on"] if "extract" in readings else []
    day: date | None = days[0] if days else None
    return day


def _is_sound(tables: tuple[RawTable, ...], readings: Mapping[str, TableReading]) -> bool:
    """Tell whether every file could be read as a whole and the extract's own row is good."""
    misshapen = {(raw.file, row.number) for raw in tables for row in raw.misshapen}
    problems = {(problem.file, problem.row) for raw in tables for problem in raw.problems}
    extract = readings.get("extract")
    is_dated = extract is not None and not extract.rejects and not extract.raw.misshapen
    return is_dated and problems <= misshapen


def _rejects(tables: tuple[RawTable, ...], readings: Mapping[str, TableReading]) -> tuple[Reject, ...]:
    of_rows = {
        reading.raw.file: [reject for found in reading.rejects.values() for reject in found]
        for reading in readings.values()
    }
    return tuple(
        reject
        for raw in tables
        for reject in sorted(
            raw.problems + of_rows.get(raw.file, []), key=lambda each: (each.row, each.column, each.reason)
        )
    )


def _count_left_out(readings: Mapping[str, TableReading]) -> dict[str, int]:
    counts = {name: len(reading.rejects) + len(reading.raw.misshapen) for name, reading in readings.items()}
    return {name: count for name, count in counts.items() if count}


def _left_out_keys(reading: TableReading) -> frozenset[tuple[Any, ...]]:
    return frozenset(tuple(reading[name][position] for name in reading.layout.key) for position in reading.rejects)
