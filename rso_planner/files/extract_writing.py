"""Writes a force as an extract: a folder of CSV files, the same bytes for the same force."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rso_planner.domain.case import Case
from rso_planner.domain.force import Force
from rso_planner.domain.offender import Offender
from rso_planner.files.cells import INDEFINITE, write_cell
from rso_planner.files.extract_layout import TABLES
from rso_planner.files.formula_guard import guard
from rso_planner.files.table_layout import Column, Table

_HISTORY = {
    "visits": "visits",
    "arms": "assessments",
    "orders": "orders",
    "events": "events",
    "decisions": "decisions",
}
_LISTS = ("officers", "duties", "absences", "separations")


def write_extract(force: Force, folder: Path) -> None:
    """Write every file of the extract into the folder, which is made where it is missing.

    UTF-8 without BOM, LF at line ends, dates as YYYY-MM-DD; the optional files are written too, if only with
    their heading.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        text = _table_text(table, _rows(table, force))
        (folder / f"{table.name}.csv").write_bytes(text.encode("utf-8"))


def _table_text(table: Table, rows: Iterable[list[str]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([guard(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _rows(table: Table, force: Force) -> Iterator[list[str]]:
    if table.name == "extract":
        yield [write_cell(force.extracted_on), write_cell(force.events_complete_from)]
    elif table.name == "travel":
        for (from_id, to_id), minutes in sorted(force.travel_minutes.items()):
            yield [from_id, to_id, write_cell(minutes)]
    else:
        for item in _items(table.name, force):
            yield [_cell(item, column) for column in table.columns]


def _items(name: str, force: Force) -> Iterable[Any]:
    if name in _LISTS:
        items: Iterable[Any] = getattr(force, name)
        return items
    if name == "offenders":
        return [case.offender for case in force.cases]
    return [item for case in force.cases for item in _history(case, name)]


def _history(case: Case, name: str) -> Iterable[Any]:
    items: Iterable[Any] = getattr(case, _HISTORY[name])
    return items


def _cell(item: Any, column: Column) -> str:
    if column.name == "notification_ends_on" and isinstance(item, Offender) and item.notification_indefinite:
        return INDEFINITE
    value = item
    for attribute in column.path:
        value = None if value is None else getattr(value, attribute)
    return write_cell(value)
