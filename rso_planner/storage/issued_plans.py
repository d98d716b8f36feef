"""Keeps the plans that were issued; none is ever changed or deleted."""

from datetime import UTC, date

from sqlalchemy import Connection, insert, select

from rso_planner.domain.issued_plan import IssuedPlan
from rso_planner.storage.audit import utc_without_zone
from rso_planner.storage.tables import issued_plans

_COLUMNS = ("week", "version", "plan_id", "signed_by", "content", "plan_table")


def save_issued_plan(connection: Connection, issued: IssuedPlan) -> None:
    """Add a version; the store refuses a second one of the same number."""
    row = {name: getattr(issued, "table" if name == "plan_table" else name) for name in _COLUMNS}
    connection.execute(insert(issued_plans), {**row, "issued_at": utc_without_zone(issued.issued_at)})


def load_issued_plans(connection: Connection, week: date) -> tuple[IssuedPlan, ...]:
    """Every version of the week, in order."""
    query = select(issued_plans).where(issued_plans.c.week == week).order_by(issued_plans.c.version)
    return tuple(
        IssuedPlan(
            week=row.week,
            version=row.version,
            plan_id=row.plan_id,
            issued_at=row.issued_at.replace(tzinfo=UTC),
            signed_by=row.signed_by,
            content=row.content,
            table=row.plan_table,
        )
        for row in connection.execute(query)
    )
