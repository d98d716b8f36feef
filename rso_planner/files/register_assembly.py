"""Makes the register's records of rows that are known to be good."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from rso_planner.domain.register_record import RegisterLayout, RegisterRecord
from rso_planner.files.register_layout import FIELDS_OF_A_ROW
from rso_planner.files.table_reading import TableReading

_FIELDS = frozenset(each.name for each in fields(RegisterRecord)) - {"row"}


def make_records(reading: TableReading, layout: RegisterLayout) -> tuple[RegisterRecord, ...]:
    """The records of the rows without a problem: one for each row, or for each person where rows are of less."""
    names = [name for name in reading.columns if name in _FIELDS]
    good = reading.good_positions()
    if layout is RegisterLayout.PEOPLE:
        return tuple(
            RegisterRecord(row=reading.row_number(position), **{name: reading[name][position] for name in names})
            for position in good
        )
    rows_of: dict[str, list[int]] = {}
    for position in good:
        rows_of.setdefault(reading["register_id"][position], []).append(position)
    return tuple(_make_one(reading, layout, names, positions) for positions in rows_of.values())


def _make_one(
    reading: TableReading, layout: RegisterLayout, names: Sequence[str], positions: Sequence[int]
) -> RegisterRecord:
    values: dict[str, Any] = {
        name: _first(reading[name][position] for position in positions)
        for name in names
        if name not in FIELDS_OF_A_ROW
    }
    if layout is RegisterLayout.VISITS:
        values["visits_outstanding"] = len(positions)
        due = [day for position in positions if (day := reading["next_visit_due_on"][position]) is not None]
        values["next_visit_due_on"] = min(due, default=None)
    else:
        done = [day for position in positions if (day := reading["completed_on"][position]) is not None]
        values["last_arms_on"] = max(done, default=None)
    return RegisterRecord(row=reading.row_number(positions[0]), **values)


def _first(values: Iterable[Any]) -> Any:
    """The first that is known; the rows of a person do not contradict one another."""
    return next((value for value in values if value is not None), None)
