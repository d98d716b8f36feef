"""The runs of forecasts, so that an interrupted one goes on where it stopped.

Revision 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of forecast runs."""
    op.create_table(
        "forecast_runs",
        sa.Column("run_hash", sa.String, primary_key=True),
        sa.Column("replication", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("scenario", sa.String, nullable=False),
        sa.Column("weeks", sa.Text, nullable=False),
    )
