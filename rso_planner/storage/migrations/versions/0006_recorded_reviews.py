"""Reviews of risk management plans that the planner was told of, beside those that extracts hold.

Revision 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_CURRENT = sa.text("superseded_at IS NULL")


def upgrade() -> None:
    """Make the table of recorded reviews."""
    op.create_table(
        "recorded_reviews",
        sa.Column("version_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("offender_id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("reviewed_on", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
        sa.Column("load_id", sa.Integer, nullable=True),
        sa.Column("superseded_at", sa.DateTime, nullable=True),
        sa.Column("superseded_by_load_id", sa.Integer, nullable=True),
        sa.ForeignKeyConstraint(["load_id"], ["loads.load_id"], name="fk_recorded_reviews_load_id_loads"),
        sa.ForeignKeyConstraint(
            ["superseded_by_load_id"], ["loads.load_id"], name="fk_recorded_reviews_superseded_by_load_id_loads"
        ),
    )
    op.create_index(
        "uq_recorded_reviews_current",
        "recorded_reviews",
        ["offender_id", "kind", "reviewed_on"],
        unique=True,
        sqlite_where=_CURRENT,
        postgresql_where=_CURRENT,
    )
