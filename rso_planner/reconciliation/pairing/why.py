"""Why a pair is certain or in the queue, as a plain sentence without anybody's name."""

from collections.abc import Sequence

from rso_planner.reconciliation.pairing.agreement import BirthAgreement, NameAgreement
from rso_planner.reconciliation.pairing.certainty import BIRTHS_THAT_AGREE, may_be_certain
from rso_planner.reconciliation.pairing.draft import PairingDraft
from rso_planner.reconciliation.pairing.evidence import Weighed
from rso_planner.reconciliation.pairing.links import Link
from rso_planner.reconciliation.pairing.told_apart import ToldApart

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


def candidate_sentence(draft: PairingDraft, link: Link) -> str:
    """What agrees on a candidate and what not, and with whom the candidate is paired already."""
    sentences = [agreement_sentence(link.weighed)]
    if (link.offender, link.record) in draft.contradicted:
        sentences.insert(0, "An identifier is the same.")
    if link.offender in draft.record_of:
        paired = draft.register.rows[draft.record_of[link.offender]].register_id
        sentences.append(f"Paired with {paired} already.")
    return " ".join(sentences)


def queue_sentence(
    draft: PairingDraft, told_apart: ToldApart, shown: Sequence[Link], others: Sequence[Link]
) -> str:
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
    if told_apart.names_another(best.record, best.offender):
        stated = draft.register.rows[best.record].offender_id
        return f"{name} fits, but the register has the force's identifier {stated} for that record."
    if best.offender in draft.record_of:
        paired = draft.register.rows[draft.record_of[best.offender]].register_id
        return f"{name} is paired with {paired}; this may be a second record of the same person."
    if draft.force.rows[best.offender].register_id:
        register_id = draft.force.rows[best.offender].register_id
        return f"{name} fits, but the force has the register identifier {register_id} for that person."
    return f"{name} fits, but {_doubt(best.weighed)}."


def _doubt(weighed: Weighed) -> str:
    """What keeps one likely candidate from being certain."""
    if may_be_certain(weighed):
        return "somebody else could be as much alike by chance"
    if weighed.birth is BirthAgreement.NOT_SAID:
        return "a date of birth is missing, and names alone pair nobody"
    if weighed.birth not in BIRTHS_THAT_AGREE:
        return "the date of birth differs, as a father's or a son's does"
    if NameAgreement.NOT_SAID in (weighed.family, weighed.given):
        return "a name is missing"
    return "the given names differ, as a twin's do"


def _close_records(draft: PairingDraft, best: Link, others: Sequence[Link]) -> list[str]:
    return sorted(
        draft.register.rows[link.record].register_id
        for link in others
        if link.record != best.record and link.weighed.weight >= best.weighed.weight - CLOSE
    )
