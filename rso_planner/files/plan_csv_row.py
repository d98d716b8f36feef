"""One row of plan.csv: the columns, and how a row becomes an assignment or a list of faults."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TypeVar

from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import Assignment

COLUMNS = ("task_ids", "offender_id", "date", "starts_at", "ends_at", "lead_id", "second_id")
MAY_BE_EMPTY = frozenset({"second_id"})

# Spreadsheets write a time back as 9:00 or 09:00:00.
_TIME = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(:00)?")
_KINDS = ", ".join(kind.value for kind in TaskKind)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with one cell."""

    column: str
    value: str
    reason: str


class RowFaultError(ValueError):
    """A row that is no assignment."""

    def __init__(self, faults: list[CellFault]) -> None:
        super().__init__("; ".join(f"{fault.column}: {fault.reason}" for fault in faults))
        self.faults = tuple(faults)


def make_cells(assignment: Assignment) -> list[str]:
    """The cells of an assignment, in the order of `COLUMNS`."""
    return [
        ";".join(assignment.task_ids),
        assignment.offender_id,
        assignment.on.isoformat(),
        assignment.starts_at.isoformat("minutes"),
        assignment.ends_at.isoformat("minutes"),
        assignment.lead_id,
        assignment.second_id or "",
    ]


def read_cells(cells: Mapping[str, str]) -> Assignment:
    """The assignment that a row describes; its travel minutes are not known.

    Raises:
        RowFaultError: with every cell that cannot be read.
    """
    faults = [
        CellFault(column, "", "is empty") for column in COLUMNS if not cells[column] and column not in MAY_BE_EMPTY
    ]
    kinds = _read(cells, "task_ids", lambda text: _kinds(text, cells["offender_id"]), faults)
    on = _read(cells, "date", _date, faults)
    starts_at = _read(cells, "starts_at", _time, faults)
    ends_at = _read(cells, "ends_at", _time, faults)
    if starts_at and ends_at and ends_at <= starts_at:
        faults.append(CellFault("ends_at", cells["ends_at"], f"is not after starts_at {starts_at:%H:%M}"))
    if faults or kinds is None or on is None or starts_at is None or ends_at is None:
        raise RowFaultError(faults)
    return Assignment(
        task_ids=_task_ids(cells["task_ids"]),
        kinds=kinds,
        offender_id=cells["offender_id"],
        on=on,
        starts_at=starts_at,
        ends_at=ends_at,
        officer_ids=tuple(cells[column] for column in ("lead_id", "second_id") if cells[column]),
    )


def _read(
    cells: Mapping[str, str], column: str, read: Callable[[str], Value], faults: list[CellFault]
) -> Value | None:
    if not cells[column]:
        return None
    try:
        return read(cells[column])
    except ValueError as error:
        faults.append(CellFault(column, cells[column], str(error)))
        return None


def _task_ids(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";"))


def _kinds(text: str, offender_id: str) -> tuple[TaskKind, ...]:
    task_ids = _task_ids(text)
    if len(set(task_ids)) < len(task_ids):
        raise ValueError("names a task twice")
    return tuple(_kind(task_id, offender_id) for task_id in task_ids)


def _kind(task_id: str, offender_id: str) -> TaskKind:
    person, colon, kind = task_id.rpartition(":")
    if not colon or not person:
        raise ValueError(f"has '{task_id}'; a task is written as the person's identifier, ':' and a kind")
    if kind not in tuple(TaskKind):
        raise ValueError(f"has '{task_id}', whose kind is not one of {_KINDS}")
    if offender_id and person != offender_id:
        raise ValueError(f"has '{task_id}', which is not a task of the person in offender_id, '{offender_id}'")
    return TaskKind(kind)


def _date(text: str) -> date:
    for pattern, style in ((r"\d{4}-\d{2}-\d{2}", "%Y-%m-%d"), (r"\d{2}/\d{2}/\d{4}", "%d/%m/%Y")):
        if re.fullmatch(pattern, text, re.ASCII):
            try:
                return datetime.strptime(text, style).replace(tzinfo=UTC).date()
            except ValueError as error:
                raise ValueError("is not a day of the calendar") from error
    raise ValueError("is not a date such as 2026-11-23 or 23/11/2026")


def _time(text: str) -> time:
    match = _TIME.fullmatch(text)
    if match is None or int(match["hour"]) > 23 or int(match["minute"]) > 59:
        raise ValueError("is not a time of day such as 09:15")
    return time(int(match["hour"]), int(match["minute"]))
