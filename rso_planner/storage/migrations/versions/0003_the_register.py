"""The register's exports, decisions on pairs of records, and the reconciliations.

Revision 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of the register's exports, of decisions on pairs and of reconciliations."""
    _make_register_tables()
    op.create_table(
        "pair_decisions",
        sa.Column("decision_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("register_id", sa.String, nullable=False),
        sa.Column("offender_id", sa.String, nullable=False),
        sa.Column("decision", sa.String, nullable=False),
        sa.Column("decided_at", sa.DateTime, nullable=False),
        sa.Column("decided_by", sa.String, nullable=False),
    )
    op.create_table(
        "reconciliations",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("snapshot_on", sa.Date, nullable=False),
        sa.Column("policy_hash", sa.String, nullable=False),
        sa.Column("input_hash", sa.String, nullable=False),
        sa.Column("code_version", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("ix_reconciliations_as_of", "reconciliations", ["as_of"])


def _make_register_tables() -> None:
    op.create_table(
        "register_loads",
        sa.Column("load_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("loaded_at", sa.DateTime, nullable=False),
        sa.Column("snapshot_on", sa.Date, nullable=False),
        sa.Column("layout", sa.String, nullable=False),
        sa.Column("file_hash", sa.String, nullable=False),
        sa.Column("mapping", sa.String, nullable=False),
        sa.Column("was_forced", sa.Boolean, nullable=False),
        sa.Column("left_out_ids", sa.Text, nullable=False),
    )
    op.create_table(
        "register_records",
        sa.Column(
            "load_id",
            sa.Integer,
            sa.ForeignKey("register_loads.load_id", name="fk_register_records_load_id_register_loads"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("register_id", sa.String, nullable=False),
        sa.Column("register_type", sa.String),
        sa.Column("offender_id", sa.String),
        sa.Column("family_name", sa.String),
        sa.Column("given_names", sa.String),
        sa.Column("date_of_birth", sa.Date),
        sa.Column("status", sa.String),
        sa.Column("risk_level", sa.String),
        sa.Column("management", sa.String),
        sa.Column("officer_id", sa.String),
        sa.Column("area", sa.String),
        sa.Column("visit_interval", sa.String),
        sa.Column("last_visit_on", sa.Date),
        sa.Column("next_visit_due_on", sa.Date),
        sa.Column("visits_outstanding", sa.Integer),
        sa.Column("last_arms_on", sa.Date),
        sa.Column("next_arms_due_on", sa.Date),
    )
