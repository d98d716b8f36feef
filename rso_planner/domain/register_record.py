"""What an export of the national register says of a person: taken as exported, never recomputed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rso_planner.domain.interval import Interval
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.risk_level import RiskLevel


class RegisterLayout(StrEnum):
    """What one row of an export stands for: a person, an outstanding visit, or an assessment."""

    PEOPLE = "people"
    VISITS = "visits"
    ASSESSMENTS = "assessments"


COMPARED_LAYOUTS = (RegisterLayout.PEOPLE, RegisterLayout.VISITS)
"""The exports that are compared with the force; assessments only complete them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRecord:
    """One record of the register; None is 'not said' in every field that an export may leave out.

    `row` is the first row of the export that the record was read from, 1 being the file's first line. In an export
    of visits `visits_outstanding` counts the person's rows and `next_visit_due_on` is the earliest of them.
    """

    register_id: str
    row: int
    register_type: RegisterType | None = None
    offender_id: str | None = None
    family_name: str | None = None
    given_names: str | None = None
    date_of_birth: date | None = None
    status: Status | None = None
    risk_level: RiskLevel | None = None
    management: ManagementStatus | None = None
    officer_id: str | None = None
    area: str | None = None
    visit_interval: Interval | None = None
    last_visit_on: date | None = None
    next_visit_due_on: date | None = None
    visits_outstanding: int | None = None
    last_arms_on: date | None = None
    next_arms_due_on: date | None = None

    def __post_init__(self) -> None:
        if self.visits_outstanding is not None and self.visits_outstanding < 0:
            raise ValueError(f"visits_outstanding is 0 or more, not {self.visits_outstanding}")

    def is_overdue_on(self, snapshot_on: date) -> bool:
        """The register's own verdict: a visit outstanding, or else its next due date before the snapshot's day."""
        if self.visits_outstanding is not None:
            return self.visits_outstanding > 0
        return self.next_visit_due_on is not None and self.next_visit_due_on < snapshot_on


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterExport:
    """An export of the register as it stood on `snapshot_on`, its records in the order of the file.

    One person may have several records, even under one `register_id`: that is found, not refused.
    `left_out_ids` are the register identifiers of rows that could not be read and were left out on demand: these
    people are on the register, although no record says what it holds of them.
    """

    snapshot_on: date
    layout: RegisterLayout
    records: tuple[RegisterRecord, ...]
    left_out_ids: tuple[str, ...] = ()

    @property
    def lists_everybody(self) -> bool:
        """Tell whether a person who is not in the export is not on the register at all."""
        return self.layout is RegisterLayout.PEOPLE
