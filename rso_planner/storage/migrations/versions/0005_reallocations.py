"""Proposals to change officers, and what was decided on each change.

Revision 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables of proposals, their changes and the decisions on them."""
    op.create_table(
        "reallocations",
        sa.Column("proposal_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("made_by", sa.String, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("policy_hash", sa.String, nullable=False),
        sa.Column("input_hash", sa.String, nullable=False),
        sa.Column("code_version", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "officer_changes",
        sa.Column("change_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("proposal_id", sa.Integer, nullable=False),
        sa.Column("offender_id", sa.String, nullable=False),
        sa.Column("risk_level", sa.String, nullable=False),
        sa.Column("from_officer_id", sa.String, nullable=True),
        sa.Column("to_officer_id", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("yearly_minutes", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["reallocations.proposal_id"],
            name="fk_officer_changes_proposal_id_reallocations",
        ),
    )
    op.create_index("ix_officer_changes_proposal_id", "officer_changes", ["proposal_id"])
    op.create_table(
        "change_decisions",
        sa.Column("decision_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("change_id", sa.Integer, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("decided_at", sa.DateTime, nullable=False),
        sa.Column("decided_by", sa.String, nullable=False),
        sa.Column("extract_officer_id", sa.String, nullable=True),
        sa.Column("note", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["change_id"], ["officer_changes.change_id"], name="fk_change_decisions_change_id_officer_changes"
        ),
    )
    op.create_index("ix_change_decisions_change_id", "change_decisions", ["change_id"])
