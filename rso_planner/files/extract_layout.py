"""The force extract's files and their columns, as the contract has them."""

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
    decimal_number,
    whole_number,
    word_of,
)
from rso_planner.files.table_layout import Table, may, must

_MINUTES_A_DAY = 24 * 60

EXTRACT = Table("extract", (must("extracted_on", DATE), must("events_complete_from", DATE)), key=())

OFFENDERS = Table(
    "offenders",
    (
        must("offender_id", IDENTIFIER),
        may("register_id", IDENTIFIER),
        must("register_type", word_of(RegisterType)),
        may("family_name", TEXT),
        may("given_names", TEXT),
        may("date_of_birth", DATE, is_past=True),
        may("sex", word_of(Sex)),
        must("risk_level", word_of(RiskLevel)),
        must("status", word_of(Status)),
        may("status_since", DATE, is_past=True),
        may("in_community_since", DATE, is_past=True),
        must("management", word_of(ManagementStatus)),
        may("management_since", DATE, is_past=True),
        may("mappa_level", whole_number(1, 3)),
        may("lead_agency", word_of(LeadAgency)),
        may("officer_id", IDENTIFIER),
        may("area", TEXT),
        may("easting", METRES, attribute="place.easting"),
        may("northing", METRES, attribute="place.northing"),
        may("no_fixed_abode", YES_NO),
        must("registered_on", DATE, is_past=True),
        may("notification_ends_on", NOTIFICATION_END),
        may("last_notified_on", DATE, is_past=True),
        may("visit_interval", INTERVAL),
        may("rmp_reviewed_on", DATE, is_past=True),
        may("supervisor_reviewed_on", DATE, is_past=True),
        may("officers_required", whole_number(1, 2)),
        may("visit_not_before", TIME_OF_DAY),
        may("visit_not_after", TIME_OF_DAY),
        may("on_licence", YES_NO),
        may("open_investigation", YES_NO),
        may("transferred_in_on", DATE, is_past=True),
        may("lone_visit_authorised_by", TEXT),
        may("desktop_reviewed_on", DATE, is_past=True),
    ),
    key=("offender_id",),
)

VISITS = Table(
    "visits",
    (
        must("visit_id", IDENTIFIER),
        must("offender_id", IDENTIFIER),
        must("started_at", DATE_TIME, is_past=True),
        must("outcome", word_of(VisitOutcome)),
        must("officer_id", IDENTIFIER),
        may("second_officer_id", IDENTIFIER),
        may("recorded_at", DATE_TIME, is_past=True),
    ),
    key=("visit_id",),
)

ARMS = Table(
    "arms",
    (
        must("assessment_id", IDENTIFIER),
        must("offender_id", IDENTIFIER),
        must("assessed_on", DATE, is_past=True),
        may("completed_on", DATE, is_past=True),
        must("priority", word_of(ArmsPriority)),
        may("officer_id", IDENTIFIER),
    ),
    key=("assessment_id",),
)

ORDERS = Table(
    "orders",
    (
        must("order_id", IDENTIFIER),
        must("offender_id", IDENTIFIER),
        must("kind", word_of(OrderKind)),
        must("made_on", DATE, is_past=True),
        may("ends_on", DATE),
        may("until_further_order", YES_NO),
    ),
    key=("order_id",),
)

EVENTS = Table(
    "events",
    (
        must("event_id", IDENTIFIER),
        must("offender_id", IDENTIFIER),
        must("occurred_on", DATE, is_past=True),
        must("kind", word_of(EventKind)),
        must("significant", YES_NO),
        may("source", TEXT),
    ),
    key=("event_id",),
)

DECISIONS = Table(
    "decisions",
    (
        must("decision_id", IDENTIFIER),
        must("offender_id", IDENTIFIER),
        must("decided_on", DATE, is_past=True),
        must("decision", word_of(DecisionKind)),
        must("authorised_by", TEXT),
        must("reason", TEXT),
        may("officer_satisfied", YES_NO),
    ),
    key=("decision_id",),
)

OFFICERS = Table(
    "officers",
    (
        must("officer_id", IDENTIFIER),
        may("name", TEXT),
        must("role", word_of(OfficerRole)),
        must("contracted_hours", decimal_number(0, 60)),
        must("arms_trained", YES_NO),
        must("visit_trained", YES_NO),
        may("area", TEXT),
        must("base_easting", METRES, attribute="base.easting"),
        must("base_northing", METRES, attribute="base.northing"),
        may("starts_on", DATE),
        may("leaves_on", DATE),
        may("may_lead", YES_NO),
    ),
    key=("officer_id",),
)

DUTIES = Table(
    "duties",
    (
        must("officer_id", IDENTIFIER),
        must("date", DATE, attribute="on"),
        must("starts_at", TIME_OF_DAY),
        must("ends_at", TIME_OF_DAY),
        must("plannable_minutes", whole_number(0, _MINUTES_A_DAY)),
    ),
    key=("officer_id", "date", "starts_at"),
)

ABSENCES = Table(
    "absences",
    (
        must("officer_id", IDENTIFIER),
        must("from", DATE, attribute="first_on"),
        must("to", DATE, attribute="last_on"),
        must("kind", word_of(AbsenceKind)),
        may("share", decimal_number(0, 1)),
        may("reason", TEXT),
    ),
    key=("officer_id", "from", "to", "kind"),
)

SEPARATIONS = Table(
    "separations",
    (
        must("kind", word_of(SeparationKind)),
        must("first_id", IDENTIFIER),
        must("second_id", IDENTIFIER),
    ),
    key=("kind", "first_id", "second_id"),
    is_optional=True,
)

TRAVEL = Table(
    "travel",
    (
        must("from_id", IDENTIFIER),
        must("to_id", IDENTIFIER),
        must("minutes", whole_number(0, _MINUTES_A_DAY)),
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
