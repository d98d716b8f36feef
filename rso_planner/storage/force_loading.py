"""Loads the force as the store holds it now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Table, func, or_, select

from rso_planner.domain.case import Case
from rso_planner.domain.force import Force
from rso_planner.storage import rows
from rso_planner.storage.allocation_settling import find_officers_in_force
from rso_planner.storage.rows import StoredType
from rso_planner.storage.store import StoreNotReadyError
from rso_planner.storage.tables import CURRENT, loads, recorded_reviews


@dataclass(frozen=True, slots=True)
class PastLoad:
    """An extract that was loaded: its number in the store and its day."""

    load_id: int
    extracted_on: date


def load_force(connection: Connection, past: PastLoad | None = None) -> Force:
    """The current version of everything, in the order in which a freshly read extract has it.

    A person with an accepted change of officer, of which the extract does not know yet, has the new officer. With
    `past` everything is as it was when that extract had just been loaded, with the officers whom it named.

    Raises:
        StoreNotReadyError: no extract has been loaded yet.
    """
    query = select(loads).order_by(loads.c.load_id.desc()).limit(1)
    found = connection.execute(query if past is None else query.where(loads.c.load_id == past.load_id)).first()
    if found is None:
        raise StoreNotReadyError("The store holds no extract yet; load one first.")
    known = _Known(connection, None if past is None else found.loaded_at)
    return Force(
        extracted_on=found.extracted_on,
        events_complete_from=found.events_complete_from,
        cases=_load_cases(known, found.events_complete_from),
        officers=known.load(rows.OFFICERS, "officer_id"),
        duties=known.load(rows.DUTIES, "officer_id", "on", "starts_at"),
        absences=known.load(rows.ABSENCES, "officer_id", "first_on", "last_on", "kind"),
        separations=known.load(rows.SEPARATIONS, "kind", "first_id", "second_id"),
        travel_minutes={
            (leg.from_id, leg.to_id): leg.minutes for leg in known.load(rows.TRAVEL, "from_id", "to_id")
        },
    )


def find_past_loads(connection: Connection) -> tuple[PastLoad, ...]:
    """Every extract that was loaded, in the order of loading."""
    query = select(loads.c.load_id, loads.c.extracted_on).order_by(loads.c.load_id)
    return tuple(PastLoad(row.load_id, row.extracted_on) for row in connection.execute(query))


def find_missing_people(connection: Connection) -> tuple[str, ...]:
    """The people whom the last extract no longer held, by identifier."""
    table = rows.OFFENDERS.table
    query = select(table.c.offender_id).where(CURRENT, table.c.missing_since.is_not(None))
    return tuple(sorted(connection.execute(query).scalars()))


@dataclass(frozen=True, slots=True)
class _Known:
    """The rows that were current at a moment, or are now where it is None."""

    connection: Connection
    at: datetime | None

    def load(self, stored: StoredType, *order: str) -> tuple[Any, ...]:
        """The objects of a type, sorted by these attributes."""
        # Sorted here and not by the database, whose order of letters depends on its settings.
        query = select(*(stored.table.c[name] for name in stored.columns)).where(*self._is_current(stored.table))
        found = [stored.object_of(tuple(row)) for row in self.connection.execute(query)]
        return tuple(sorted(found, key=attrgetter(*order)))

    def last_reviews(self) -> dict[str, date]:
        """The last review of each person's risk management plan of which the planner was told."""
        table = recorded_reviews
        query = select(table.c.offender_id, func.max(table.c.reviewed_on)).where(*self._is_current(table))
        return {person: day for person, day in self.connection.execute(query.group_by(table.c.offender_id))}

    def _is_current(self, table: Table) -> list[Any]:
        if self.at is None:
            return [CURRENT]
        is_left = or_(table.c.superseded_at.is_(None), table.c.superseded_at > self.at)
        return [table.c.recorded_at <= self.at, is_left]


def _load_cases(known: _Known, events_complete_from: date) -> tuple[Case, ...]:
    visits = _by_offender(known.load(rows.VISITS, "started_at", "visit_id"))
    assessments = _by_offender(known.load(rows.ARMS, "assessed_on", "assessment_id"))
    orders = _by_offender(known.load(rows.ORDERS, "made_on", "order_id"))
    events = _by_offender(known.load(rows.EVENTS, "occurred_on", "event_id"))
    decisions = _by_offender(known.load(rows.DECISIONS, "decided_on", "decision_id"))
    new_officers = find_officers_in_force(known.connection) if known.at is None else {}
    reviewed_on = known.last_reviews()
    return tuple(
        Case(
            offender=replace(
                offender,
                officer_id=new_officers.get(offender.offender_id, offender.officer_id),
                rmp_reviewed_on=_later(offender.rmp_reviewed_on, reviewed_on.get(offender.offender_id)),
            ),
            events_complete_from=events_complete_from,
            visits=visits.get(offender.offender_id, ()),
            assessments=assessments.get(offender.offender_id, ()),
            orders=orders.get(offender.offender_id, ()),
            events=events.get(offender.offender_id, ()),
            decisions=decisions.get(offender.offender_id, ()),
        )
        for offender in known.load(rows.OFFENDERS, "offender_id")
    )


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day is not None), default=None)


def _by_offender(items: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for item in items:
        found.setdefault(item.offender_id, []).append(item)
    return {offender_id: tuple(mine) for offender_id, mine in found.items()}
