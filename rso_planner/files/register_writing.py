"""Writes a synthetic register as CSV, a row for each record, and its answer key; same register, same bytes."""

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from rso_planner.domain.answer_key import PlantedDifference
from rso_planner.domain.register_record import RegisterExport, RegisterRecord
from rso_planner.files.cells import write_cell
from rso_planner.files.formula_guard import guard
from rso_planner.files.whole_file import write_whole_file

_FIELDS = tuple(each.name for each in fields(RegisterRecord) if each.name != "row")
_SNAPSHOT = "snapshot_on"
_KEY_COLUMNS = ("offender_id", "register_id", "cause", "parts")


def write_register(export: RegisterExport, path: Path) -> None:
    """Write one row for each record, in the order of the export, with the day of the export in each.

    UTF-8 without BOM, LF at line ends, dates as YYYY-MM-DD; an empty cell says nothing.
    """
    rows = ([*(getattr(record, name) for name in _FIELDS), export.snapshot_on] for record in export.records)
    _write_table(path, (*_FIELDS, _SNAPSHOT), rows)


def write_answer_key(key: Iterable[PlantedDifference], path: Path) -> None:
    """Write one row for each planted difference; the parts of a combined cause are separated by ';'."""
    rows = ([each.offender_id, each.register_id, each.cause, ";".join(each.parts)] for each in key)
    _write_table(path, _KEY_COLUMNS, rows)


def _write_table(path: Path, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guard(write_cell(value)) for value in row] for row in rows)
    write_whole_file(path, stream.getvalue().encode("utf-8"))
