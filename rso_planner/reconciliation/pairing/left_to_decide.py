"""The records that a person must decide on, each with the people of the force whom it may be about."""

from collections.abc import Sequence

from rso_planner.domain.pairing import AmbiguousRecord, Candidate
from rso_planner.reconciliation.pairing.draft import PairingDraft
from rso_planner.reconciliation.pairing.links import Link
from rso_planner.reconciliation.pairing.why import agreement_sentence, queue_sentence

WORTH_A_LOOK = 0.05
"""A pair that is less likely than this is not shown to anybody: it would nearly always be wrong."""


def find_left_to_decide(
    draft: PairingDraft, links: Sequence[Link], chances: Sequence[float]
) -> dict[int, AmbiguousRecord]:
    """The records left over with a likely pair, or with an identifier that their facts contradict."""
    found: dict[int, dict[int, tuple[float, Link]]] = {}
    for offender, record in sorted(draft.contradicted):
        if draft.is_free_record(record):
            link = Link(offender, record, draft.weigh(offender, record))
            found.setdefault(record, {})[offender] = (0.0, link)
    for link, chance in zip(links, chances, strict=True):
        if (
            chance >= WORTH_A_LOOK
            and draft.is_free_record(link.record)
            and link.offender not in draft.second_offenders
        ):
            found.setdefault(link.record, {})[link.offender] = (chance, link)
    return {record: _ambiguous(draft, record, list(found[record].values())) for record in sorted(found)}


def _ambiguous(draft: PairingDraft, record: int, found: list[tuple[float, Link]]) -> AmbiguousRecord:
    found.sort(key=lambda each: (-each[0], -each[1].weighed.weight, each[1].offender))
    return AmbiguousRecord(
        record=draft.register.rows[record],
        candidates=tuple(
            Candidate(
                offender=draft.force.rows[link.offender],
                chance=chance,
                weight=link.weighed.weight,
                reason=agreement_sentence(link.weighed),
            )
            for chance, link in found
        ),
        reason=queue_sentence(draft, found),
    )
