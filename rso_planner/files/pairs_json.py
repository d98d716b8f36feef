"""The pairing of force and register as one JSON document: what `pairs list --json` prints."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from rso_planner.domain.offender import Offender
from rso_planner.domain.pair_decision import PairDecision
from rso_planner.domain.pairing import AmbiguousRecord, Duplicate, Pair, PairBasis, Pairing
from rso_planner.domain.register_record import RegisterRecord


def make_pairs_document(
    extracted_on: date, snapshot_on: date, pairing: Pairing, decisions: Sequence[PairDecision]
) -> dict[str, Any]:
    """The certain pairs counted, those by names alone, the records to decide on, and what was decided."""
    certain = Counter(each.basis for each in pairing.pairs)
    return {
        "extracted_on": extracted_on.isoformat(),
        "snapshot_on": snapshot_on.isoformat(),
        "certain": {basis.value: certain[basis] for basis in PairBasis},
        "by_names": [_pair(each) for each in pairing.pairs if each.basis is PairBasis.NAMES],
        "queue": [_ambiguous(each) for each in pairing.queue],
        "duplicates": {
            "force": [
                _duplicate(each, each.kept.offender_id, each.second.offender_id)
                for each in pairing.duplicate_offenders
            ],
            "register": [
                _duplicate(each, each.kept.register_id, each.second.register_id)
                for each in pairing.duplicate_records
            ],
        },
        "unpaired": {
            "force": [each.offender_id for each in pairing.unpaired_offenders],
            "register": [each.register_id for each in pairing.unpaired_records],
        },
        "decisions": [
            {
                "register_id": each.register_id,
                "offender_id": each.offender_id,
                "decision": each.decision.value,
                "decided_at": each.decided_at.isoformat(),
                "decided_by": each.decided_by,
            }
            for each in decisions
        ],
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "register_id": pair.record.register_id,
        "offender_id": pair.offender.offender_id,
        "reason": pair.reason,
    }


def _ambiguous(ambiguous: AmbiguousRecord) -> dict[str, Any]:
    return {
        "register_id": ambiguous.record.register_id,
        "reason": ambiguous.reason,
        **_facts(ambiguous.record),
        "candidates": [
            {
                "offender_id": candidate.offender.offender_id,
                "chance": None if candidate.chance is None else round(candidate.chance, 4),
                "weight": round(candidate.weight, 2),
                "reason": candidate.reason,
                "evidence": [
                    {"fact": each.fact, "agreement": each.agreement, "weight": round(each.weight, 2)}
                    for each in candidate.facts
                ],
                **_facts(candidate.offender),
            }
            for candidate in ambiguous.candidates
        ],
    }


def _facts(listed: Offender | RegisterRecord) -> dict[str, Any]:
    return {
        "family_name": listed.family_name,
        "given_names": listed.given_names,
        "date_of_birth": listed.date_of_birth.isoformat() if listed.date_of_birth else None,
        "risk_level": listed.risk_level.value if listed.risk_level else None,
        "status": listed.status.value if listed.status else None,
        "area": listed.area,
        "officer_id": listed.officer_id,
    }


def _duplicate(each: Duplicate[Any], kept: str, second: str) -> dict[str, Any]:
    return {"kept": kept, "second": second, "reason": each.reason}
