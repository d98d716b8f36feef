"""A pairing in plain words: the facts by which people tell two rows apart, and what was decided."""

from collections import Counter

from rso_planner.domain.offender import Offender
from rso_planner.domain.pair_decision import PairDecision, PairVerdict
from rso_planner.domain.pairing import Candidate, PairBasis, Pairing
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.register_record import RegisterRecord

BASIS_WORDS = {
    PairBasis.DECIDED: "by a person's decision",
    PairBasis.REGISTER_ID: "by the register's identifier",
    PairBasis.FORCE_ID: "by the force's identifier",
    PairBasis.NAMES: "by names and date of birth",
}

VERDICT_WORDS = {
    PairVerdict.ACCEPTED: "one person",
    PairVerdict.REJECTED: "two people",
    PairVerdict.UNDONE: "open again",
}

_MOST_SHOWN = 0.99


def facts_in_words(listed: Offender | RegisterRecord) -> str:
    """Who a row is about: 'Zorbly, Zeb; born 2 January 1980; high risk; community; area Quillmere'."""
    family, given = listed.family_name or "family name not said", listed.given_names or "given names not said"
    born = listed.date_of_birth
    facts = [f"{family}, {given}", f"born {day_in_words(born)}" if born else "date of birth not said"]
    if listed.risk_level is not None:
        facts.append(f"{listed.risk_level.words} risk")
    if listed.status is not None:
        facts.append(listed.status.value.replace("_", " "))
    if listed.area is not None:
        facts.append(f"area {listed.area}")
    if listed.officer_id is not None:
        facts.append(f"officer {listed.officer_id}")
    return "; ".join(facts)


def candidate_in_words(candidate: Candidate) -> str:
    """How likely a candidate is, and why; never 100 %, because a person must still decide."""
    if candidate.chance is None:
        return candidate.reason
    if candidate.chance > _MOST_SHOWN:
        return f"More than {_MOST_SHOWN:.0%} likely. {candidate.reason}"
    return f"{candidate.chance:.0%} likely. {candidate.reason}"


def decision_in_words(decision: PairDecision) -> str:
    """A decision with who made it and when."""
    return (
        f"{decision.register_id} and {decision.offender_id}: {VERDICT_WORDS[decision.decision]} "
        f"({decision.decided_by}, {day_in_words(decision.decided_at.date())})"
    )


def pairing_sentences(pairing: Pairing) -> list[str]:
    """How many people are on both lists, and how that is known; how many are on one list, or twice on one."""
    count = Counter(each.basis for each in pairing.pairs)
    sentences = [f"{count_in_words(len(pairing.pairs), 'person')} on both lists for certain:"]
    sentences += [f"{count[basis]:>9,} {words}" for basis, words in BASIS_WORDS.items() if count[basis]]
    sentences.append(
        f"On one list only: {count_in_words(len(pairing.unpaired_records), 'record')} of the register, "
        f"{count_in_words(len(pairing.unpaired_offenders), 'person')} of the force."
    )
    if pairing.duplicate_records or pairing.duplicate_offenders:
        sentences.append(
            "About somebody who is on the same list already: "
            f"{count_in_words(len(pairing.duplicate_records), 'record')} of the register, "
            f"{count_in_words(len(pairing.duplicate_offenders), 'row')} of the force."
        )
    return sentences
