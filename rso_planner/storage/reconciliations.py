"""Keeps the reconciliations, so that the next one can say what is new, standing and gone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert, select

from rso_planner.storage.audit import utc_without_zone
from rso_planner.storage.tables import reconciliations


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReconciliation:
    """A reconciliation as it was made; `content` is a JSON document, `number` its number in the store."""

    as_of: date
    snapshot_on: date
    made_at: datetime
    policy_hash: str
    input_hash: str
    code_version: str
    content: str
    number: int | None = None


_COLUMNS = tuple(column.name for column in reconciliations.columns if column.name not in ("number", "made_at"))


def save_reconciliation(connection: Connection, reconciliation: StoredReconciliation) -> int:
    """Add a reconciliation and return its number; earlier ones of the day stay."""
    row = {name: getattr(reconciliation, name) for name in _COLUMNS}
    row["made_at"] = utc_without_zone(reconciliation.made_at)
    result = connection.execute(insert(reconciliations).returning(reconciliations.c.number), row)
    return int(result.scalar_one())


def find_reconciliation_before(connection: Connection, as_of: date) -> StoredReconciliation | None:
    """The last reconciliation made of the last as-of day before this one, or None."""
    query = (
        select(reconciliations)
        .where(reconciliations.c.as_of < as_of)
        .order_by(reconciliations.c.as_of.desc(), reconciliations.c.number.desc())
        .limit(1)
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return StoredReconciliation(**{**row, "made_at": row["made_at"].replace(tzinfo=UTC)})
