"""The store's tables: the current and the earlier versions of every row, plans, the register's exports, the audit.

A row that an extract brought or the planner recorded is never changed or deleted: a new version is added and
the old one gets `superseded_at`. The partial unique index lets only one version of a key be current.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CURRENT = text("superseded_at IS NULL")


def _must(name: str, kind: type[Any]) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _may(name: str, kind: type[Any]) -> Column[Any]:
    return Column(name, kind, nullable=True)


def _versioned(name: str, key: tuple[str, ...], *columns: Column[Any]) -> Table:
    return Table(
        name,
        METADATA,
        Column("version_id", Integer, primary_key=True, autoincrement=True),
        *columns,
        _must("recorded_at", DateTime),
        Column("load_id", Integer, ForeignKey("loads.load_id"), nullable=True),
        _may("superseded_at", DateTime),
        Column("superseded_by_load_id", Integer, ForeignKey("loads.load_id"), nullable=True),
        Index(f"uq_{name}_current", *key, unique=True, sqlite_where=CURRENT, postgresql_where=CURRENT),
        info={"key": key},
    )


loads = Table(
    "loads",
    METADATA,
    Column("load_id", Integer, primary_key=True, autoincrement=True),
    _must("loaded_at", DateTime),
    _must("extracted_on", Date),
    _must("events_complete_from", Date),
    _must("was_forced", Boolean),
)

offenders = _versioned(
    "offenders",
    ("offender_id",),
    _must("offender_id", String),
    _may("register_id", String),
    _must("register_type", String),
    _may("family_name", String),
    _may("given_names", String),
    _may("date_of_birth", Date),
    _may("sex", String),
    _must("risk_level", String),
    _must("status", String),
    _may("status_since", Date),
    _may("in_community_since", Date),
    _must("management", String),
    _may("management_since", Date),
    _may("mappa_level", Integer),
    _may("lead_agency", String),
    _may("officer_id", String),
    _may("area", String),
    _may("easting", Integer),
    _may("northing", Integer),
    _may("no_fixed_abode", Boolean),
    _must("registered_on", Date),
    _may("notification_ends_on", Date),
    _must("notification_indefinite", Boolean),
    _may("last_notified_on", Date),
    _may("visit_interval", String),
    _may("rmp_reviewed_on", Date),
    _may("supervisor_reviewed_on", Date),
    _may("desktop_reviewed_on", Date),
    _may("officers_required", Integer),
    _may("lone_visit_authorised_by", String),
    _may("visit_not_before", Time),
    _may("visit_not_after", Time),
    _may("on_licence", Boolean),
    _may("open_investigation", Boolean),
    _may("transferred_in_on", Date),
    # The day of the first extract that no longer held the person; empty while the last one did.
    _may("missing_since", Date),
)

visits = _versioned(
    "visits",
    ("visit_id",),
    _must("visit_id", String),
    _must("offender_id", String),
    _must("started_at", DateTime),
    _must("outcome", String),
    _must("officer_id", String),
    _may("second_officer_id", String),
    # What the extract calls recorded_at; the version's own is when the planner got to know it.
    _may("visit_recorded_at", DateTime),
)

arms = _versioned(
    "arms",
    ("assessment_id",),
    _must("assessment_id", String),
    _must("offender_id", String),
    _must("assessed_on", Date),
    _must("priority", String),
    _may("completed_on", Date),
    _may("officer_id", String),
)

orders = _versioned(
    "orders",
    ("order_id",),
    _must("order_id", String),
    _must("offender_id", String),
    _must("kind", String),
    _must("made_on", Date),
    _may("ends_on", Date),
    _must("until_further_order", Boolean),
)

events = _versioned(
    "events",
    ("event_id",),
    _must("event_id", String),
    _must("offender_id", String),
    _must("occurred_on", Date),
    _must("kind", String),
    _must("significant", Boolean),
    _may("source", Text),
)

decisions = _versioned(
    "decisions",
    ("decision_id",),
    _must("decision_id", String),
    _must("offender_id", String),
    _must("decided_on", Date),
    _must("decision", String),
    _must("authorised_by", String),
    _must("reason", Text),
    _may("officer_satisfied", Boolean),
)

# Reviews of which the planner was told; the extract holds the day of the last one with the person.
recorded_reviews = _versioned(
    "recorded_reviews",
    ("offender_id", "kind", "reviewed_on"),
    _must("offender_id", String),
    _must("kind", String),
    _must("reviewed_on", Date),
)

officers = _versioned(
    "officers",
    ("officer_id",),
    _must("officer_id", String),
    _must("name", String),
    _must("role", String),
    _must("contracted_hours", Float),
    _must("arms_trained", Boolean),
    _must("visit_trained", Boolean),
    _must("base_easting", Integer),
    _must("base_northing", Integer),
    _may("area", String),
    _may("starts_on", Date),
    _may("leaves_on", Date),
    _must("may_lead", Boolean),
)

duties = _versioned(
    "duties",
    ("officer_id", "duty_on", "starts_at"),
    _must("officer_id", String),
    _must("duty_on", Date),
    _must("starts_at", Time),
    _must("ends_at", Time),
    _must("plannable_minutes", Integer),
)

absences = _versioned(
    "absences",
    ("officer_id", "first_on", "last_on", "kind"),
    _must("officer_id", String),
    _must("first_on", Date),
    _must("last_on", Date),
    _must("kind", String),
    _must("share", Float),
    _may("reason", Text),
)

separations = _versioned(
    "separations",
    ("kind", "first_id", "second_id"),
    _must("kind", String),
    _must("first_id", String),
    _must("second_id", String),
)

travel = _versioned(
    "travel",
    ("from_id", "to_id"),
    _must("from_id", String),
    _must("to_id", String),
    _must("minutes", Integer),
)

plans = Table(
    "plans",
    METADATA,
    Column("plan_id", Integer, primary_key=True, autoincrement=True),
    Column("week", Date, nullable=False, index=True),
    _must("as_of", Date),
    _must("made_at", DateTime),
    _must("plan_hash", String),
    _must("seed", BigInteger),
    _must("policy_hash", String),
    _must("input_hash", String),
    _must("code_version", String),
    _must("ortools_version", String),
    _must("status", String),
    _must("content", Text),
)

# What was handed out, byte for byte; nothing is changed or deleted here.
issued_plans = Table(
    "issued_plans",
    METADATA,
    Column("week", Date, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("plan_id", Integer, ForeignKey("plans.plan_id"), nullable=False),
    _must("issued_at", DateTime),
    _must("signed_by", String),
    _must("content", Text),
    _must("plan_table", Text),
)

register_loads = Table(
    "register_loads",
    METADATA,
    Column("load_id", Integer, primary_key=True, autoincrement=True),
    _must("loaded_at", DateTime),
    _must("snapshot_on", Date),
    _must("layout", String),
    _must("file_hash", String),
    _must("mapping", String),
    _must("was_forced", Boolean),
    _must("left_out_ids", Text),
)

register_records = Table(
    "register_records",
    METADATA,
    Column("load_id", Integer, ForeignKey("register_loads.load_id"), primary_key=True, autoincrement=False),
    Column("row", Integer, primary_key=True, autoincrement=False),
    _must("register_id", String),
    _may("register_type", String),
    _may("offender_id", String),
    _may("family_name", String),
    _may("given_names", String),
    _may("date_of_birth", Date),
    _may("status", String),
    _may("risk_level", String),
    _may("management", String),
    _may("officer_id", String),
    _may("area", String),
    _may("visit_interval", String),
    _may("last_visit_on", Date),
    _may("next_visit_due_on", Date),
    _may("visits_outstanding", Integer),
    _may("last_arms_on", Date),
    _may("next_arms_due_on", Date),
)

# Nothing is changed or deleted here: the last row of a pair is the one that counts.
pair_decisions = Table(
    "pair_decisions",
    METADATA,
    Column("decision_id", Integer, primary_key=True, autoincrement=True),
    _must("register_id", String),
    _must("offender_id", String),
    _must("decision", String),
    _must("decided_at", DateTime),
    _must("decided_by", String),
)

reallocations = Table(
    "reallocations",
    METADATA,
    Column("proposal_id", Integer, primary_key=True, autoincrement=True),
    _must("made_at", DateTime),
    _must("made_by", String),
    _must("as_of", Date),
    _must("policy_hash", String),
    _must("input_hash", String),
    _must("code_version", String),
    _must("content", Text),
)

officer_changes = Table(
    "officer_changes",
    METADATA,
    Column("change_id", Integer, primary_key=True, autoincrement=True),
    Column("proposal_id", Integer, ForeignKey("reallocations.proposal_id"), nullable=False, index=True),
    _must("offender_id", String),
    _must("risk_level", String),
    _may("from_officer_id", String),
    _must("to_officer_id", String),
    _must("reason", String),
    _must("yearly_minutes", Integer),
)

# Nothing is changed or deleted here: the last row of a change is the one that counts.
change_decisions = Table(
    "change_decisions",
    METADATA,
    Column("decision_id", Integer, primary_key=True, autoincrement=True),
    Column("change_id", Integer, ForeignKey("officer_changes.change_id"), nullable=False, index=True),
    _must("verdict", String),
    _must("decided_at", DateTime),
    _must("decided_by", String),
    _may("extract_officer_id", String),
    _must("note", Text),
)

reconciliations = Table(
    "reconciliations",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _must("made_at", DateTime),
    Column("as_of", Date, nullable=False, index=True),
    _must("snapshot_on", Date),
    _must("policy_hash", String),
    _must("input_hash", String),
    _must("code_version", String),
    _must("content", Text),
)

audit_events = Table(
    "audit_events",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    _must("recorded_at", DateTime),
    _must("actor", String),
    _must("action", String),
    _must("command", String),
    _must("scope", String),
    _must("people", Integer),
    _must("offender_ids", Text),
    _must("detail", Text),
)

forecast_runs = Table(
    "forecast_runs",
    METADATA,
    Column("run_hash", String, primary_key=True),
    Column("replication", Integer, primary_key=True, autoincrement=False),
    _must("made_at", DateTime),
    _must("scenario", String),
    _must("weeks", Text),
)
