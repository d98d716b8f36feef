"""The force: every extract that was loaded and the versions of the rows it brought.

Revision 0001, the first.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the force."""
    op.create_table(
        "loads",
        sa.Column("load_id", sa.Integer, primary_key=True, autoincrement=True),
        _must("loaded_at", sa.DateTime),
        _must("extracted_on", sa.Date),
        _must("events_complete_from", sa.Date),
        _must("was_forced", sa.Boolean),
    )
    for name, key, columns in TABLES:
        _create_versioned(name, key, columns)


def _create_versioned(name: str, key: tuple[str, ...], columns: tuple[sa.Column[Any], ...]) -> None:
    current = sa.text("superseded_at IS NULL")
    op.create_table(
        name,
        sa.Column("version_id", sa.Integer, primary_key=True, autoincrement=True),
        *columns,
        _must("recorded_at", sa.DateTime),
        sa.Column("load_id", sa.Integer, sa.ForeignKey("loads.load_id"), nullable=True),
        _may("superseded_at", sa.DateTime),
        sa.Column("superseded_by_load_id", sa.Integer, sa.ForeignKey("loads.load_id"), nullable=True),
    )
    op.create_index(
        f"uq_{name}_current", name, list(key), unique=True, sqlite_where=current, postgresql_where=current
    )


def _must(name: str, kind: type[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _may(name: str, kind: type[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=True)


TABLES: tuple[tuple[str, tuple[str, ...], tuple[sa.Column[Any], ...]], ...] = (
    (
        "offenders",
        ("offender_id",),
        (
            _must("offender_id", sa.String),
            _may("register_id", sa.String),
            _must("register_type", sa.String),
            _may("family_name", sa.String),
            _may("given_names", sa.String),
            _may("date_of_birth", sa.Date),
            _may("sex", sa.String),
            _must("risk_level", sa.String),
            _must("status", sa.String),
            _may("status_since", sa.Date),
            _may("in_community_since", sa.Date),
            _must("management", sa.String),
            _may("management_since", sa.Date),
            _may("mappa_level", sa.Integer),
            _may("lead_agency", sa.String),
            _may("officer_id", sa.String),
            _may("area", sa.String),
            _may("easting", sa.Integer),
            _may("northing", sa.Integer),
            _may("no_fixed_abode", sa.Boolean),
            _must("registered_on", sa.Date),
            _may("notification_ends_on", sa.Date),
            _must("notification_indefinite", sa.Boolean),
            _may("last_notified_on", sa.Date),
            _may("visit_interval", sa.String),
            _may("rmp_reviewed_on", sa.Date),
            _may("supervisor_reviewed_on", sa.Date),
            _may("desktop_reviewed_on", sa.Date),
            _may("officers_required", sa.Integer),
            _may("lone_visit_authorised_by", sa.String),
            _may("visit_not_before", sa.Time),
            _may("visit_not_after", sa.Time),
            _may("on_licence", sa.Boolean),
            _may("open_investigation", sa.Boolean),
            _may("transferred_in_on", sa.Date),
            _may("missing_since", sa.Date),
        ),
    ),
    (
        "visits",
        ("visit_id",),
        (
            _must("visit_id", sa.String),
            _must("offender_id", sa.String),
            _must("started_at", sa.DateTime),
            _must("outcome", sa.String),
            _must("officer_id", sa.String),
            _may("second_officer_id", sa.String),
            _may("visit_recorded_at", sa.DateTime),
        ),
    ),
    (
        "arms",
        ("assessment_id",),
        (
            _must("assessment_id", sa.String),
            _must("offender_id", sa.String),
            _must("assessed_on", sa.Date),
            _must("priority", sa.String),
            _may("completed_on", sa.Date),
            _may("officer_id", sa.String),
        ),
    ),
    (
        "orders",
        ("order_id",),
        (
            _must("order_id", sa.String),
            _must("offender_id", sa.String),
            _must("kind", sa.String),
            _must("made_on", sa.Date),
            _may("ends_on", sa.Date),
            _must("until_further_order", sa.Boolean),
        ),
    ),
    (
        "events",
        ("event_id",),
        (
            _must("event_id", sa.String),
            _must("offender_id", sa.String),
            _must("occurred_on", sa.Date),
            _must("kind", sa.String),
            _must("significant", sa.Boolean),
            _may("source", sa.Text),
        ),
    ),
    (
        "decisions",
        ("decision_id",),
        (
            _must("decision_id", sa.String),
            _must("offender_id", sa.String),
            _must("decided_on", sa.Date),
            _must("decision", sa.String),
            _must("authorised_by", sa.String),
            _must("reason", sa.Text),
            _may("officer_satisfied", sa.Boolean),
        ),
    ),
    (
        "officers",
        ("officer_id",),
        (
            _must("officer_id", sa.String),
            _must("name", sa.String),
            _must("role", sa.String),
            _must("contracted_hours", sa.Float),
            _must("arms_trained", sa.Boolean),
            _must("visit_trained", sa.Boolean),
            _must("base_easting", sa.Integer),
            _must("base_northing", sa.Integer),
            _may("area", sa.String),
            _may("starts_on", sa.Date),
            _may("leaves_on", sa.Date),
            _must("may_lead", sa.Boolean),
        ),
    ),
    (
        "duties",
        ("officer_id", "duty_on", "starts_at"),
        (
            _must("officer_id", sa.String),
            _must("duty_on", sa.Date),
            _must("starts_at", sa.Time),
            _must("ends_at", sa.Time),
            _must("plannable_minutes", sa.Integer),
        ),
    ),
    (
        "absences",
        ("officer_id", "first_on", "last_on", "kind"),
        (
            _must("officer_id", sa.String),
            _must("first_on", sa.Date),
            _must("last_on", sa.Date),
            _must("kind", sa.String),
            _must("share", sa.Float),
            _may("reason", sa.Text),
        ),
    ),
    (
        "separations",
        ("kind", "first_id", "second_id"),
        (
            _must("kind", sa.String),
            _must("first_id", sa.String),
            _must("second_id", sa.String),
        ),
    ),
    (
        "travel",
        ("from_id", "to_id"),
        (
            _must("from_id", sa.String),
            _must("to_id", sa.String),
            _must("minutes", sa.Integer),
        ),
    ),
)
