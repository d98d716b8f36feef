"""Reads the sheets of an XLSX workbook as raw tables."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import python_calamine

from rso_planner.files.formula_guard import unguard
from rso_planner.files.raw_table import RawRow, RawTable
from rso_planner.files.reject import Cell, ExtractRefusedError
from rso_planner.files.workbook_errors import find_error_cells

_OLD_OFFICE_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_WORKBOOK_PART = "xl/workbook.xml"


def read_workbook_tables(path: Path) -> Mapping[str, RawTable]:
    """Read every sheet, by its name in small letters.

    Numbers become text as a person sees them (12.0 is '12'); real dates and times stay what they are.

    Raises:
        ExtractRefusedError: the file is no XLSX workbook, is damaged or has a password.
    """
    if not is_workbook(path):
        raise ExtractRefusedError(f"{path.name} is neither a folder of CSV files nor an XLSX workbook.")
    with _opened(path) as workbook:
        return {name.strip().casefold(): _read_sheet(path, workbook, name) for name in workbook.sheet_names}


def read_sheet_rows(path: Path, sheet: str = "") -> list[RawRow]:
    """Every row of one sheet, blank ones too: the one of that name, in capitals or not, or the first one shown.

    Raises:
        ExtractRefusedError: there is no such sheet, or the workbook is damaged.
    """
    with _opened(path) as workbook:
        shown = [each.name for each in workbook.sheets_metadata if _is_shown(each)]
        wanted = [name for name in workbook.sheet_names if name.strip().casefold() == sheet.casefold()]
        found = wanted if sheet else shown
        if not found:
            what = f"no sheet {sheet}" if sheet else "no sheet that is shown"
            raise ExtractRefusedError(f"{path.name} has {what}; its sheets are {', '.join(workbook.sheet_names)}.")
        return _sheet_rows(path, workbook, found[0])


def has_sheet(path: Path, sheet: str) -> bool:
    """Tell whether the workbook has a sheet of that name, in capitals or not.

    Raises:
        ExtractRefusedError: the workbook is damaged.
    """
    with _opened(path) as workbook:
        return sheet.casefold() in {name.strip().casefold() for name in workbook.sheet_names}


def is_workbook(path: Path) -> bool:
    """Tell whether a file is an XLSX workbook, whatever its name.

    Raises:
        ExtractRefusedError: it is a workbook that cannot be read: an old one, or one with a password.
    """
    with path.open("rb") as file:
        start = file.read(len(_OLD_OFFICE_FILE))
    if start == _OLD_OFFICE_FILE:
        raise ExtractRefusedError(
            f"{path.name} has a password or is an old XLS file; save it as XLSX without a password."
        )
    try:
        with ZipFile(path) as archive:
            return _WORKBOOK_PART in archive.namelist()
    except BadZipFile:
        return False


@contextmanager
def _opened(path: Path) -> Iterator[python_calamine.CalamineWorkbook]:
    try:
        yield python_calamine.CalamineWorkbook.from_path(path)
    except (python_calamine.CalamineError, OSError) as error:
        raise ExtractRefusedError(f"{path.name} is damaged: it cannot be read as an XLSX workbook.") from error


def _is_shown(sheet: python_calamine.SheetMetadata) -> bool:
    return (
        sheet.visible == python_calamine.SheetVisibleEnum.Visible
        and sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
    )


def _read_sheet(path: Path, workbook: python_calamine.CalamineWorkbook, name: str) -> RawTable:
    table = RawTable(name)
    table.take(_sheet_rows(path, workbook, name))
    return table


def _sheet_rows(path: Path, workbook: python_calamine.CalamineWorkbook, name: str) -> list[RawRow]:
    rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    for (row, column), error in find_error_cells(path, name).items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = error
    return [RawRow(number, tuple(_cell(value) for value in row)) for number, row in enumerate(rows, start=1)]


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
