"""Reads the sheets of an XLSX workbook as raw tables."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import python_calamine

from rso_planner.files.formula_guard import unguard
from rso_planner.files.raw_table import RawRow, RawTable
from rso_planner.files.reject import Cell, ExtractRefusedError

_OLD_OFFICE_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_WORKBOOK_PART = "xl/workbook.xml"


def read_workbook_tables(path: Path) -> Mapping[str, RawTable]:
    """Read every sheet, by its name in small letters.

    Numbers become text as a person sees them (12.0 is '12'); real dates and times stay what they are.

    Raises:
        ExtractRefusedError: the file is no XLSX workbook, is damaged or has a password.
    """
    _check_is_workbook(path)
    try:
        workbook = python_calamine.CalamineWorkbook.from_path(path)
        return {name.strip().casefold(): _read_sheet(workbook, name) for name in workbook.sheet_names}
    except (python_calamine.CalamineError, OSError) as error:
        raise ExtractRefusedError(f"{path.name} is damaged: it cannot be read as an XLSX workbook.") from error


def _check_is_workbook(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(len(_OLD_OFFICE_FILE))
    if start == _OLD_OFFICE_FILE:
        raise ExtractRefusedError(
            f"{path.name} has a password or is an old XLS file; save it as XLSX without a password."
        )
    try:
        with ZipFile(path) as archive:
            is_workbook = _WORKBOOK_PART in archive.namelist()
    except BadZipFile:
        is_workbook = False
    if not is_workbook:
        raise ExtractRefusedError(f"{path.name} is neither a folder of CSV files nor an XLSX workbook.")


def _read_sheet(workbook: python_calamine.CalamineWorkbook, name: str) -> RawTable:
    table = RawTable(name)
    rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    table.take([RawRow(number, tuple(_cell(value) for value in row)) for number, row in enumerate(rows, start=1)])
    return table


def _cell(value: int | float | str | bool | time | date | datetime | timedelta) -> Cell:
    if isinstance(value, str):
        return unguard(value.strip())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, timedelta):
        hours, minutes = divmod(round(value.total_seconds() / 60), 60)
        return f"{hours:02}:{minutes:02}"
    return str(value) if isinstance(value, int) else value
