"""Keeps the proposals to change officers and what was decided on each change; nothing of it is ever changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Select, func, insert, select

from rso_planner.domain.reallocation import (
    ChangeDecision,
    ChangeReason,
    ChangeVerdict,
    OfficerChange,
    StoredChange,
)
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.storage.audit import utc_without_zone
from rso_planner.storage.tables import change_decisions, officer_changes, reallocations


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReallocation:
    """A proposal as it was made; `content` is its JSON document, `proposal_id` its number in the store."""

    made_at: datetime
    made_by: str
    as_of: date
    policy_hash: str
    input_hash: str
    code_version: str
    content: str
    proposal_id: int | None = None


_COLUMNS = tuple(column.name for column in reallocations.columns if column.name not in ("proposal_id", "made_at"))


def save_reallocation(
    connection: Connection, proposal: StoredReallocation, changes: Iterable[OfficerChange]
) -> int:
    """Add a proposal with its changes and return its number; earlier ones stay."""
    row = {name: getattr(proposal, name) for name in _COLUMNS}
    row["made_at"] = utc_without_zone(proposal.made_at)
    number = int(
        connection.execute(insert(reallocations).returning(reallocations.c.proposal_id), row).scalar_one()
    )
    rows = [
        {
            "proposal_id": number,
            "offender_id": each.offender_id,
            "risk_level": each.risk_level.value,
            "from_officer_id": each.from_officer_id,
            "to_officer_id": each.to_officer_id,
            "reason": each.reason.value,
            "yearly_minutes": each.yearly_minutes,
        }
        for each in changes
    ]
    if rows:
        connection.execute(insert(officer_changes), rows)
    return number


def save_change_decisions(connection: Connection, decisions: Iterable[ChangeDecision]) -> None:
    """Add decisions; the earlier ones on the same changes stay."""
    rows = [
        {
            "change_id": each.change_id,
            "verdict": each.verdict.value,
            "decided_at": utc_without_zone(each.decided_at),
            "decided_by": each.decided_by,
            "extract_officer_id": each.extract_officer_id,
            "note": each.note,
        }
        for each in decisions
    ]
    if rows:
        connection.execute(insert(change_decisions), rows)


def find_latest_reallocation(connection: Connection) -> StoredReallocation | None:
    """The proposal that was made last, or None."""
    query = select(reallocations).order_by(reallocations.c.proposal_id.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return StoredReallocation(**{**row, "made_at": row["made_at"].replace(tzinfo=UTC)})


def load_changes_of(connection: Connection, proposal_id: int) -> tuple[StoredChange, ...]:
    """The changes of one proposal in their order, with all that was decided on them."""
    return _load(connection, select(officer_changes).where(officer_changes.c.proposal_id == proposal_id))


def load_changes(connection: Connection, change_ids: Iterable[int]) -> tuple[StoredChange, ...]:
    """The changes of those numbers, as far as there are any, in the order of their numbers."""
    return _load(connection, select(officer_changes).where(officer_changes.c.change_id.in_(sorted(change_ids))))


def load_accepted_changes(connection: Connection) -> tuple[StoredChange, ...]:
    """Every accepted change that waits for an extract that tells of it, whatever its proposal."""
    return _load(connection, _standing(ChangeVerdict.ACCEPTED))


def load_replaced_changes(connection: Connection) -> tuple[StoredChange, ...]:
    """Every accepted change in whose place a later one of the same person was accepted."""
    return _load(connection, _standing(ChangeVerdict.REPLACED))


def load_rejected_changes(connection: Connection) -> tuple[StoredChange, ...]:
    """Every change that stands as rejected, whatever its proposal."""
    return _load(connection, _standing(ChangeVerdict.REJECTED))


def _standing(verdict: ChangeVerdict) -> Select[tuple[object, ...]]:
    last = select(func.max(change_decisions.c.decision_id)).group_by(change_decisions.c.change_id)
    with_that = select(change_decisions.c.change_id).where(
        change_decisions.c.decision_id.in_(last), change_decisions.c.verdict == verdict.value
    )
    return select(officer_changes).where(officer_changes.c.change_id.in_(with_that))


def _load(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[StoredChange, ...]:
    found = list(connection.execute(query.order_by(officer_changes.c.change_id)))
    history = _history(connection, query)
    return tuple(
        StoredChange(
            change_id=row.change_id,
            proposal_id=row.proposal_id,
            change=OfficerChange(
                offender_id=row.offender_id,
                risk_level=RiskLevel(row.risk_level),
                from_officer_id=row.from_officer_id,
                to_officer_id=row.to_officer_id,
                reason=ChangeReason(row.reason),
                yearly_minutes=row.yearly_minutes,
            ),
            history=tuple(history.get(row.change_id, ())),
        )
        for row in found
    )


def _history(connection: Connection, query: Select[tuple[object, ...]]) -> Mapping[int, list[ChangeDecision]]:
    ids = query.with_only_columns(officer_changes.c.change_id)
    rows = connection.execute(
        select(change_decisions)
        .where(change_decisions.c.change_id.in_(ids))
        .order_by(change_decisions.c.decision_id)
    )
    found: dict[int, list[ChangeDecision]] = {}
    for row in rows:
        found.setdefault(row.change_id, []).append(
            ChangeDecision(
                change_id=row.change_id,
                verdict=ChangeVerdict(row.verdict),
                decided_at=row.decided_at.replace(tzinfo=UTC),
                decided_by=row.decided_by,
                extract_officer_id=row.extract_officer_id,
                note=row.note,
            )
        )
    return found
