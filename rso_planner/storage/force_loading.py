"""Loads the force as the store holds it now."""

from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, select

from rso_planner.domain.case import Case
from rso_planner.domain.force import Force
from rso_planner.storage import rows
from rso_planner.storage.allocation_settling import find_officers_in_force
from rso_planner.storage.rows import StoredType
from rso_planner.storage.store import StoreNotReadyError
from rso_planner.storage.tables import CURRENT, loads


def load_force(connection: Connection) -> Force:
    """The current version of everything, in the order in which a freshly read extract has it.

    A person with an accepted change of officer, of which the extract does not know yet, has the new officer.

    Raises:
        StoreNotReadyError: no extract has been loaded yet.
    """
    latest = connection.execute(select(loads).order_by(loads.c.load_id.desc()).limit(1)).first()
    if latest is None:
        raise StoreNotReadyError("The store holds no extract yet; load one first.")
    return Force(
        extracted_on=latest.extracted_on,
        events_complete_from=latest.events_complete_from,
        cases=_load_cases(connection, latest.events_complete_from),
        officers=_load(connection, rows.OFFICERS, "officer_id"),
        duties=_load(connection, rows.DUTIES, "officer_id", "on", "starts_at"),
        absences=_load(connection, rows.ABSENCES, "officer_id", "first_on", "last_on", "kind"),
        separations=_load(connection, rows.SEPARATIONS, "kind", "first_id", "second_id"),
        travel_minutes={
            (leg.from_id, leg.to_id): leg.minutes for leg in _load(connection, rows.TRAVEL, "from_id", "to_id")
        },
    )


def find_missing_people(connection: Connection) -> tuple[str, ...]:
    """The people whom the last extract no longer held, by identifier."""
    table = rows.OFFENDERS.table
    query = select(table.c.offender_id).where(CURRENT, table.c.missing_since.is_not(None))
    return tuple(sorted(connection.execute(query).scalars()))


def _load_cases(connection: Connection, events_complete_from: Any) -> tuple[Case, ...]:
    visits = _by_offender(_load(connection, rows.VISITS, "started_at", "visit_id"))
    assessments = _by_offender(_load(connection, rows.ARMS, "assessed_on", "assessment_id"))
    orders = _by_offender(_load(connection, rows.ORDERS, "made_on", "order_id"))
    events = _by_offender(_load(connection, rows.EVENTS, "occurred_on", "event_id"))
    decisions = _by_offender(_load(connection, rows.DECISIONS, "decided_on", "decision_id"))
    new_officers = find_officers_in_force(connection)
    return tuple(
        Case(
            offender=replace(offender, officer_id=new_officers.get(offender.offender_id, offender.officer_id)),
            events_complete_from=events_complete_from,
            visits=visits.get(offender.offender_id, ()),
            assessments=assessments.get(offender.offender_id, ()),
            orders=orders.get(offender.offender_id, ()),
            events=events.get(offender.offender_id, ()),
            decisions=decisions.get(offender.offender_id, ()),
        )
        for offender in _load(connection, rows.OFFENDERS, "offender_id")
    )


def _load(connection: Connection, stored: StoredType, *order: str) -> tuple[Any, ...]:
    # Sorted here and not by the database, whose order of letters depends on its settings.
    query = select(*(stored.table.c[name] for name in stored.columns)).where(CURRENT)
    found = [stored.object_of(tuple(row)) for row in connection.execute(query)]
    return tuple(sorted(found, key=attrgetter(*order)))


def _by_offender(items: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for item in items:
        found.setdefault(item.offender_id, []).append(item)
    return {offender_id: tuple(mine) for offender_id, mine in found.items()}
