"""Pairs that a person decided on, and pairs that share an identifier which the facts do not contradict."""

from collections.abc import Callable, Iterable, Iterator

from rso_planner.domain.pair_decision import PairVerdict
from rso_planner.domain.pairing import PairBasis
from rso_planner.reconciliation.pairing.draft import PairingDraft

CONTRADICTION = -6.0
"""Evidence of this weight or less speaks flatly against an identifier: 64 to 1 for two different people."""

_Identifier = Callable[[int], str | None]


def pair_as_decided(draft: PairingDraft) -> None:
    """Pair whom a person said to be one."""
    offenders = {each.offender_id: place for place, each in enumerate(draft.force.rows)}
    records: dict[str, list[int]] = {}
    for place, record in enumerate(draft.register.rows):
        records.setdefault(record.register_id, []).append(place)
    for (register_id, offender_id), verdict in sorted(draft.verdicts.items()):
        if verdict is PairVerdict.ACCEPTED and offender_id in offenders:
            linked = [(offenders[offender_id], record) for record in records.get(register_id, [])]
            _pair_best_first(draft, linked, PairBasis.DECIDED, "A person accepted this pair.")


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


def _pair_by(
    draft: PairingDraft, of_offender: _Identifier, of_record: _Identifier, basis: PairBasis, sentence: str
) -> None:
    for identifier, linked in _linked(draft, of_offender, of_record):
        sound = []
        for offender, record in linked:
            if draft.verdict(offender, record) is PairVerdict.REJECTED:
                continue
            if draft.weigh(offender, record).weight <= CONTRADICTION:
                draft.contradicted.add((offender, record))
            else:
                sound.append((offender, record))
        _pair_best_first(draft, sound, basis, sentence.format(identifier))


def _linked(
    draft: PairingDraft, of_offender: _Identifier, of_record: _Identifier
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    free_offenders: dict[str, list[int]] = {}
    for offender in draft.free_offenders:
        if identifier := of_offender(offender):
            free_offenders.setdefault(identifier, []).append(offender)
    links: dict[str, list[tuple[int, int]]] = {}
    for record in draft.free_records:
        identifier = of_record(record)
        if identifier in free_offenders:
            links.setdefault(identifier, []).extend((each, record) for each in free_offenders[identifier])
    yield from links.items()


def _pair_best_first(
    draft: PairingDraft, linked: Iterable[tuple[int, int]], basis: PairBasis, reason: str
) -> None:
    for offender, record in sorted(linked, key=lambda pair: (-draft.weigh(*pair).weight, pair)):
        if offender not in draft.record_of and record not in draft.offender_of:
            draft.pair(offender, record, basis, reason)
