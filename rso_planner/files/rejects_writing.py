"""Writes what was refused so that it can be mended and loaded.

`rejects.csv` lists every problem. Beside it stands every file that was read, whole, in its own columns and with
the lines above its heading, the refused rows first and marked in the column `rejected_because`: the folder can be
loaded like what it was made from, once its marked rows are mended or taken out.
"""

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from rso_planner.files.cells import written_cell
from rso_planner.files.raw_table import RawRow, RawTable
from rso_planner.files.reject import ExtractRefusedError, Reject
from rso_planner.files.spreadsheet_csv import write_spreadsheet_csv
from rso_planner.files.table_reading import REJECTED_BECAUSE

LIST_NAME = "rejects.csv"
_WORKBOOKS = (".xlsx", ".xlsm")
_HEADING = ("file", "row", "column", "value", "reason")


def write_rejects(rejects: Sequence[Reject], tables: Sequence[RawTable], target: Path) -> bool:
    """Write the list of problems into a folder, and the tables to be mended; tell whether that was possible.

    Rejects of an earlier load are replaced. Where the target ends in .csv, it becomes the list alone. A file that
    could not be read at all cannot be copied: without it the copy would be another extract, so none is made.

    Raises:
        ExtractRefusedError: the folder is there already and holds other things.
    """
    if target.suffix.casefold() == ".csv":
        target.parent.mkdir(parents=True, exist_ok=True)
        write_spreadsheet_csv(target, [_HEADING, *map(_listed, rejects)])
        return False
    _check_is_free(target, {LIST_NAME, *map(mended_name, tables)})
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        can_be_mended = _fill(made, rejects, tables)
        if target.exists():
            shutil.rmtree(target)
        made.rename(target)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return can_be_mended


def mended_name(table: RawTable) -> str:
    """The name under which a table lies among the rejects: a CSV file, whatever it was read from."""
    path = Path(table.file)
    if path.suffix.casefold() in _WORKBOOKS:
        path = path.with_suffix(".csv")
    name = path.name if "." in path.name else f"{path.name}.csv"
    return f"export-{name}" if name.casefold() == LIST_NAME else name


def _fill(folder: Path, rejects: Sequence[Reject], tables: Sequence[RawTable]) -> bool:
    write_spreadsheet_csv(folder / LIST_NAME, [_HEADING, *map(_listed, rejects)])
    if not all(table.headings for table in tables):
        return False
    for table in tables:
        _write_table(folder, table, rejects)
    return True


def _check_is_free(folder: Path, our_names: set[str]) -> None:
    if not folder.exists():
        return
    names = {each.name for each in folder.iterdir()} if folder.is_dir() else {""}
    if names and (LIST_NAME not in names or not names <= our_names):
        raise ExtractRefusedError(
            f"{folder.name} is there already and holds other things than rejects; name another folder for them"
        )


def _listed(reject: Reject) -> tuple[str, ...]:
    row = str(reject.row) if reject.row else ""
    return reject.file, row, reject.column, reject.value, reject.reason


def _write_table(folder: Path, table: RawTable, rejects: Iterable[Reject]) -> None:
    reasons: dict[int, list[str]] = {}
    for reject in rejects:
        if reject.file == table.file:
            where = f"{reject.column}: " if reject.column else ""
            reasons.setdefault(reject.row, []).append(where + reject.reason)
    every_row = sorted(table.rows + table.misshapen, key=lambda row: (row.number not in reasons, row.number))
    headings = tuple(heading for heading in table.headings if heading.casefold() != REJECTED_BECAUSE)
    lines = [("", *(written_cell(cell, table.date_style) for cell in row.cells)) for row in table.titles]
    lines.append((REJECTED_BECAUSE, *headings))
    lines += [("; ".join(reasons.get(row.number, ())), *_kept_cells(table, row)) for row in every_row]
    write_spreadsheet_csv(folder / mended_name(table), lines)


def _kept_cells(table: RawTable, row: RawRow) -> Iterable[str]:
    for index, cell in enumerate(row.cells):
        if index >= len(table.headings) or table.headings[index].casefold() != REJECTED_BECAUSE:
            yield written_cell(cell, table.date_style)
