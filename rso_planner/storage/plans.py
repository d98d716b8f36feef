"""Keeps the weekly plans, each with everything that is needed to make it again."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert, select

from rso_planner.storage.audit import utc_without_zone
from rso_planner.storage.tables import plans


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPlan:
    """A plan as it was made; `content` is its JSON document, `plan_id` its number in the store."""

    week: date
    as_of: date
    made_at: datetime
    plan_hash: str
    seed: int
    policy_hash: str
    input_hash: str
    code_version: str
    ortools_version: str
    status: str
    content: str
    plan_id: int | None = None


_COLUMNS = tuple(column.name for column in plans.columns if column.name not in ("plan_id", "made_at"))


def save_plan(connection: Connection, plan: StoredPlan) -> int:
    """Add a plan and return its number; earlier plans of the week stay."""
    row = {name: getattr(plan, name) for name in _COLUMNS}
    row["made_at"] = utc_without_zone(plan.made_at)
    result = connection.execute(insert(plans).returning(plans.c.plan_id), row)
    return int(result.scalar_one())


def find_latest_plan(connection: Connection, week: date) -> StoredPlan | None:
    """The plan of the week that was made last, or None."""
    query = select(plans).where(plans.c.week == week).order_by(plans.c.plan_id.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return StoredPlan(**{**row, "made_at": row["made_at"].replace(tzinfo=UTC)})
