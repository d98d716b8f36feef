"""Saves what the planner itself is told, such as visits and decisions, as versions beside the extract's.

A version of ours has no load. What is told again differently supersedes what stood before and keeps it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select, update

from rso_planner.domain.arms import ArmsAssessment
from rso_planner.domain.decision import Decision
from rso_planner.domain.event import Event
from rso_planner.domain.officer import Absence
from rso_planner.domain.visit import Visit
from rso_planner.domain.visit_record import VisitRecord
from rso_planner.storage import rows
from rso_planner.storage.audit import utc_without_zone
from rso_planner.storage.rows import StoredType, Values
from rso_planner.storage.tables import CURRENT, recorded_reviews

OURS = "planner-"
"""How the identifiers of visits and assessments begin that the planner was told first."""

RMP = "rmp"


class Saved(StrEnum):
    """What became of something that was told."""

    ADDED = "added"
    CORRECTED = "corrected"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class _Known:
    version: int
    values: Values


def save_visit_record(connection: Connection, record: VisitRecord, at: datetime) -> Saved:
    """Save a visit with what was done there; told again, it is corrected and what stood before is kept."""
    moment = f"{record.started_at:%Y%m%dT%H%M}"
    visit = Visit(
        visit_id=f"{OURS}{record.offender_id}-{moment}",
        offender_id=record.offender_id,
        started_at=record.started_at,
        outcome=record.outcome,
        officer_id=record.officer_id,
        second_officer_id=record.second_officer_id,
        recorded_at=utc_without_zone(at).replace(second=0, microsecond=0),
    )
    day = record.started_at.date()
    found = [
        _save_fact(connection, rows.VISITS, visit, at, unless_alike=("visit_id", "visit_recorded_at")),
        _save_assessment(connection, record, day, at),
        _save_review(connection, record.offender_id, day, is_done=record.is_rmp_reviewed, at=at),
    ]
    if found[0] is Saved.ADDED:
        return Saved.ADDED
    return Saved.UNCHANGED if all(each is Saved.UNCHANGED for each in found) else Saved.CORRECTED


def save_event(connection: Connection, event: Event, at: datetime) -> Saved:
    """Save an event; one told before is the same, significant once anybody says so, with every source."""
    known = _find(connection, rows.EVENTS, rows.EVENTS.values_of(event))
    if known is not None:
        before: Event = rows.EVENTS.object_of(known.values)
        told = (before.source or "").split("; ") if before.source else []
        sources = list(dict.fromkeys([*told, *(event.source or "").split("; ")]))
        event = Event(
            event_id=before.event_id,
            offender_id=before.offender_id,
            occurred_on=before.occurred_on,
            kind=before.kind,
            significant=before.significant or event.significant,
            source="; ".join(each for each in sources if each) or None,
        )
    return _save_fact(connection, rows.EVENTS, event, at, unless_alike=("event_id",))


def save_decision(connection: Connection, decision: Decision, at: datetime) -> None:
    """Add a decision; those before it stay, for a decision is only undone by a later one."""
    _insert(connection, rows.DECISIONS, rows.DECISIONS.values_of(decision), at)


def save_absence(connection: Connection, absence: Absence, at: datetime) -> Saved:
    """Add an absence; the next extract says anew who is absent."""
    values = rows.ABSENCES.values_of(absence)
    table, columns = rows.ABSENCES.table, rows.ABSENCES.columns
    key = dict(zip(table.info["key"], rows.ABSENCES.key_of(values), strict=True))
    query = select(table.c.version_id, *(table.c[name] for name in columns))
    found = connection.execute(
        query.where(CURRENT, *(table.c[name] == value for name, value in key.items()))
    ).first()
    if found is not None and tuple(found[1:]) == values:
        return Saved.UNCHANGED
    if found is not None:
        _supersede(connection, rows.ABSENCES, found[0], at)
    _insert(connection, rows.ABSENCES, values, at)
    return Saved.ADDED if found is None else Saved.CORRECTED


def _save_assessment(connection: Connection, record: VisitRecord, day: date, at: datetime) -> Saved:
    ours = f"{OURS}{record.offender_id}-{day:%Y%m%d}"
    if record.arms is None:
        return _withdraw(connection, rows.ARMS, {"assessment_id": ours}, at)
    assessment = ArmsAssessment(
        assessment_id=ours,
        offender_id=record.offender_id,
        assessed_on=day,
        priority=record.arms,
        completed_on=day,
        officer_id=record.officer_id,
    )
    return _save_fact(connection, rows.ARMS, assessment, at, unless_alike=("assessment_id",))


def _save_review(connection: Connection, offender_id: str, day: date, *, is_done: bool, at: datetime) -> Saved:
    key = {"offender_id": offender_id, "kind": RMP, "reviewed_on": day}
    table = recorded_reviews
    is_known = connection.execute(
        select(table.c.version_id).where(CURRENT, *(table.c[name] == value for name, value in key.items()))
    ).first()
    if bool(is_known) is is_done:
        return Saved.UNCHANGED
    if is_done:
        connection.execute(insert(table), {**key, "recorded_at": utc_without_zone(at)})
        return Saved.ADDED
    statement = update(table).where(CURRENT, *(table.c[name] == value for name, value in key.items()))
    connection.execute(statement.values(superseded_at=utc_without_zone(at)))
    return Saved.CORRECTED


def _save_fact(
    connection: Connection, stored: StoredType, item: Any, at: datetime, *, unless_alike: tuple[str, ...]
) -> Saved:
    """Add the item, or a new version of what the store knows as the same fact under its own identifier."""
    values = stored.values_of(item)
    known = _find(connection, stored, values)
    if known is None:
        _insert(connection, stored, values, at)
        return Saved.ADDED
    places = [place for place, name in enumerate(stored.columns) if name not in unless_alike]
    if all(known.values[place] == values[place] for place in places):
        return Saved.UNCHANGED
    identifier = stored.columns.index(stored.table.info["key"][0])
    corrected = tuple(known.values[place] if place == identifier else each for place, each in enumerate(values))
    _supersede(connection, stored, known.version, at)
    _insert(connection, stored, corrected, at)
    return Saved.CORRECTED


def _find(connection: Connection, stored: StoredType, values: Values) -> _Known | None:
    fact = dict(zip(stored.fact, stored.fact_of(values) or (), strict=True))
    columns = (stored.table.c.version_id, *(stored.table.c[name] for name in stored.columns))
    query = select(*columns).where(CURRENT, *(stored.table.c[name] == value for name, value in fact.items()))
    found = connection.execute(query.order_by(stored.table.c.version_id)).first()
    return None if found is None else _Known(found[0], tuple(found[1:]))


def _withdraw(connection: Connection, stored: StoredType, key: Mapping[str, Any], at: datetime) -> Saved:
    statement = update(stored.table).where(
        CURRENT, *(stored.table.c[name] == value for name, value in key.items())
    )
    changed = connection.execute(statement.values(superseded_at=utc_without_zone(at))).rowcount
    return Saved.CORRECTED if changed else Saved.UNCHANGED


def _supersede(connection: Connection, stored: StoredType, version: int, at: datetime) -> None:
    statement = update(stored.table).where(stored.table.c.version_id == version)
    connection.execute(statement.values(superseded_at=utc_without_zone(at)))


def _insert(connection: Connection, stored: StoredType, values: Values, at: datetime) -> None:
    row = dict(zip(stored.columns, values, strict=True))
    connection.execute(insert(stored.table), {**row, "recorded_at": utc_without_zone(at)})
