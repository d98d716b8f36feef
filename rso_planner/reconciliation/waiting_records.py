"""Whom a record that waits for a decision stands beside until then, so that only a difference shows."""

from collections.abc import Container, Mapping, Sequence

from rso_planner.domain.pairing import AmbiguousRecord, Candidate
from rso_planner.reconciliation.pairing.left_to_decide import WORTH_A_LOOK

_LIKELIEST = 1.0
"""An identifier that the facts contradict: nothing is likelier than that the two belong together."""


def put_side_by_side(queue: Sequence[AmbiguousRecord], waiting: Container[str]) -> Mapping[int, Candidate]:
    """The candidate who stands beside each record, by its row: the likeliest first, whichever list is whose."""
    possible = [
        (-_LIKELIEST if each.chance is None else -each.chance, ambiguous.record, each)
        for ambiguous in queue
        for each in ambiguous.candidates
        if each.offender.offender_id in waiting and not each.names_another
    ]
    possible.sort(key=lambda each: (each[0], sorted((each[1].register_id, each[2].offender.offender_id))))
    beside: dict[int, Candidate] = {}
    taken: set[str] = set()
    for chance, record, candidate in possible:
        name = candidate.offender.offender_id
        if -chance >= WORTH_A_LOOK and record.row not in beside and name not in taken:
            beside[record.row] = candidate
            taken.add(name)
    return beside
