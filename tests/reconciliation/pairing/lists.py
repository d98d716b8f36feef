"""Made-up people as rows of the force and records of the register."""

from datetime import UTC, date, datetime
from itertools import count

from rso_planner.domain.offender import Offender
from rso_planner.domain.pair_decision import PairDecision, PairVerdict
from rso_planner.domain.pairing import Pairing
from rso_planner.domain.register_record import RegisterRecord
from tests.domain.cases import make_offender

_ROW = count(2)


def make_row(
    offender_id: str,
    family: str | None = None,
    given: str | None = None,
    born: str | None = None,
    *,
    register_id: str | None = None,
) -> Offender:
    """A row of the force."""
    return make_offender(
        offender_id=offender_id,
        family_name=family,
        given_names=given,
        date_of_birth=_day(born),
        register_id=register_id,
    )


def make_record(
    register_id: str,
    family: str | None = None,
    given: str | None = None,
    born: str | None = None,
    *,
    offender_id: str | None = None,
) -> RegisterRecord:
    """A record of the register."""
    return RegisterRecord(
        register_id=register_id,
        row=next(_ROW),
        family_name=family,
        given_names=given,
        date_of_birth=_day(born),
        offender_id=offender_id,
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def make_decision(register_id: str, offender_id: str, verdict: PairVerdict) -> PairDecision:
    """What a made-up person decided on a pair."""
    return PairDecision(
        register_id=register_id,
        offender_id=offender_id,
        decision=verdict,
        decided_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
        decided_by="DS Invented",
    )


def pairs_of(pairing: Pairing) -> dict[str, str]:
    """The register_id of each offender_id that is paired for certain."""
    return {each.offender.offender_id: each.record.register_id for each in pairing.pairs}


def queue_of(pairing: Pairing) -> dict[str, list[str]]:
    """The candidates of each record in the queue."""
    return {
        each.record.register_id: [candidate.offender.offender_id for candidate in each.candidates]
        for each in pairing.queue
    }


def second_records_of(pairing: Pairing) -> dict[str, str]:
    """For each second record the one that stands for the person."""
    return {each.second.register_id: each.kept.register_id for each in pairing.duplicate_records}


def second_rows_of(pairing: Pairing) -> dict[str, str]:
    """For each second row of the force the one that stands for the person."""
    return {each.second.offender_id: each.kept.offender_id for each in pairing.duplicate_offenders}
