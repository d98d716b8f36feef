"""Writes what was refused of an extract so that it can be mended and loaded.

`rejects.csv` lists every problem. Beside it stands every file of the extract, whole, in its own columns, the
refused rows first and marked in the column `rejected_because`: the folder is an extract again, and once its
marked rows are mended (or taken out) `load` takes it like any other.
"""

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from rso_planner.files.extract_reading import ExtractReading
from rso_planner.files.formula_guard import guard
from rso_planner.files.raw_table import RawRow, RawTable
from rso_planner.files.reject import ExtractRefusedError, Reject, cell_text
from rso_planner.files.table_reading import REJECTED_BECAUSE

LIST_NAME = "rejects.csv"
_HEADING = ("file", "row", "column", "value", "reason")


def write_rejects(reading: ExtractReading, target: Path) -> bool:
    """Write the list of problems into a folder, and the extract to be mended; tell whether that was possible.

    Rejects of an earlier load are replaced. Where the target ends in .csv, it becomes the list alone. A file that
    could not be read at all cannot be copied: without it the copy would be another extract, so none is made.

    Raises:
        ExtractRefusedError: the folder is there already and holds other things.
    """
    if target.suffix.casefold() == ".csv":
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_csv(target, _HEADING, map(_listed, reading.rejects))
        return False
    _check_is_free(target, {LIST_NAME, *map(_file_name, reading.tables)})
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        can_be_mended = _fill(made, reading)
        if target.exists():
            shutil.rmtree(target)
        made.rename(target)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return can_be_mended


def _fill(folder: Path, reading: ExtractReading) -> bool:
    _write_csv(folder / LIST_NAME, _HEADING, map(_listed, reading.rejects))
    if not all(table.headings for table in reading.tables):
        return False
    for table in reading.tables:
        _write_table(folder, table, reading.rejects)
    return True


def _check_is_free(folder: Path, our_names: set[str]) -> None:
    if not folder.exists():
        return
    names = {each.name for each in folder.iterdir()} if folder.is_dir() else {""}
    if names and (LIST_NAME not in names or not names <= our_names):
        raise ExtractRefusedError(
            f"{folder.name} is there already and holds other things than rejects; name another folder for them"
        )


def _file_name(table: RawTable) -> str:
    return table.file if "." in table.file else f"{table.file}.csv"


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
    _write_csv(
        folder / _file_name(table),
        (REJECTED_BECAUSE, *headings),
        (("; ".join(reasons.get(row.number, ())), *_kept_cells(table, row)) for row in every_row),
    )


def _kept_cells(table: RawTable, row: RawRow) -> Iterable[str]:
    for index, cell in enumerate(row.cells):
        if index >= len(table.headings) or table.headings[index].casefold() != REJECTED_BECAUSE:
            yield cell_text(cell)


def _write_csv(path: Path, heading: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([guard(cell) for cell in row] for row in rows)
    # With a byte order mark, or a spreadsheet reads accents as Windows-1252.
    path.write_bytes(buffer.getvalue().encode("utf-8-sig"))
