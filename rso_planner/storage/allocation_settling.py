"""Brings accepted changes of officer and what the extract says of the same people together."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, select

from rso_planner.domain.reallocation import ChangeDecision, ChangeVerdict, StoredChange, verdict_of_extract
from rso_planner.storage import rows
from rso_planner.storage.reallocations import load_accepted_changes, save_change_decisions
from rso_planner.storage.tables import CURRENT


def load_extract_officers(connection: Connection) -> Mapping[str, str | None]:
    """By person: the officer whom the extract names, whatever was accepted since."""
    table = rows.OFFENDERS.table
    found = connection.execute(select(table.c.offender_id, table.c.officer_id).where(CURRENT))
    return {row.offender_id: row.officer_id for row in found}


def find_officers_in_force(connection: Connection) -> Mapping[str, str]:
    """By person: the officer whom an accepted change gives, as every extract since has left it standing."""
    return {each.change.offender_id: each.change.to_officer_id for each in load_accepted_changes(connection)}


def settle_accepted_changes(connection: Connection, decided_at: datetime, by: str) -> tuple[ChangeDecision, ...]:
    """After an extract: close every accepted change that it confirms or overtakes, and answer what was closed.

    Those of which the extract does not know yet stand on: loading the old officer again takes nothing back.
    """
    told, officers = load_extract_officers(connection), _officer_ids(connection)
    closed = []
    for each in load_accepted_changes(connection):
        verdict = _verdict(each, told, officers)
        if verdict is not None:
            closed.append(
                ChangeDecision(
                    change_id=each.change_id,
                    verdict=verdict,
                    decided_at=decided_at,
                    decided_by=by,
                    extract_officer_id=told.get(each.change.offender_id),
                )
            )
    save_change_decisions(connection, closed)
    return tuple(closed)


def _verdict(
    change: StoredChange, told: Mapping[str, str | None], officers: frozenset[str]
) -> ChangeVerdict | None:
    if change.change.to_officer_id not in officers:
        return ChangeVerdict.OVERTAKEN
    return verdict_of_extract(change, told.get(change.change.offender_id))


def _officer_ids(connection: Connection) -> frozenset[str]:
    table = rows.OFFICERS.table
    return frozenset(connection.execute(select(table.c.officer_id).where(CURRENT)).scalars())
