"""Officers, their rostered time and what reduces it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from rso_planner.domain.place import Place


class OfficerRole(StrEnum):
    """What an officer does in the unit."""

    OFFENDER_MANAGER = "offender_manager"
    SUPERVISOR = "supervisor"
    OTHER = "other"


class AbsenceKind(StrEnum):
    """Why an officer's time is reduced."""

    LEAVE = "leave"
    SICK = "sick"
    COURSE = "course"
    COURT = "court"
    ABSTRACTION = "abstraction"
    RESTRICTED = "restricted"
    TRAINING = "training"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class OffenderManager:
    """One row of the extract's officers: an offender manager, or another officer who can go on visits."""

    officer_id: str
    name: str
    role: OfficerRole
    contracted_hours: float
    arms_trained: bool
    visit_trained: bool
    base: Place
    area: str | None = None
    starts_on: date | None = None
    leaves_on: date | None = None
    may_lead: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.contracted_hours <= 60:
            raise ValueError(f"contracted_hours are 0 to 60 a week, not {self.contracted_hours}")
        if self.starts_on and self.leaves_on and self.leaves_on < self.starts_on:
            raise ValueError(f"leaves_on {self.leaves_on} is before starts_on {self.starts_on}")

    def is_in_post_on(self, day: date) -> bool:
        """Tell whether the officer serves in the unit on the day; the first and the last day count."""
        return not (self.starts_on and day < self.starts_on) and not (self.leaves_on and day > self.leaves_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """An officer's rostered time on a day; `plannable_minutes` is the most that a plan may use of it."""

    officer_id: str
    on: date
    starts_at: time
    ends_at: time
    plannable_minutes: int

    def __post_init__(self) -> None:
        length = minute_of_day(self.ends_at) - minute_of_day(self.starts_at)
        if length <= 0:
            raise ValueError(f"ends_at {self.ends_at:%H:%M} is not after starts_at {self.starts_at:%H:%M}")
        if not 0 <= self.plannable_minutes <= length:
            raise ValueError(
                f"plannable_minutes are 0 to {length}, the length of the duty, not {self.plannable_minutes}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Whole days on which the officer loses `share` (0 to 1) of the plannable time; both ends count."""

    officer_id: str
    first_on: date
    last_on: date
    kind: AbsenceKind
    share: float = 1.0
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.last_on < self.first_on:
            raise ValueError(f"the last day {self.last_on} is before the first day {self.first_on}")
        if not 0 < self.share <= 1:
            raise ValueError(f"share is more than 0 and at most 1, not {self.share}")

    def covers(self, day: date) -> bool:
        """Tell whether the day is one of the absence's days."""
        return self.first_on <= day <= self.last_on


def minute_of_day(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute
