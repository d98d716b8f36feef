"""The records that a person must decide on, each with the people of the force whom it may be about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rso_planner.domain.pairing import AmbiguousRecord, Candidate
from rso_planner.reconciliation.pairing.certainty import is_contradicted
from rso_planner.reconciliation.pairing.draft import PairingDraft
from rso_planner.reconciliation.pairing.links import Link
from rso_planner.reconciliation.pairing.told_apart import ToldApart
from rso_planner.reconciliation.pairing.why import candidate_sentence, queue_sentence

WORTH_A_LOOK = 0.05
"""A record whose likeliest pair is less likely than this is not shown: the pair would nearly always be wrong."""

_WORTH_SHOWING = 0.02
"""A candidate this likely is shown beside a likelier one."""


def find_left_to_decide(
    draft: PairingDraft, links: Sequence[Link], chances: Sequence[float]
) -> dict[int, AmbiguousRecord]:
    """The records left over with a likely pair, or with an identifier that their facts contradict."""
    chance_of: dict[int, dict[int, float]] = defaultdict(dict)
    weighed_of: dict[int, dict[int, Link]] = defaultdict(dict)
    for offender, record in sorted(draft.contradicted):
        if draft.is_free_record(record):
            weighed_of[record][offender] = Link(offender, record, draft.weigh(offender, record))
            chance_of[record][offender] = 0.0
    for link, chance in zip(links, chances, strict=True):
        if draft.is_free_record(link.record) and link.offender not in draft.second_offenders:
            weighed_of[link.record][link.offender] = link
            chance_of[link.record][link.offender] = chance
    questioned = {record for _, record in draft.contradicted}
    records_of: dict[int, list[Link]] = defaultdict(list)
    for found in weighed_of.values():
        for link in found.values():
            records_of[link.offender].append(link)
    told_apart = ToldApart(draft)
    return {
        record: _ambiguous(draft, told_apart, list(weighed_of[record].values()), chance_of[record], records_of)
        for record in sorted(weighed_of)
        if record in questioned or max(chance_of[record].values()) >= WORTH_A_LOOK
    }


def find_doubtful_offenders(draft: PairingDraft, links: Sequence[Link], chances: Sequence[float]) -> set[str]:
    """The identifiers of rows of the force left over that may well be about somebody on the register.

    A row that may be a second one of somebody paired is among them, though no record is left to be decided on.
    """
    likely = {
        link.offender
        for link, chance in zip(links, chances, strict=True)
        if chance >= WORTH_A_LOOK and link.record not in draft.second_records
    }
    questioned = {offender for offender, _ in draft.contradicted}
    return {draft.force.rows[each].offender_id for each in likely | questioned if draft.is_free_offender(each)}


def _ambiguous(
    draft: PairingDraft,
    told_apart: ToldApart,
    links: Sequence[Link],
    chance_of: Mapping[int, float],
    records_of: Mapping[int, Sequence[Link]],
) -> AmbiguousRecord:
    shown = [
        link
        for link in links
        if chance_of[link.offender] >= _WORTH_SHOWING or (link.offender, link.record) in draft.contradicted
    ]
    shown.sort(key=lambda link: (-chance_of[link.offender], -link.weighed.weight, link.offender))
    return AmbiguousRecord(
        record=draft.register.rows[links[0].record],
        candidates=tuple(
            Candidate(
                offender=draft.force.rows[link.offender],
                chance=None if (link.offender, link.record) in draft.contradicted else chance_of[link.offender],
                weight=link.weighed.weight,
                reason=candidate_sentence(draft, link),
                facts=draft.by_fact(link.offender, link.record),
                names_another=told_apart.by_identifier(link.offender, link.record),
                is_contradicted=is_contradicted(link.weighed),
            )
            for link in shown
        ),
        reason=queue_sentence(draft, told_apart, shown, records_of[shown[0].offender]),
    )
