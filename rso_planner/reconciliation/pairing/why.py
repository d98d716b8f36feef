"""Why a pair is certain or in the queue, as a plain sentence without anybody's name."""

from collections.abc import Sequence

from rso_planner.reconciliation.pairing.certainty import may_be_certain
from rso_planner.reconciliation.pairing.draft import PairingDraft
from rso_planner.reconciliation.pairing.evidence import Weighed
from rso_planner.reconciliation.pairing.links import Link

CLOSE = 3.0
"""Two candidates whose evidence is this close, in bits, fit about as well as one another: less than 8 to 1."""


def agreement_sentence(weighed: Weighed) -> str:
    """What the names and dates of birth of two rows say."""
    family, given, birth = weighed.family.value, weighed.given.value, weighed.birth.value
    if weighed.has_swapped_names:
        return (
            f"With family name and given names swapped, one is {family} and the other {given}; "
            f"the date of birth is {birth}."
        )
    return f"The family name is {family}, the given names are {given}, the date of birth is {birth}."


def queue_sentence(draft: PairingDraft, shown: Sequence[Link], others: Sequence[Link]) -> str:
    """Why nobody but a person can decide on a record.

    `shown` are its links, the likeliest first; `others` all links of records left over with the likeliest person.
    """
    best = shown[0]
    name = draft.force.rows[best.offender].offender_id
    if any((link.offender, link.record) in draft.contradicted for link in shown):
        return "An identifier is the same on both lists, and names and date of birth contradict it."
    close = [link for link in shown if link.weighed.weight >= best.weighed.weight - CLOSE]
    if len(close) > 1:
        return f"{len(close)} people of the force fit about as well as one another."
    if rivals := _close_records(draft, best, others):
        return f"{name} fits, and fits {' and '.join(rivals)} about as well."
    if best.offender in draft.record_of:
        paired = draft.register.rows[draft.record_of[best.offender]].register_id
        return f"{name} is paired with {paired}; this may be a second record of the same person."
    if draft.force.rows[best.offender].register_id:
        register_id = draft.force.rows[best.offender].register_id
        return f"{name} fits, but the force has the register identifier {register_id} for that person."
    if may_be_certain(best.weighed):
        return f"{name} fits, but somebody else could be as much alike by chance."
    return f"{name} fits, but what differs could be a relative's, or is not said."


def _close_records(draft: PairingDraft, best: Link, others: Sequence[Link]) -> list[str]:
    return sorted(
        draft.register.rows[link.record].register_id
        for link in others
        if link.record != best.record and link.weighed.weight >= best.weighed.weight - CLOSE
    )
