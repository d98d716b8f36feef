"""A person under management, as the force's records describe the person."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from rso_planner.domain.interval import Interval
from rso_planner.domain.place import Place
from rso_planner.domain.risk_level import RiskLevel


class RegisterType(StrEnum):
    """Why the person is on the list: a registered sex offender, a sexual risk order subject, or another."""

    RSO = "rso"
    SRO = "sro"
    OTHER = "other"


class Status(StrEnum):
    """Where the person is."""

    COMMUNITY = "community"
    CUSTODY = "custody"
    HOSPITAL = "hospital"
    ABROAD = "abroad"
    MISSING = "missing"
    WANTED = "wanted"
    DECEASED = "deceased"
    TRANSFERRED_OUT = "transferred_out"
    ARCHIVED = "archived"


AWAY = frozenset({Status.CUSTODY, Status.HOSPITAL, Status.ABROAD})
"""The statuses that stop the visit clock (rule clock_suspension)."""

SOUGHT = frozenset({Status.MISSING, Status.WANTED})
"""The statuses that put a person on the enquiry list (rule missing_or_wanted)."""

NO_LONGER_MANAGED = frozenset({Status.DECEASED, Status.TRANSFERRED_OUT, Status.ARCHIVED})
"""The statuses that end management (rule end_of_management)."""


class ManagementStatus(StrEnum):
    """How the person is managed: with visits (active) or without (reactive)."""

    ACTIVE = "active"
    REACTIVE = "reactive"


class LeadAgency(StrEnum):
    """Which agency leads on the person and so owes the first ARMS."""

    POLICE = "police"
    PROBATION = "probation"


class Sex(StrEnum):
    """The sex on record; ARMS is made for adult men."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offender:
    """One row of the extract's offenders; None is 'not known' in every field that may be empty."""

    offender_id: str
    register_type: RegisterType
    risk_level: RiskLevel
    status: Status
    management: ManagementStatus
    registered_on: date
    register_id: str | None = None
    family_name: str | None = None
    given_names: str | None = None
    date_of_birth: date | None = None
    sex: Sex | None = None
    status_since: date | None = None
    in_community_since: date | None = None
    management_since: date | None = None
    mappa_level: int | None = None
    lead_agency: LeadAgency | None = None
    officer_id: str | None = None
    area: str | None = None
    place: Place | None = None
    no_fixed_abode: bool | None = None
    notification_ends_on: date | None = None
    notification_indefinite: bool = False
    last_notified_on: date | None = None
    visit_interval: Interval | None = None
    rmp_reviewed_on: date | None = None
    supervisor_reviewed_on: date | None = None
    desktop_reviewed_on: date | None = None
    officers_required: int | None = None
    lone_visit_authorised_by: str | None = None
    visit_not_before: time | None = None
    visit_not_after: time | None = None
    on_licence: bool | None = None
    open_investigation: bool | None = None
    transferred_in_on: date | None = None

    def __post_init__(self) -> None:
        if self.officers_required not in (None, 1, 2):
            raise ValueError(f"officers_required is 1 or 2, not {self.officers_required}")
        if self.officers_required == 1 and not self.lone_visit_authorised_by:
            raise ValueError("officers_required is 1 but nobody is named in lone_visit_authorised_by")
        if self.mappa_level not in (None, 1, 2, 3):
            raise ValueError(f"mappa_level is 1, 2 or 3, not {self.mappa_level}")
        if self.notification_indefinite and self.notification_ends_on:
            raise ValueError("an indefinite notification has no end date")

    @property
    def is_rso(self) -> bool:
        """Tell whether the person counts as a registered sex offender (rule register_types)."""
        return self.register_type is RegisterType.RSO

    def age_on(self, day: date) -> int | None:
        """The age in whole years, or None when the date of birth is not known."""
        if self.date_of_birth is None:
            return None
        born = self.date_of_birth
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
