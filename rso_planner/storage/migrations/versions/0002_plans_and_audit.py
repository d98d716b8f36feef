"""The weekly plans, and the audit of who looked at, changed or took out what.

Revision 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of plans and of the audit."""
    op.create_table(
        "plans",
        sa.Column("plan_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("week", sa.Date, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("plan_hash", sa.String, nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("policy_hash", sa.String, nullable=False),
        sa.Column("input_hash", sa.String, nullable=False),
        sa.Column("code_version", sa.String, nullable=False),
        sa.Column("ortools_version", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("ix_plans_week", "plans", ["week"])
    op.create_table(
        "audit_events",
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("command", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("offender_ids", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
