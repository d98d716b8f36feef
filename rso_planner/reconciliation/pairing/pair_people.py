"""Pairs the force's people with the records of the register: who is on both lists, and who must be looked at."""

from collections.abc import Iterable, Sequence

from rso_planner.domain.offender import Offender
from rso_planner.domain.pair_decision import PairDecision
from rso_planner.domain.pairing import AmbiguousRecord, Candidate, Pairing
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.by_identifiers import (
    pair_as_decided,
    pair_by_force_id,
    pair_by_register_id,
)
from rso_planner.reconciliation.pairing.draft import PairingDraft, start_draft


def pair_people(
    offenders: Sequence[Offender], records: Sequence[RegisterRecord], decisions: Iterable[PairDecision] = ()
) -> Pairing:
    """Pair both lists: as people decided, then by the register's and the force's identifier, then by names.

    `offenders` have one row for each offender_id. `decisions` are all that were ever made, in their order; they
    win over everything else. The order of the rows changes nothing, and no person is in two pairs.
    """
    draft = start_draft(offenders, records, decisions)
    pair_as_decided(draft)
    pair_by_register_id(draft)
    pair_by_force_id(draft)
    return _finish(draft)


def _finish(draft: PairingDraft) -> Pairing:
    in_question: dict[int, list[int]] = {}
    for offender, record in sorted(draft.contradicted):
        if record not in draft.offender_of_record:
            in_question.setdefault(record, []).append(offender)
    asked = {offender for offenders in in_question.values() for offender in offenders}
    return Pairing(
        pairs=tuple(draft.pair_of_offender[each] for each in sorted(draft.pair_of_offender)),
        queue=tuple(
            AmbiguousRecord(
                record=draft.records[record],
                candidates=tuple(
                    Candidate(
                        offender=draft.offenders[offender],
                        weight=draft.weigh(offender, record).weight,
                        reason="The identifier agrees; names and date of birth do not.",
                    )
                    for offender in offenders
                ),
                reason="An identifier pairs the two, and their names and dates of birth contradict it.",
            )
            for record, offenders in sorted(in_question.items())
        ),
        undecided_offenders=tuple(
            each
            for place, each in enumerate(draft.offenders)
            if place in asked and place not in draft.record_of_offender
        ),
        unpaired_offenders=tuple(
            each
            for place, each in enumerate(draft.offenders)
            if place not in asked and place not in draft.record_of_offender
        ),
        unpaired_records=tuple(
            each
            for place, each in enumerate(draft.records)
            if place not in in_question and place not in draft.offender_of_record
        ),
        duplicate_offenders=(),
        duplicate_records=(),
    )
