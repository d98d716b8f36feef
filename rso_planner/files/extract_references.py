"""Which rows of an extract refer to which others, and what becomes of those that refer to nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rso_planner.domain.separation import SeparationKind
from rso_planner.files.table_reading import TableReading

_OFFENDER, _OFFICER = "offenders", "officers"
_ONE = {_OFFENDER: "an offender", _OFFICER: "an officer"}


@dataclass(frozen=True, slots=True)
class _Reference:
    """One cell that names a row of another file; `targets` are the files in which it may be."""

    position: int
    name: str
    identifier: str
    targets: tuple[str, ...]


# Officers before offenders before everything else, so that one pass follows a left-out row to its end.
_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("offenders", "officer_id", _OFFICER),
    ("visits", "offender_id", _OFFENDER),
    ("visits", "officer_id", _OFFICER),
    ("visits", "second_officer_id", _OFFICER),
    ("arms", "offender_id", _OFFENDER),
    ("arms", "officer_id", _OFFICER),
    ("orders", "offender_id", _OFFENDER),
    ("events", "offender_id", _OFFENDER),
    ("decisions", "offender_id", _OFFENDER),
    ("duties", "officer_id", _OFFICER),
    ("absences", "officer_id", _OFFICER),
)
_TABLES = (*dict.fromkeys(table for table, _, _ in _COLUMNS), "separations", "travel")

_SEPARATED = {
    SeparationKind.OFFICER_OFFENDER: (_OFFICER, _OFFENDER),
    SeparationKind.OFFICERS: (_OFFICER, _OFFICER),
    SeparationKind.OFFENDERS: (_OFFENDER, _OFFENDER),
}


def check_references(readings: Mapping[str, TableReading]) -> None:
    """Refuse the rows that name an officer or a person that no row of the extract describes."""
    if _OFFENDER not in readings or _OFFICER not in readings:
        return
    known = {target: frozenset(readings[target][_key(target)]) for target in (_OFFENDER, _OFFICER)}
    for table in _TABLES:
        reading = readings.get(table)
        if reading is None:
            continue
        for each in _references(table, reading):
            found = [target for target in each.targets if each.identifier in known[target]]
            if not found:
                wanted = " or ".join(_ONE[target] for target in each.targets)
                reading.refuse(each.position, each.name, f"{each.identifier} is not the identifier of {wanted}")
            elif len(found) > 1:
                reading.refuse(each.position, each.name, f"{each.identifier} is both an officer and an offender")


def leave_out_dependants(readings: Mapping[str, TableReading]) -> None:
    """Refuse the rows that refer to a refused row, and those that refer to them in turn."""
    for table in _TABLES:
        reading = readings.get(table)
        if reading is None:
            continue
        left_out = {target: _left_out(readings[target]) for target in (_OFFENDER, _OFFICER)}
        for each in _references(table, reading):
            if any(each.identifier in left_out[target] for target in each.targets):
                reading.refuse(
                    each.position, each.name, f"it refers to {each.identifier}, whose own row was left out"
                )


def _left_out(reading: TableReading) -> frozenset[str]:
    identifiers = reading[_key(reading.layout.name)]
    kept = {identifiers[position] for position in reading.good_positions()}
    return frozenset(each for each in identifiers if each is not None and each not in kept)


def _references(table: str, reading: TableReading) -> Iterator[_Reference]:
    if table == "separations":
        yield from _separated(reading)
        return
    if table == "travel":
        for name in ("from_id", "to_id"):
            yield from _column(reading, name, (_OFFICER, _OFFENDER))
        return
    for owner, name, target in _COLUMNS:
        if owner == table:
            yield from _column(reading, name, (target,))


def _column(reading: TableReading, name: str, targets: tuple[str, ...]) -> Iterator[_Reference]:
    for position, identifier in enumerate(reading[name]):
        if identifier is not None:
            yield _Reference(position, name, identifier, targets)


def _separated(reading: TableReading) -> Iterator[_Reference]:
    for position, (kind, first_id, second_id) in enumerate(
        zip(reading["kind"], reading["first_id"], reading["second_id"], strict=True)
    ):
        if kind is None:
            continue
        first_target, second_target = _SEPARATED[kind]
        if first_id is not None:
            yield _Reference(position, "first_id", first_id, (first_target,))
        if second_id is not None:
            yield _Reference(position, "second_id", second_id, (second_target,))


def _key(table: str) -> str:
    return {_OFFENDER: "offender_id", _OFFICER: "officer_id"}[table]
