"""Pairs that share an identifier which the facts do not contradict, and pairs that a person decided on."""

from collections.abc import Callable, Sequence

from rso_planner.domain.pairing import PairBasis
from rso_planner.reconciliation.pairing.draft import PairingDraft

CONTRADICTION = -6.0
"""Evidence of this weight or less speaks flatly against an identifier: 64 to 1 for two different people."""

MOST_PEOPLE_OF_ONE_IDENTIFIER = 50
"""An identifier under which a list has more names and dates of birth than that, such as 'unknown', is nobody's."""

_MOST_LINKS_OF_ONE_IDENTIFIER = 100_000

_Identifier = Callable[[int], str | None]


def pair_by_register_id(draft: PairingDraft) -> None:
    """Pair rows of the force with the record whose register_id they hold."""
    _pair_by(
        draft,
        lambda offender: draft.force.rows[offender].register_id,
        lambda record: draft.register.rows[record].register_id,
        PairBasis.REGISTER_ID,
        "Both lists give the register's identifier {}.",
    )


def pair_by_force_id(draft: PairingDraft) -> None:
    """Pair the rest of the records with the row of the force whose offender_id they hold."""
    _pair_by(
        draft,
        lambda offender: draft.force.rows[offender].offender_id,
        lambda record: draft.register.rows[record].offender_id,
        PairBasis.FORCE_ID,
        "Both lists give the force's identifier {}.",
    )


def pair_as_decided(draft: PairingDraft) -> None:
    """Pair whom a person said to be one, unless an identifier has given the person a record already.

    The record accepted beside that one is then a second record, as is a row of the force accepted beside another.
    """
    linked = [(-draft.weigh(*pair).weight, pair) for pair in draft.accepted]
    _pair_best_first(draft, linked, PairBasis.DECIDED, "A person accepted this pair.")


def _pair_by(
    draft: PairingDraft, of_offender: _Identifier, of_record: _Identifier, basis: PairBasis, sentence: str
) -> None:
    for identifier, linked in _linked(draft, of_offender, of_record).items():
        sound = []
        for pair in linked:
            if not draft.may_be_one(*pair):
                continue
            weight = draft.weigh(*pair).weight
            if weight <= CONTRADICTION:
                draft.contradicted.add(pair)
            else:
                sound.append((-weight, pair))
        _pair_best_first(draft, sound, basis, sentence.format(identifier))


def _linked(
    draft: PairingDraft, of_offender: _Identifier, of_record: _Identifier
) -> dict[str, list[tuple[int, int]]]:
    free_offenders: dict[str, list[int]] = {}
    for offender in draft.free_offenders:
        if identifier := of_offender(offender):
            free_offenders.setdefault(identifier, []).append(offender)
    free_records: dict[str, list[int]] = {}
    for record in draft.free_records:
        identifier = of_record(record)
        if identifier in free_offenders:
            free_records.setdefault(identifier, []).append(record)
    return {
        identifier: [(offender, record) for record in records for offender in free_offenders[identifier]]
        for identifier, records in free_records.items()
        if _may_be_somebodys(draft, free_offenders[identifier], records)
    }


def _may_be_somebodys(draft: PairingDraft, offenders: Sequence[int], records: Sequence[int]) -> bool:
    people = (
        {draft.force.particulars[each] for each in offenders},
        {draft.register.particulars[each] for each in records},
    )
    links = len(offenders) * len(records)
    return links <= _MOST_LINKS_OF_ONE_IDENTIFIER and max(map(len, people)) <= MOST_PEOPLE_OF_ONE_IDENTIFIER


def _pair_best_first(
    draft: PairingDraft, linked: list[tuple[float, tuple[int, int]]], basis: PairBasis, reason: str
) -> None:
    """Pair the heaviest first; each stands with its weight below nought."""
    for _, (offender, record) in sorted(linked):
        if offender not in draft.record_of and record not in draft.offender_of:
            draft.pair(offender, record, basis, reason)
