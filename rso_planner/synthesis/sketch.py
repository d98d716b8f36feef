"""What is settled about a person before the details are drawn."""

from dataclasses import dataclass
from enum import StrEnum

from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.risk_level import RiskLevel


class Arrival(StrEnum):
    """What last started the person's visit clock."""

    REGISTERED = "registered"
    RELEASED = "released"
    BACK_FROM_HOSPITAL_OR_ABROAD = "back_from_hospital_or_abroad"
    TRANSFERRED_IN = "transferred_in"
    BACK_TO_ACTIVE = "back_to_active"


class Dwelling(StrEnum):
    """Where a person can be visited, as far as the force knows."""

    HOME = "home"
    NO_FIXED_ABODE_WITH_PLACE = "no_fixed_abode_with_place"
    NO_FIXED_ABODE_WITHOUT_PLACE = "no_fixed_abode_without_place"
    PLACE_NOT_KNOWN = "place_not_known"


class Trigger(StrEnum):
    """What has happened to a person since the move to reactive management."""

    NONE = "none"
    EVENT = "event"
    EVENT_REVIEWED = "event_reviewed"
    ARMS_RAISED = "arms_raised"


@dataclass(slots=True, kw_only=True)
class Sketch:
    """A person in outline; the drawing fills it group by group, so it can change until all groups are drawn."""

    register_type: RegisterType
    status: Status
    risk_level: RiskLevel
    offender_id: str = ""
    management: ManagementStatus = ManagementStatus.ACTIVE
    arrival: Arrival = Arrival.REGISTERED
    dwelling: Dwelling = Dwelling.HOME
    trigger: Trigger = Trigger.NONE
    registration_ended: bool = False
    is_overdue: bool = False
    is_due_today: bool = False
    awaits_first_visit: bool = False
    is_eligible: bool = False
    is_assessed: bool = False
    has_order: bool = False
    is_under_18: bool = False

    @property
    def is_reactive(self) -> bool:
        """Tell whether the person is managed without visits."""
        return self.management is ManagementStatus.REACTIVE

    @property
    def is_visited(self) -> bool:
        """Tell whether the visit clock runs: active, in the community, not sought."""
        return self.status is Status.COMMUNITY and not self.is_reactive and not self.registration_ended

    @property
    def is_registered(self) -> bool:
        """Tell whether the person counts as a registered sex offender of the force."""
        gone = (Status.DECEASED, Status.TRANSFERRED_OUT, Status.ARCHIVED)
        is_rso = self.register_type is RegisterType.RSO
        return is_rso and self.status not in gone and not self.registration_ended

    @property
    def is_in_community(self) -> bool:
        """Tell whether the person counts among the registered people in the community."""
        return self.is_registered and self.status in (Status.COMMUNITY, Status.MISSING, Status.WANTED)
