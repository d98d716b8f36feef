"""A person on whom the force's list and the register's disagree, and the one cause that explains it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rso_planner.domain.risk_level import RiskLevel


class Cause(StrEnum):
    """Why two lists disagree on a person, in the order in which a first cause is chosen."""

    POPULATION = "POPULATION"
    REACTIVE_STILL_TIMED = "REACTIVE_STILL_TIMED"
    ENTRY_LAG = "ENTRY_LAG"
    ATTEMPT_AS_VISIT = "ATTEMPT_AS_VISIT"
    UNIT = "UNIT"
    TYPE = "TYPE"
    FREQUENCY_BASIS = "FREQUENCY_BASIS"
    ANCHOR = "ANCHOR"
    RISK_CHANGE = "RISK_CHANGE"
    CUTOFF = "CUTOFF"
    OWNER = "OWNER"
    NOT_RSO = "NOT_RSO"
    DUPLICATE = "DUPLICATE"
    STATUS_ONE_SIDED = "STATUS_ONE_SIDED"
    MISSING_LOCALLY = "MISSING_LOCALLY"
    MISSING_FROM_REGISTER = "MISSING_FROM_REGISTER"
    COMBINED = "COMBINED"
    UNEXPLAINED = "UNEXPLAINED"

    @property
    def is_one_list_only(self) -> bool:
        """Tell whether the person is on one list only: the most serious causes."""
        return self in (Cause.MISSING_LOCALLY, Cause.MISSING_FROM_REGISTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDifference:
    """One field on which the two lists differ; a value is as people read it, None where a list says nothing."""

    field: str
    force: str | None
    register: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SameDifference:
    """What makes a difference the same one in two reconciliations: the person and the cause.

    The person goes by `offender_id`; `register_id` is given only where the force has no record.
    """

    offender_id: str | None
    register_id: str | None
    cause: Cause

    @classmethod
    def of(cls, offender_id: str | None, register_id: str | None, cause: Cause) -> "SameDifference":
        """The difference of the person who has these identifiers."""
        return cls(offender_id=offender_id, register_id=None if offender_id else register_id, cause=cause)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """One person on whom the two lists disagree: in the verdict, in the visits owed, or in being listed at all.

    `parts` are the causes that only together explain a COMBINED one; `also` are further causes, each of which
    would explain the disagreement alone. `risk_level` is the higher one of the two lists. `due_on` is when the
    force's own visit is due, or the register's where the force has none. `reason` says in one sentence what
    differs. Identifiers are None where a list has no record of the person.
    """

    offender_id: str | None
    register_id: str | None
    cause: Cause
    parts: tuple[Cause, ...] = ()
    also: tuple[Cause, ...] = ()
    force_overdue: bool
    register_overdue: bool
    force_visits: int
    register_visits: int
    risk_level: RiskLevel | None
    area: str | None
    officer_id: str | None
    due_on: date | None
    fields: tuple[FieldDifference, ...]
    reason: str

    @property
    def people_effect(self) -> int:
        """What the person adds to the register's count of people overdue beyond the force's: -1, 0 or 1."""
        return int(self.register_overdue) - int(self.force_overdue)

    @property
    def visits_effect(self) -> int:
        """What the person adds to the register's count of visits owed beyond the force's."""
        return self.register_visits - self.force_visits

    @property
    def same(self) -> SameDifference:
        """What an earlier or later reconciliation knows this difference by."""
        return SameDifference.of(self.offender_id, self.register_id, self.cause)
