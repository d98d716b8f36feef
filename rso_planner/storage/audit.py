"""Writes and reads the audit: who looked at, changed or took out what."""

import json
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import DBAPIError

from rso_planner.domain.audit_event import AuditAction, AuditEvent
from rso_planner.domain.refusal import PermissionRefusedError
from rso_planner.storage.tables import audit_events


def save_audit_event(connection: Connection, event: AuditEvent) -> None:
    """Add one event to the audit, in the transaction of the act itself.

    Raises:
        PermissionRefusedError: the audit cannot be written, so the act may not be done.
    """
    row = {
        "recorded_at": utc_without_zone(event.recorded_at),
        "actor": event.actor,
        "action": event.action.value,
        "command": event.command,
        "scope": event.scope,
        "people": event.people,
        "offender_ids": json.dumps(event.offender_ids),
        "detail": event.detail,
    }
    try:
        connection.execute(insert(audit_events), row)
    except DBAPIError as error:
        raise PermissionRefusedError(
            "This could not be written to the audit, so it was not done and nothing was changed."
        ) from error


def load_audit_events(connection: Connection) -> tuple[AuditEvent, ...]:
    """Every event of the audit, in the order of writing."""
    rows = connection.execute(select(audit_events).order_by(audit_events.c.sequence))
    return tuple(
        AuditEvent(
            recorded_at=row.recorded_at.replace(tzinfo=UTC),
            actor=row.actor,
            action=AuditAction(row.action),
            command=row.command,
            scope=row.scope,
            people=row.people,
            offender_ids=tuple(json.loads(row.offender_ids)),
            detail=row.detail,
        )
        for row in rows
    )


def utc_without_zone(moment: datetime) -> datetime:
    """The moment in UTC as both databases store it alike, without a time zone.

    Raises:
        ValueError: the moment has no time zone, so nobody could say when it was.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).replace(tzinfo=None)
