"""Pairs the force's people with the records of the register: who is on both lists, and who must be looked at."""

from collections.abc import Iterable, Mapping, Sequence

from rso_planner.domain.offender import Offender
from rso_planner.domain.pair_decision import PairDecision
from rso_planner.domain.pairing import AmbiguousRecord, Duplicate, Pairing
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.by_identifiers import (
    pair_as_decided,
    pair_by_force_id,
    pair_by_register_id,
)
from rso_planner.reconciliation.pairing.by_names import find_links, pair_by_names
from rso_planner.reconciliation.pairing.draft import PairingDraft, start_draft
from rso_planner.reconciliation.pairing.left_to_decide import find_doubtful_offenders, find_left_to_decide
from rso_planner.reconciliation.pairing.same_list import find_second_rows_of_nobody
from rso_planner.reconciliation.pairing.second_rows import (
    find_second_rows_by_identifier,
    find_second_rows_by_names,
    let_go_of_rejected_rows,
)
from rso_planner.reconciliation.pairing.told_apart import ToldApart


def pair_people(
    offenders: Sequence[Offender], records: Sequence[RegisterRecord], decisions: Iterable[PairDecision] = ()
) -> Pairing:
    """Pair both lists by the register's identifier, by the force's, and by names and date of birth.

    `offenders` have one row for each offender_id. `decisions` are all that were ever made, in their order: what
    was accepted is one person and what was rejected never is, whatever else speaks for or against it. The order
    of the rows changes nothing, and no row is in two pairs.
    """
    draft = start_draft(offenders, records, decisions)
    pair_by_register_id(draft)
    pair_by_force_id(draft)
    pair_as_decided(draft)
    find_second_rows_by_identifier(draft)
    links = find_links(draft)
    chances = pair_by_names(draft, links)
    find_second_rows_by_names(draft, links, chances)
    let_go_of_rejected_rows(draft)
    queue = find_left_to_decide(draft, links, chances)
    asked = {candidate.offender.offender_id for each in queue.values() for candidate in each.candidates}
    _find_second_rows_of_nobody(draft, queue, asked | find_doubtful_offenders(draft, links, chances))
    return _finish(draft, queue, asked)


def _find_second_rows_of_nobody(
    draft: PairingDraft, queue: Mapping[int, AmbiguousRecord], doubtful: set[str]
) -> None:
    told_apart, evidence = ToldApart(draft), draft.evidence
    records = [each for each in draft.free_records if each not in queue]
    draft.second_records |= find_second_rows_of_nobody(
        records, draft.register.particulars, evidence, told_apart.as_records
    )
    offenders = [each for each in draft.free_offenders if draft.force.rows[each].offender_id not in doubtful]
    draft.second_offenders |= find_second_rows_of_nobody(
        offenders, draft.force.particulars, evidence, told_apart.as_offenders
    )


def _finish(draft: PairingDraft, queue: Mapping[int, AmbiguousRecord], asked: set[str]) -> Pairing:
    rows, records = draft.force.rows, draft.register.rows
    free_offenders = [rows[each] for each in draft.free_offenders]
    return Pairing(
        pairs=tuple(draft.pairs[each] for each in sorted(draft.pairs)),
        queue=tuple(queue[each] for each in sorted(queue)),
        undecided_offenders=tuple(each for each in free_offenders if each.offender_id in asked),
        unpaired_offenders=tuple(each for each in free_offenders if each.offender_id not in asked),
        unpaired_records=tuple(records[each] for each in draft.free_records if each not in queue),
        duplicate_offenders=tuple(
            Duplicate(kept=rows[draft.first_offender(place)], second=rows[place], reason=second.reason)
            for place, second in sorted(draft.second_offenders.items())
        ),
        duplicate_records=tuple(
            Duplicate(kept=records[draft.first_record(place)], second=records[place], reason=second.reason)
            for place, second in sorted(draft.second_records.items())
        ),
    )
