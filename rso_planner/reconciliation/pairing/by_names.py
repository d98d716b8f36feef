"""Pairs that names and date of birth leave no doubt about, where no identifier helps."""

from collections.abc import Iterable, Iterator, Sequence

from rso_planner.domain.pairing import PairBasis
from rso_planner.reconciliation.pairing.blocking import find_pairs
from rso_planner.reconciliation.pairing.certainty import leaves_no_doubt
from rso_planner.reconciliation.pairing.draft import PairingDraft
from rso_planner.reconciliation.pairing.evidence import Weighed
from rso_planner.reconciliation.pairing.links import Link, find_rivalry, odds_of_nobody
from rso_planner.reconciliation.pairing.particulars import Particulars
from rso_planner.reconciliation.pairing.told_apart import ToldApart
from rso_planner.reconciliation.pairing.why import agreement_sentence

_WORTH_KEEPING = 3.0
"""Links of less weight, in bits, can neither pair nor stand in the way of a pair."""


def find_links(draft: PairingDraft) -> tuple[Link, ...]:
    """Every pair with a row left over on at least one side that names and date of birth speak for."""
    found: dict[tuple[int, int], Weighed] = {}
    for offender, record, weighed in _weighed_pairs(draft):
        known = found.get((offender, record))
        if weighed.weight >= _WORTH_KEEPING and (known is None or known.weight < weighed.weight):
            found[offender, record] = weighed
    return tuple(
        Link(offender, record, found[offender, record])
        for offender, record in sorted(found)
        if draft.may_be_one(offender, record)
    )


def pair_by_names(draft: PairingDraft, links: Sequence[Link]) -> list[float]:
    """Pair the rows left over whose link leaves no doubt, and say how likely each link is at the end.

    Each round pairs at once all that are certain as things stand; a rival who is paired then weighs less.
    """
    rivalry = find_rivalry(links, draft.record_of, draft.offender_of)
    nobody = odds_of_nobody(rivalry, len(draft.free_offenders), len(draft.free_records))
    told_apart = ToldApart(draft)
    questioned = _Questioned(draft)
    while True:
        chances = rivalry.chances(nobody)
        certain = [
            link
            for link, chance, is_free in zip(links, chances, rivalry.is_free, strict=True)
            if is_free
            and leaves_no_doubt(chance, link.weighed)
            and not told_apart.by_identifier(link.offender, link.record)
            and not questioned.holds(link)
        ]
        if not certain:
            return chances
        for link in certain:
            draft.pair(link.offender, link.record, PairBasis.NAMES, agreement_sentence(link.weighed))
        rivalry = find_rivalry(links, draft.record_of, draft.offender_of)


class _Questioned:
    """Knows which rows share an identifier that the facts contradict, so that names alone never pair them."""

    def __init__(self, draft: PairingDraft) -> None:
        self._offenders = {offender for offender, record in draft.contradicted if draft.is_free_record(record)}
        self._records = {record for _, record in draft.contradicted}

    def holds(self, link: Link) -> bool:
        """Tell whether either row of the link is one of them."""
        return link.offender in self._offenders or link.record in self._records


def _weighed_pairs(draft: PairingDraft) -> Iterator[tuple[int, int, Weighed]]:
    """Rows left over against the other list, and against those of their own list where the two differ."""
    force, register, weigh = draft.force.particulars, draft.register.particulars, draft.evidence.weigh
    free_offenders, free_records = draft.free_offenders, draft.free_records
    offender_of, record_of = draft.offender_of, draft.record_of
    for offender, record in _pairs(force, (*free_offenders, *record_of), register, free_records):
        yield offender, record, weigh(force[offender], register[record])
    for record, offender in _pairs(register, offender_of, force, free_offenders):
        yield offender, record, weigh(force[offender], register[record])
    otherwise = [each for each in record_of if force[each] != register[record_of[each]]]
    for paired, record in _pairs(register, [record_of[each] for each in otherwise], register, free_records):
        yield offender_of[paired], record, weigh(register[paired], register[record])
    for paired, offender in _pairs(force, otherwise, force, free_offenders):
        yield offender, record_of[paired], weigh(force[paired], force[offender])


def _pairs(
    left: Sequence[Particulars],
    left_places: Iterable[int],
    right: Sequence[Particulars],
    right_places: Sequence[int],
) -> Iterator[tuple[int, int]]:
    if right_places:
        of_left = tuple(left_places)
        for place, found in find_pairs([left[each] for each in of_left], [right[each] for each in right_places]):
            yield from ((of_left[place], right_places[each]) for each in found)
