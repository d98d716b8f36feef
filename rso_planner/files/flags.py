"""Reads flags: events that other systems and teams tell of people, such as a new offence or intelligence."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.event import Event, EventKind
from rso_planner.files.cells import DATE, IDENTIFIER, TEXT, YES_NO, word_of
from rso_planner.files.raw_table import RawTable
from rso_planner.files.reject import Reject
from rso_planner.files.row_checks import check_past
from rso_planner.files.single_table import all_rejects, is_usable, read_single_table
from rso_planner.files.table_layout import Table, may, must
from rso_planner.files.table_reading import TableReading

LAYOUT = Table(
    "flags",
    (
        may("offender_id", IDENTIFIER),
        may("register_id", IDENTIFIER),
        must("occurred_on", DATE, is_past=True),
        must("kind", word_of(EventKind)),
        must("significant", YES_NO),
        must("source", TEXT),
        may("event_id", IDENTIFIER),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagsReading:
    """What a file of flags tells; one event told by several rows is one, with all its sources.

    `events` is None where there are rejects, unless good rows were to be accepted and the file itself is sound.
    """

    events: tuple[Event, ...] | None
    rejects: tuple[Reject, ...]
    left_out: int
    told_again: int
    ignored_columns: tuple[str, ...]
    table: RawTable


def read_flags(
    path: Path,
    *,
    person_of_register_id: Mapping[str, str],
    people: Collection[str],
    last_day: date,
    accept_good_rows: bool = False,
) -> FlagsReading:
    """Read a file of flags: CSV or XLSX; a person is named by either identifier.

    Raises:
        ExtractRefusedError: there is no such file, or it cannot be opened.
    """
    reading = read_single_table(path, LAYOUT)
    check_past(reading, last_day, "the loading")
    events, told_again = _make_events(reading, person_of_register_id, people)
    rejects = all_rejects(reading)
    return FlagsReading(
        events=events if is_usable(reading) and (accept_good_rows or not rejects) else None,
        rejects=rejects,
        left_out=len(reading.rejects) + len(reading.raw.misshapen),
        told_again=told_again,
        ignored_columns=reading.ignored,
        table=reading.raw,
    )


def _make_events(
    reading: TableReading, person_of_register_id: Mapping[str, str], people: Collection[str]
) -> tuple[tuple[Event, ...], int]:
    told: dict[tuple[str, date, EventKind], list[Event]] = {}
    for position in range(len(reading)):
        person = _find_person(reading, position, person_of_register_id, people)
        if person is None or position in reading.rejects:
            continue
        row = reading.row(position)
        fact = (person, row["occurred_on"], row["kind"])
        told.setdefault(fact, []).append(
            Event(
                event_id=row["event_id"] or make_event_id(*fact),
                offender_id=person,
                occurred_on=row["occurred_on"],
                kind=row["kind"],
                significant=row["significant"],
                source=row["source"],
            )
        )
    events = tuple(_joined(each) for each in told.values())
    return events, sum(map(len, told.values())) - len(events)


def make_event_id(offender_id: str, occurred_on: date, kind: EventKind) -> str:
    """The identifier of an event that its source gave none."""
    return f"flag-{offender_id}-{occurred_on:%Y%m%d}-{kind.value}"


def _joined(told: list[Event]) -> Event:
    """One event told by several: significant if one of them says so."""
    sources = list(dict.fromkeys(each.source or "" for each in told))
    first = told[0]
    return Event(
        event_id=first.event_id,
        offender_id=first.offender_id,
        occurred_on=first.occurred_on,
        kind=first.kind,
        significant=any(each.significant for each in told),
        source="; ".join(sources),
    )


def _find_person(
    reading: TableReading, position: int, person_of_register_id: Mapping[str, str], people: Collection[str]
) -> str | None:
    offender_id, register_id = reading["offender_id"][position], reading["register_id"][position]
    if offender_id is None and register_id is None:
        reading.refuse(position, "offender_id", "the row names no person; fill in offender_id or register_id")
        return None
    if offender_id is not None and offender_id not in people:
        reading.refuse(position, "offender_id", f"the force has no person {offender_id}")
        return None
    by_register = person_of_register_id.get(register_id) if register_id is not None else None
    if register_id is not None and by_register is None:
        reading.refuse(
            position, "register_id", f"the force has nobody with the register's identifier {register_id}"
        )
        return None
    if offender_id is not None and by_register not in (None, offender_id):
        reading.refuse(
            position, "register_id", f"the register's {register_id} is {by_register}, not {offender_id}"
        )
        return None
    found: str | None = offender_id or by_register
    return found
