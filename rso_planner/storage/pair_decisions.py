"""Keeps what people decided on pairs of records; a decision is never changed or deleted."""

from datetime import UTC

from sqlalchemy import Connection, insert, select

from rso_planner.domain.pair_decision import PairDecision, PairVerdict
from rso_planner.storage.audit import utc_without_zone
from rso_planner.storage.tables import pair_decisions


def save_pair_decision(connection: Connection, decision: PairDecision) -> None:
    """Add one decision; the earlier ones on the pair stay."""
    row = {
        "register_id": decision.register_id,
        "offender_id": decision.offender_id,
        "decision": decision.decision.value,
        "decided_at": utc_without_zone(decision.decided_at),
        "decided_by": decision.decided_by,
    }
    connection.execute(insert(pair_decisions), row)


def load_pair_decisions(connection: Connection) -> tuple[PairDecision, ...]:
    """Every decision in the order of writing, those undone and those that undo included."""
    rows = connection.execute(select(pair_decisions).order_by(pair_decisions.c.decision_id))
    return tuple(
        PairDecision(
            register_id=row.register_id,
            offender_id=row.offender_id,
            decision=PairVerdict(row.decision),
            decided_at=row.decided_at.replace(tzinfo=UTC),
            decided_by=row.decided_by,
        )
        for row in rows
    )
