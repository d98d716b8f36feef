"""Why a pair is certain or in the queue, as a plain sentence without anybody's name."""

from collections.abc import Sequence

from rso_planner.reconciliation.pairing.certainty import CERTAIN
from rso_planner.reconciliation.pairing.draft import PairingDraft
from rso_planner.reconciliation.pairing.evidence import Weighed
from rso_planner.reconciliation.pairing.links import Link


def agreement_sentence(weighed: Weighed) -> str:
    """What the names and dates of birth of two rows say."""
    family, given, birth = weighed.family.value, weighed.given.value, weighed.birth.value
    if weighed.has_swapped_names:
        return (
            f"With family name and given names swapped, one is {family} and the other {given}; "
            f"the date of birth is {birth}."
        )
    return f"The family name is {family}, the given names are {given}, the date of birth is {birth}."


def queue_sentence(draft: PairingDraft, found: Sequence[tuple[float, Link]]) -> str:
    """Why nobody but a person can decide on a record, given its candidates with the likeliest first."""
    chance, best = found[0]
    offender = draft.force.rows[best.offender]
    if any((link.offender, link.record) in draft.contradicted for _, link in found):
        return "An identifier is the same on both lists, and names and date of birth contradict it."
    if len(found) > 1 and found[1][0] * 3 > chance:
        return f"{len(found)} people of the force fit about as well as one another."
    if best.offender in draft.record_of:
        paired = draft.register.rows[draft.record_of[best.offender]]
        return f"{offender.offender_id} is paired with {paired.register_id}; this may be a second record."
    if offender.register_id:
        return f"The force has the register identifier {offender.register_id} for {offender.offender_id}."
    if chance < CERTAIN:
        return f"{offender.offender_id} fits, but another person could be as much alike."
    return f"{offender.offender_id} fits, but one of the facts could be a relative's."
