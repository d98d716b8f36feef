"""Reads a file that holds one table: a CSV file, or one sheet of an XLSX workbook."""

from collections.abc import Collection
from pathlib import Path

from rso_planner.files.csv_tables import read_csv_table
from rso_planner.files.raw_table import RawTable
from rso_planner.files.reject import ExtractRefusedError, Reject
from rso_planner.files.table_layout import Table
from rso_planner.files.table_mapping import TableMapping
from rso_planner.files.table_reading import TableReading, read_table


def read_single_table(path: Path, layout: Table, sheet: str = "") -> TableReading:
    """Read the file by its headings; what is wrong with its form is in the raw table's problems.

    Of a workbook it reads the sheet of that name where there is one, otherwise the first that is shown.

    Raises:
        ExtractRefusedError: there is no such file, or it cannot be opened.
    """
    if not path.is_file():
        raise ExtractRefusedError(f"There is no file {path.name}.")
    # calamine is only needed for workbooks.
    from rso_planner.files.workbook_tables import has_sheet, is_workbook, read_sheet_rows

    if is_workbook(path):
        raw = RawTable(path.name)
        raw.take(read_sheet_rows(path, sheet if has_sheet(path, sheet) else ""))
    else:
        raw = read_csv_table(path, layout.column_by_name.keys())
    return read_table(layout, raw, TableMapping(layout.name))


def check_known(reading: TableReading, name: str, known: Collection[str], sentence: str) -> None:
    """Refuse the rows whose identifier in this field is not known; `sentence` has a place for it."""
    for position, value in enumerate(reading[name]):
        if value is not None and value not in known:
            reading.refuse(position, name, sentence.format(value))


def all_rejects(reading: TableReading) -> tuple[Reject, ...]:
    """Every problem of the table, by row and column."""
    found = [*reading.raw.problems, *(each for rejects in reading.rejects.values() for each in rejects)]
    return tuple(sorted(found, key=lambda each: (each.row, each.column, each.reason)))


def is_usable(reading: TableReading) -> bool:
    """Tell whether the table can be used as a whole, whatever single rows are refused."""
    misshapen = {row.number for row in reading.raw.misshapen}
    return bool(reading.raw.headings) and all(problem.row in misshapen for problem in reading.raw.problems)
