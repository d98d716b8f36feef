"""Plans that were signed and handed out, as they were.

Revision 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of issued plans."""
    op.create_table(
        "issued_plans",
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("issued_at", sa.DateTime, nullable=False),
        sa.Column("signed_by", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("plan_table", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.plan_id"], name="fk_issued_plans_plan_id_plans"),
    )
