"""Opens the store for one act on people's records, and sees to it that the act stands on the audit."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from rso_planner.domain.audit_event import AuditAction, AuditEvent
from rso_planner.storage.audit import save_audit_event
from rso_planner.storage.store import StoreConnection, open_store

WHOLE_FORCE = "whole force"


class ActNotRecordedError(RuntimeError):
    """A use case did not write exactly one audit event: a fault of ours, so its act was taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks, when, and for which store; the doors fill it, the use cases look at no clock."""

    database_url: str
    actor: str
    now: datetime


@dataclass(slots=True)
class RecordedAct:
    """One transaction on the store, which is saved only with its one audit event."""

    connection: StoreConnection
    asking: Asking
    command: str
    recorded: list[AuditEvent] = field(default_factory=list)

    def record(
        self,
        action: AuditAction,
        *,
        people: int,
        offender_ids: tuple[str, ...] = (),
        scope: str = WHOLE_FORCE,
        detail: str = "",
    ) -> None:
        """Write the act's audit event; `detail` holds figures and identifiers, never a name or a note.

        Raises:
            PermissionRefusedError: the audit cannot be written, so the act may not be done.
        """
        event = AuditEvent(
            recorded_at=self.asking.now,
            actor=self.asking.actor,
            action=action,
            command=self.command,
            scope=scope,
            people=people,
            offender_ids=offender_ids,
            detail=detail,
        )
        save_audit_event(self.connection, event)
        self.recorded.append(event)


@contextmanager
def recorded_act(asking: Asking, command: str) -> Iterator[RecordedAct]:
    """Open the store for one act; it is saved whole with its audit event at the end, or not at all.

    Raises:
        StoreNotReadyError: there is no store, or its tables are not those of this version.
        ActNotRecordedError: the act wrote no audit event, or more than one.
    """
    with open_store(asking.database_url) as store, store.transaction() as connection:
        act = RecordedAct(connection, asking, command)
        yield act
        if len(act.recorded) != 1:
            raise ActNotRecordedError(f"{command} wrote {len(act.recorded)} audit events instead of one")
