"""Events: what came to notice about a person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EventKind(StrEnum):
    """The kinds of event in the extract."""

    OFFENCE = "offence"
    ORDER_BREACH = "order_breach"
    INTELLIGENCE = "intelligence"
    RISK_CHANGE = "risk_change"
    ADDRESS_CHANGE = "address_change"
    RELATIONSHIP = "relationship"
    RELEASE = "release"
    RECALL = "recall"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row of the extract's events."""

    event_id: str
    offender_id: str
    occurred_on: date
    kind: EventKind
    significant: bool
    source: str | None = None
