"""Who looked at, changed or took out what (Data Protection Act 2018, s.62)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AuditAction(StrEnum):
    """The acts that section 62 asks a log of."""

    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"
    DISCLOSURE = "disclosure"
    COMBINATION = "combination"
    ERASURE = "erasure"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent:
    """One act on people's records.

    `command` names the use case; `offender_ids` lists the people, or is empty when `scope` says 'whole
    force'; `detail` holds figures and identifiers, never a name or a note.
    """

    recorded_at: datetime
    actor: str
    action: AuditAction
    command: str
    scope: str
    people: int
    offender_ids: tuple[str, ...] = ()
    detail: str = ""
