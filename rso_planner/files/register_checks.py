"""What must hold within a row of an export of the register and between the rows of one person.

Refused is what cannot be: a visit after the export, a birthday in the future. What may be and is wrong, such as a
due date before the last visit, is the register's own word and left to the reconciliation.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from rso_planner.domain.interval import add_months
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.register_record import RegisterLayout, RegisterRecord
from rso_planner.files.register_layout import FIELDS_OF_A_ROW
from rso_planner.files.row_checks import Sequence, check_past, check_sequence
from rso_planner.files.table_reading import TableReading

FIRST_DAY = date(1997, 9, 1)
"""The day on which people first had to register: Sex Offenders Act 1997, Part I."""

_OLDEST_YEARS = 110

_SEQUENCES = (
    Sequence("date_of_birth", "last_visit_on", "date_of_birth", "the person was visited before birth"),
    Sequence("date_of_birth", "last_arms_on", "date_of_birth", "the person was assessed before birth"),
    Sequence("assessed_on", "completed_on", "completed_on", "completed before it was assessed"),
)
_PERSON_FIELDS = tuple(each.name for each in fields(RegisterRecord) if each.name != "row")


def check_register_rows(reading: TableReading, layout: RegisterLayout, snapshot_on: date | None) -> None:
    """Refuse the rows that cannot be true, alone or beside another row of the same person."""
    if snapshot_on is not None:
        check_past(reading, snapshot_on, "the export")
        _check_age(reading, snapshot_on)
    for column in reading.layout.columns:
        if column.kind.holds_dates and column.name != "date_of_birth":
            _check_not_before_the_register(reading, column.name)
    for sequence in _SEQUENCES:
        if {sequence.earlier, sequence.later} <= reading.columns.keys():
            check_sequence(reading, sequence)
    _check_identifiers_are_alike(reading)
    if layout is not RegisterLayout.PEOPLE:
        _check_rows_of_a_person_agree(reading)


def rows_by_person(reading: TableReading) -> dict[str, list[int]]:
    """The positions of each person's rows, those without a register_id left out."""
    found: dict[str, list[int]] = {}
    for position, register_id in enumerate(reading["register_id"]):
        if register_id is not None:
            found.setdefault(register_id, []).append(position)
    return found


def leave_out_whole_people(reading: TableReading, refused_rows: Mapping[str, int]) -> None:
    """Refuse every row of a person of whom one is refused: what is left would be too few.

    `refused_rows` names people of whom a row was refused that is not in the table at all, with its number.
    """
    for register_id, positions in rows_by_person(reading).items():
        refused = next((reading.row_number(each) for each in positions if each in reading.rejects), None)
        row = refused or refused_rows.get(register_id)
        if row is None:
            continue
        for position in positions:
            if position not in reading.rejects:
                reading.refuse(position, "register_id", f"row {row} of the same person was refused")


def _check_age(reading: TableReading, snapshot_on: date) -> None:
    earliest = add_months(snapshot_on, -12 * _OLDEST_YEARS)
    for position, born in _filled(reading, "date_of_birth"):
        if born < earliest:
            years = snapshot_on.year - born.year
            reading.refuse(position, "date_of_birth", f"the person would be about {years} years old")


def _check_not_before_the_register(reading: TableReading, name: str) -> None:
    for position, day in _filled(reading, name):
        if day < FIRST_DAY:
            reading.refuse(
                position,
                name,
                f"{day_in_words(day)} lies before the register began on {day_in_words(FIRST_DAY)}; "
                "where a system writes it for 'none', a mapping can say so",
            )


def _check_identifiers_are_alike(reading: TableReading) -> None:
    # A word that slipped into the column, such as the heading of another list, would be a person who is not there.
    without = [position for position, text in _filled(reading, "register_id") if not _has_digit(text)]
    if 0 < len(without) < len(reading) / 2:
        for position in without:
            reading.refuse(position, "register_id", "it has no digit, unlike most others; it may be no identifier")


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _check_rows_of_a_person_agree(reading: TableReading) -> None:
    names = [name for name in _PERSON_FIELDS if name in reading.columns and name not in FIELDS_OF_A_ROW]
    for positions in rows_by_person(reading).values():
        if len(positions) > 1:
            for name in names:
                _check_agree(reading, positions, name)


def _check_agree(reading: TableReading, positions: list[int], name: str) -> None:
    first = next((position for position in positions if reading[name][position] is not None), None)
    if first is None:
        return
    others = [each for each in positions if reading[name][each] not in (None, reading[name][first])]
    # Which of two rows is right is not ours to guess, so neither is used.
    pairs = [*((other, first) for other in others), *((first, other) for other in others[:1])]
    for one, against in pairs:
        sentence = f"row {reading.row_number(against)} says another {name} of the same person"
        reading.refuse(one, name, sentence)


def check_one_snapshot(reading: TableReading) -> date | None:
    """The day that the column snapshot_on gives, or None; rows that give another than most are refused."""
    counts = Counter(day for _, day in _filled(reading, "snapshot_on"))
    if not counts:
        return None
    snapshot_on: date = counts.most_common(1)[0][0]
    for position, day in _filled(reading, "snapshot_on"):
        if day != snapshot_on:
            sentence = f"most rows are of {day_in_words(snapshot_on)}; an export is of one day"
            reading.refuse(position, "snapshot_on", sentence)
    return snapshot_on


def _filled(reading: TableReading, name: str) -> Iterator[tuple[int, Any]]:
    if name in reading.columns:
        yield from ((position, value) for position, value in enumerate(reading[name]) if value is not None)
