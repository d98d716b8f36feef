"""Saves a force's extract beside what the store already holds."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from rso_planner.domain.force import Force
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.refusal import InputRefusedError
from rso_planner.storage import rows
from rso_planner.storage.audit import utc_without_zone
from rso_planner.storage.rows import StoredType, TravelLeg, Values
from rso_planner.storage.tables import CURRENT, loads

_NOTHING: Mapping[str, Collection[Values]] = MappingProxyType({})


class OlderExtractError(InputRefusedError):
    """The extract is older than the one that the store holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChanges:
    """What an extract did to one table.

    `missing` rows are no longer in the extract and are kept; `withdrawn` ones are no longer in it and are not
    current any more; `recognised` ones came under another identifier than the one they were recorded under.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    withdrawn: int = 0
    recognised: int = 0

    @property
    def is_change(self) -> bool:
        """Tell whether the table is another than before."""
        return bool(self.added or self.changed or self.withdrawn or self.recognised)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractChanges:
    """What an extract changed: by table, and the people who are no longer in it."""

    by_table: Mapping[str, TableChanges]
    missing_people: tuple[str, ...]
    is_change: bool


@dataclass(slots=True)
class _Comparison:
    """The new rows of one table against the current ones."""

    added: list[Values]
    changed: list[Values]
    superseded: list[int]
    missing: dict[Values, int]
    unchanged: int = 0
    recognised: int = 0


def save_extract(
    connection: Connection,
    force: Force,
    loaded_at: datetime,
    *,
    is_forced: bool = False,
    absent_tables: Collection[str] = (),
    left_out_keys: Mapping[str, Collection[Values]] = _NOTHING,
) -> ExtractChanges:
    """Add what is new, supersede what has changed, keep what happened; all in the caller's transaction.

    `absent_tables` are the optional files that the extract did not have, `left_out_keys` what those of its rows
    are about that were refused: what the store holds of either stays as it is, neither missing nor withdrawn.

    Raises:
        OlderExtractError: the store's extract is newer, unless `is_forced`.
    """
    latest = connection.execute(select(loads).order_by(loads.c.load_id.desc()).limit(1)).first()
    if latest is not None and force.extracted_on < latest.extracted_on and not is_forced:
        raise OlderExtractError(
            f"The extract is of {day_in_words(force.extracted_on)}, older than the store's of "
            f"{day_in_words(latest.extracted_on)}; nothing was loaded. Use --force to load it all the same."
        )
    compared = {
        stored: _compare(connection, stored, items, left_out_keys.get(stored.table.name, ()))
        for stored, items in _contents(force).items()
        if stored.table.name not in absent_tables
    }
    changes = {stored.table.name: _count(stored, each) for stored, each in compared.items()}
    missing_people = tuple(sorted(key[0] for key in compared[rows.OFFENDERS].missing))
    is_change = (
        latest is None
        or (latest.extracted_on, latest.events_complete_from) != (force.extracted_on, force.events_complete_from)
        or any(each.is_change for each in changes.values())
    )
    if is_change:
        _write(connection, force, compared, utc_without_zone(loaded_at), is_forced)
    return ExtractChanges(by_table=changes, missing_people=missing_people, is_change=is_change)


def _contents(force: Force) -> dict[StoredType, Iterable[Any]]:
    cases = force.cases
    return {
        rows.OFFENDERS: [case.offender for case in cases],
        rows.VISITS: [visit for case in cases for visit in case.visits],
        rows.ARMS: [assessment for case in cases for assessment in case.assessments],
        rows.ORDERS: [order for case in cases for order in case.orders],
        rows.EVENTS: [each for case in cases for each in case.events],
        rows.DECISIONS: [decision for case in cases for decision in case.decisions],
        rows.OFFICERS: force.officers,
        rows.DUTIES: force.duties,
        rows.ABSENCES: force.absences,
        rows.SEPARATIONS: force.separations,
        rows.TRAVEL: [TravelLeg(*pair, minutes) for pair, minutes in force.travel_minutes.items()],
    }


def _compare(
    connection: Connection, stored: StoredType, items: Iterable[Any], left_out: Collection[Values]
) -> _Comparison:
    current = _current(connection, stored)
    corrected = _corrected(connection, stored)
    found = _Comparison([], [], [], {key: version for key, (version, _) in current.items()})
    same_fact = _by_fact(stored, current)
    for values in map(stored.values_of, items):
        key = stored.key_of(values)
        known = current.get(key)
        found.missing.pop(key, None)
        if known is None:
            found.added.append(values)
            other = same_fact.get(stored.fact_of(values))
            if other is not None and other in found.missing:
                found.superseded.append(found.missing.pop(other))
                found.recognised += 1
        elif known[1] == values or values in corrected.get(key, ()):
            found.unchanged += 1
        else:
            found.changed.append(values)
            found.superseded.append(known[0])
    for key in left_out:
        found.missing.pop(key, None)
    return found


def _current(connection: Connection, stored: StoredType) -> dict[Values, tuple[int, Values]]:
    columns = (stored.table.c.version_id, *(stored.table.c[name] for name in stored.columns))
    found = (tuple(row) for row in connection.execute(select(*columns).where(CURRENT)))
    return {stored.key_of(row[1:]): (row[0], row[1:]) for row in found}


def _corrected(connection: Connection, stored: StoredType) -> dict[Values, set[Values]]:
    """What the planner has corrected since: an extract that still tells it so tells nothing new."""
    table = stored.table
    columns = [table.c[name] for name in stored.columns]
    ours = (tuple(row) for row in connection.execute(select(*columns).where(CURRENT, table.c.load_id.is_(None))))
    corrected: dict[Values, set[Values]] = {stored.key_of(values): set() for values in ours}
    if corrected:
        before = select(*columns).where(
            table.c.superseded_at.is_not(None), table.c.superseded_by_load_id.is_(None)
        )
        for row in connection.execute(before):
            values = tuple(row)
            corrected.get(stored.key_of(values), set()).add(values)
    return corrected


def _by_fact(stored: StoredType, current: Mapping[Values, tuple[int, Values]]) -> dict[Values | None, Values]:
    if not stored.fact:
        return {}
    return {stored.fact_of(values): key for key, (_, values) in current.items()}


def _count(stored: StoredType, compared: _Comparison) -> TableChanges:
    gone = len(compared.missing)
    is_kept = stored in rows.KEPT
    return TableChanges(
        added=len(compared.added) - compared.recognised,
        changed=len(compared.changed),
        unchanged=compared.unchanged,
        missing=gone if is_kept else 0,
        withdrawn=0 if is_kept else gone,
        recognised=compared.recognised,
    )


def _write(
    connection: Connection,
    force: Force,
    compared: Mapping[StoredType, _Comparison],
    loaded_at: datetime,
    is_forced: bool,
) -> None:
    load = {
        "loaded_at": loaded_at,
        "extracted_on": force.extracted_on,
        "events_complete_from": force.events_complete_from,
        "was_forced": is_forced,
    }
    load_id = int(connection.execute(insert(loads).returning(loads.c.load_id), load).scalar_one())
    for stored, found in compared.items():
        withdrawn = [] if stored in rows.KEPT else list(found.missing.values())
        _supersede(connection, stored, [*found.superseded, *withdrawn], loaded_at, load_id)
        _insert(connection, stored, [*found.added, *found.changed], loaded_at, load_id)
    _mark_missing_people(connection, force, compared[rows.OFFENDERS])


def _supersede(
    connection: Connection, stored: StoredType, versions: list[int], at: datetime, load_id: int
) -> None:
    if versions:
        table = stored.table
        statement = (
            update(table)
            .where(table.c.version_id == bindparam("version"))
            .values(superseded_at=at, superseded_by_load_id=load_id)
        )
        connection.execute(statement, [{"version": version} for version in versions])


def _insert(connection: Connection, stored: StoredType, values: list[Values], at: datetime, load_id: int) -> None:
    if values:
        version = {"recorded_at": at, "load_id": load_id}
        connection.execute(
            insert(stored.table), [{**dict(zip(stored.columns, row, strict=True)), **version} for row in values]
        )


def _mark_missing_people(connection: Connection, force: Force, compared: _Comparison) -> None:
    table = rows.OFFENDERS.table
    marked = select(table.c.version_id).where(CURRENT, table.c.missing_since.is_not(None))
    were_missing = set(connection.execute(marked).scalars())
    are_missing = set(compared.missing.values())
    _mark(connection, sorted(were_missing - are_missing), None)
    _mark(connection, sorted(are_missing - were_missing), force.extracted_on)


def _mark(connection: Connection, versions: list[int], missing_since: date | None) -> None:
    if versions:
        table = rows.OFFENDERS.table
        statement = update(table).where(table.c.version_id == bindparam("version"))
        connection.execute(
            statement.values(missing_since=missing_since), [{"version": version} for version in versions]
        )
