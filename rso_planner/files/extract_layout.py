"""The force extract's files and their columns, as the contract has them."""

from dataclasses import dataclass, field

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.decision import DecisionKind
from rso_planner.domain.event import EventKind
from rso_planner.domain.offender import LeadAgency, ManagementStatus, RegisterType, Sex, Status
from rso_planner.domain.officer import AbsenceKind, OfficerRole
from rso_planner.domain.order import OrderKind
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.separation import SeparationKind
from rso_planner.domain.visit import VisitOutcome
from rso_planner.files.cells import (
    DATE,
    DATE_TIME,
    IDENTIFIER,
    INTERVAL,
    METRES,
    NOTIFICATION_END,
    TEXT,
    TIME_OF_DAY,
    YES_NO,
    CellKind,
    decimal_number,
    whole_number,
    word_of,
)

_MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `attribute` is the path to its value in the domain object, where it has another name.

    `is_past` tells that the column holds a fact, which cannot lie after the day of the extract.
    """

    name: str
    kind: CellKind
    required: bool = False
    is_past: bool = False
    attribute: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The attributes that lead from the domain object to the value."""
        return tuple((self.attribute or self.name).split("."))


@dataclass(frozen=True, slots=True)
class Table:
    """One file of the extract; `key` names the columns in which no two rows may be alike."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    is_optional: bool = False
    column_by_name: dict[str, Column] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "column_by_name", {column.name: column for column in self.columns})


def _must(name: str, kind: CellKind, *, is_past: bool = False, attribute: str = "") -> Column:
    return Column(name, kind, True, is_past, attribute)


def _may(name: str, kind: CellKind, *, is_past: bool = False, attribute: str = "") -> Column:
    return Column(name, kind, False, is_past, attribute)


EXTRACT = Table("extract", (_must("extracted_on", DATE), _must("events_complete_from", DATE)), key=())

OFFENDERS = Table(
    "offenders",
    (
        _must("offender_id", IDENTIFIER),
        _may("register_id", IDENTIFIER),
        _must("register_type", word_of(RegisterType)),
        _may("family_name", TEXT),
        _may("given_names", TEXT),
        _may("date_of_birth", DATE, is_past=True),
        _may("sex", word_of(Sex)),
        _must("risk_level", word_of(RiskLevel)),
        _must("status", word_of(Status)),
        _may("status_since", DATE, is_past=True),
        _may("in_community_since", DATE, is_past=True),
        _must("management", word_of(ManagementStatus)),
        _may("management_since", DATE, is_past=True),
        _may("mappa_level", whole_number(1, 3)),
        _may("lead_agency", word_of(LeadAgency)),
        _may("officer_id", IDENTIFIER),
        _may("area", TEXT),
        _may("easting", METRES, attribute="place.easting"),
        _may("northing", METRES, attribute="place.northing"),
        _may("no_fixed_abode", YES_NO),
        _must("registered_on", DATE, is_past=True),
        _may("notification_ends_on", NOTIFICATION_END),
        _may("last_notified_on", DATE, is_past=True),
        _may("visit_interval", INTERVAL),
        _may("rmp_reviewed_on", DATE, is_past=True),
        _may("supervisor_reviewed_on", DATE, is_past=True),
        _may("officers_required", whole_number(1, 2)),
        _may("visit_not_before", TIME_OF_DAY),
        _may("visit_not_after", TIME_OF_DAY),
        _may("on_licence", YES_NO),
        _may("open_investigation", YES_NO),
        _may("transferred_in_on", DATE, is_past=True),
        _may("lone_visit_authorised_by", TEXT),
        _may("desktop_reviewed_on", DATE, is_past=True),
    ),
    key=("offender_id",),
)

VISITS = Table(
    "visits",
    (
        _must("visit_id", IDENTIFIER),
        _must("offender_id", IDENTIFIER),
        _must("started_at", DATE_TIME, is_past=True),
        _must("outcome", word_of(VisitOutcome)),
        _must("officer_id", IDENTIFIER),
        _may("second_officer_id", IDENTIFIER),
        _may("recorded_at", DATE_TIME, is_past=True),
    ),
    key=("visit_id",),
)

ARMS = Table(
    "arms",
    (
        _must("assessment_id", IDENTIFIER),
        _must("offender_id", IDENTIFIER),
        _must("assessed_on", DATE, is_past=True),
        _may("completed_on", DATE, is_past=True),
        _must("priority", word_of(ArmsPriority)),
        _may("officer_id", IDENTIFIER),
    ),
    key=("assessment_id",),
)

ORDERS = Table(
    "orders",
    (
        _must("order_id", IDENTIFIER),
        _must("offender_id", IDENTIFIER),
        _must("kind", word_of(OrderKind)),
        _must("made_on", DATE, is_past=True),
        _may("ends_on", DATE),
        _may("until_further_order", YES_NO),
    ),
    key=("order_id",),
)

EVENTS = Table(
    "events",
    (
        _must("event_id", IDENTIFIER),
        _must("offender_id", IDENTIFIER),
        _must("occurred_on", DATE, is_past=True),
        _must("kind", word_of(EventKind)),
        _must("significant", YES_NO),
        _may("source", TEXT),
    ),
    key=("event_id",),
)

DECISIONS = Table(
    "decisions",
    (
        _must("decision_id", IDENTIFIER),
        _must("offender_id", IDENTIFIER),
        _must("decided_on", DATE, is_past=True),
        _must("decision", word_of(DecisionKind)),
        _must("authorised_by", TEXT),
        _must("reason", TEXT),
        _may("officer_satisfied", YES_NO),
    ),
    key=("decision_id",),
)

OFFICERS = Table(
    "officers",
    (
        _must("officer_id", IDENTIFIER),
        _may("name", TEXT),
        _must("role", word_of(OfficerRole)),
        _must("contracted_hours", decimal_number(0, 60)),
        _must("arms_trained", YES_NO),
        _must("visit_trained", YES_NO),
        _may("area", TEXT),
        _must("base_easting", METRES, attribute="base.easting"),
        _must("base_northing", METRES, attribute="base.northing"),
        _may("starts_on", DATE),
        _may("leaves_on", DATE),
        _may("may_lead", YES_NO),
    ),
    key=("officer_id",),
)

DUTIES = Table(
    "duties",
    (
        _must("officer_id", IDENTIFIER),
        _must("date", DATE, attribute="on"),
        _must("starts_at", TIME_OF_DAY),
        _must("ends_at", TIME_OF_DAY),
        _must("plannable_minutes", whole_number(0, _MINUTES_A_DAY)),
    ),
    key=("officer_id", "date", "starts_at"),
)

ABSENCES = Table(
    "absences",
    (
        _must("officer_id", IDENTIFIER),
        _must("from", DATE, attribute="first_on"),
        _must("to", DATE, attribute="last_on"),
        _must("kind", word_of(AbsenceKind)),
        _may("share", decimal_number(0, 1)),
        _may("reason", TEXT),
    ),
    key=("officer_id", "from", "to", "kind"),
)

SEPARATIONS = Table(
    "separations",
    (
        _must("kind", word_of(SeparationKind)),
        _must("first_id", IDENTIFIER),
        _must("second_id", IDENTIFIER),
    ),
    key=("kind", "first_id", "second_id"),
    is_optional=True,
)

TRAVEL = Table(
    "travel",
    (
        _must("from_id", IDENTIFIER),
        _must("to_id", IDENTIFIER),
        _must("minutes", whole_number(0, _MINUTES_A_DAY)),
    ),
    key=("from_id", "to_id"),
    is_optional=True,
)

TABLES = (
    EXTRACT,
    OFFENDERS,
    VISITS,
    ARMS,
    ORDERS,
    EVENTS,
    DECISIONS,
    OFFICERS,
    DUTIES,
    ABSENCES,
    SEPARATIONS,
    TRAVEL,
)

TABLE_BY_NAME = {table.name: table for table in TABLES}
