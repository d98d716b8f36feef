"""What must hold within a row and between the rows of one file of an extract."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from rso_planner.domain.place import NORTHING_METRES, is_in_great_britain
from rso_planner.files.row_checks import Sequence, check_past, check_sequence
from rso_planner.files.table_reading import TableReading

Readings = Mapping[str, TableReading]

_SEQUENCES = (
    (
        "extract",
        Sequence(
            "events_complete_from",
            "extracted_on",
            "events_complete_from",
            "events_complete_from lies after the day of the extract",
        ),
    ),
    (
        "offenders",
        Sequence("date_of_birth", "registered_on", "date_of_birth", "the person was registered before birth"),
    ),
    (
        "offenders",
        Sequence(
            "visit_not_before",
            "visit_not_after",
            "visit_not_after",
            "the latest start of a visit is before its earliest start, visit_not_before",
        ),
    ),
    ("visits", Sequence("started_at", "recorded_at", "recorded_at", "the visit was recorded before it started")),
    ("arms", Sequence("assessed_on", "completed_on", "completed_on", "completed before it was assessed")),
    ("orders", Sequence("made_on", "ends_on", "ends_on", "the order ends before it was made")),
    ("officers", Sequence("starts_on", "leaves_on", "leaves_on", "the officer leaves before starting")),
    ("absences", Sequence("from", "to", "to", "the last day of the absence is before the first")),
)

_COORDINATES = (("offenders", "easting", "northing"), ("officers", "base_easting", "base_northing"))


def check_rows(readings: Readings, extracted_on: date | None) -> None:
    """Refuse the rows that cannot be true, alone or beside another row of their file."""
    for reading in readings.values():
        if extracted_on is not None:
            check_past(reading, extracted_on, "the extract")
        _check_unlike(reading)
    for table, sequence in _SEQUENCES:
        if table in readings:
            check_sequence(readings[table], sequence)
    for table, easting, northing in _COORDINATES:
        if table in readings:
            _check_coordinates(readings[table], easting, northing)
    if "visits" in readings:
        _check_two_officers(readings["visits"])
        _check_one_visit_at_a_time(readings["visits"])
    if "duties" in readings:
        _check_overlaps(readings["duties"])


def _check_unlike(reading: TableReading) -> None:
    key = reading.layout.key
    if not key:
        return
    blamed = key[min(1, len(key) - 1)]
    words = " and ".join(key)
    first_position: dict[tuple[Any, ...], int] = {}
    for position, values in enumerate(_keys(reading)):
        if None in values:
            continue
        first = first_position.setdefault(values, position)
        if first == position:
            continue
        if reading.raw.rows[first].cells == reading.raw.rows[position].cells:
            reading.refuse(position, blamed, f"row {reading.row_number(first)} is the same row already")
            continue
        # Which of two rows that differ is right is not ours to guess, so neither is used.
        for one, other in ((first, position), (position, first)):
            reading.refuse(one, blamed, f"row {reading.row_number(other)} has the same {words}")


def _keys(reading: TableReading) -> Iterator[tuple[Any, ...]]:
    for values in zip(*(reading[name] for name in reading.layout.key), strict=True):
        if reading.layout.name == "separations" and None not in values:
            yield (values[0], *(sorted(values[1:]) if values[0] != "officer_offender" else values[1:]))
        else:
            yield values


def _check_coordinates(reading: TableReading, easting: str, northing: str) -> None:
    for position, (east, north) in enumerate(zip(reading[easting], reading[northing], strict=True)):
        if (east is None) != (north is None):
            missing, present = (easting, northing) if east is None else (northing, easting)
            if not _is_refused(reading, position, missing):
                reading.refuse(position, missing, f"there is an entry in {present} and none in {missing}")
        elif (east, north) == (0, 0):
            reading.refuse(position, easting, "0,0 is the default of a system, not a place; leave both empty")
        elif east is not None and not is_in_great_britain(east, north):
            lowest, highest = NORTHING_METRES
            blamed = easting if lowest < north < highest else northing
            reading.refuse(position, blamed, f"{east},{north} is not a point in Great Britain")


def _is_refused(reading: TableReading, position: int, name: str) -> bool:
    heading = reading.heading_of.get(name, name)
    return any(reject.column == heading for reject in reading.rejects.get(position, ()))


def _check_two_officers(visits: TableReading) -> None:
    for position, (lead, second) in enumerate(zip(visits["officer_id"], visits["second_officer_id"], strict=True)):
        if lead is not None and lead == second:
            visits.refuse(position, "second_officer_id", "the second officer is the lead officer again")


def _check_one_visit_at_a_time(visits: TableReading) -> None:
    first_position: dict[tuple[str, datetime], int] = {}
    for position, (offender_id, started_at) in enumerate(
        zip(visits["offender_id"], visits["started_at"], strict=True)
    ):
        if offender_id is None or started_at is None:
            continue
        first = first_position.setdefault((offender_id, started_at), position)
        if first != position and visits["visit_id"][first] != visits["visit_id"][position]:
            visits.refuse(
                position,
                "started_at",
                f"row {visits.row_number(first)} is a visit to the same person at the same time",
            )


def _check_overlaps(duties: TableReading) -> None:
    rows_of: dict[tuple[Any, Any], list[int]] = {}
    for position, (officer_id, day, starts_at, ends_at) in enumerate(
        zip(duties["officer_id"], duties["date"], duties["starts_at"], duties["ends_at"], strict=True)
    ):
        if None not in (officer_id, day, starts_at, ends_at):
            rows_of.setdefault((officer_id, day), []).append(position)
    for positions in rows_of.values():
        _check_one_day(duties, sorted(positions, key=lambda position: (duties["starts_at"][position], position)))


def _check_one_day(duties: TableReading, positions: list[int]) -> None:
    starts_at, ends_at = duties["starts_at"], duties["ends_at"]
    longest = positions[0]
    for later in positions[1:]:
        if starts_at[longest] < starts_at[later] < ends_at[longest]:
            sentence = f"it overlaps the officer's duty in row {duties.row_number(longest)}"
            duties.refuse(later, "starts_at", sentence)
        elif ends_at[later] > ends_at[longest]:
            longest = later
