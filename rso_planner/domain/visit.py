"""A visit: a fact with an outcome, never work still to be done."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum


class VisitOutcome(StrEnum):
    """What happened at the door; only `seen` is a completed visit (rule completed_visit)."""

    SEEN = "seen"
    NOT_SEEN = "not_seen"
    REFUSED = "refused"
    ABANDONED = "abandoned"


class PartOfDay(StrEnum):
    """The parts of a day between which unannounced visits vary (rule unannounced_pattern)."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


NOON = time(12)
EVENING_STARTS_AT = time(17)


def part_of_day(at: time) -> PartOfDay:
    """The part of day in which a visit starts: before 12, from 12 to 17, from 17."""
    if at < NOON:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if at < EVENING_STARTS_AT else PartOfDay.EVENING


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One row of the extract's visits; `started_at` is local time."""

    visit_id: str
    offender_id: str
    started_at: datetime
    outcome: VisitOutcome
    officer_id: str
    second_officer_id: str | None = None
    recorded_at: datetime | None = None
