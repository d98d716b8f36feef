"""How a reallocation is read aloud."""

from collections import Counter
from collections.abc import Iterable

from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.reallocation import (
    ChangeReason,
    ChangeVerdict,
    OfficerCaseload,
    OfficerChange,
    Reallocation,
    StoredChange,
)

REASON_WORDS = {
    ChangeReason.NO_OFFICER: "there is no officer",
    ChangeReason.OFFICER_LEAVES: "the officer is not in post, or leaves soon",
    ChangeReason.OFFICER_AWAY: "the officer is away for the whole of the next weeks",
    ChangeReason.KEPT_APART: "the officer is to be kept from the person",
    ChangeReason.MOVED_AREA: "the new officer serves the person's area, the old one another",
    ChangeReason.EVENS_WORK: "evens the work",
}

_BECAUSE = {
    ChangeReason.MOVED_AREA: "to an officer who serves the person's area",
    ChangeReason.EVENS_WORK: "to even the work",
    **{
        reason: f"because {REASON_WORDS[reason]}"
        for reason in (
            ChangeReason.NO_OFFICER,
            ChangeReason.OFFICER_LEAVES,
            ChangeReason.OFFICER_AWAY,
            ChangeReason.KEPT_APART,
        )
    },
}

STANDING_WORDS = {
    None: "open",
    ChangeVerdict.ACCEPTED: "accepted",
    ChangeVerdict.REJECTED: "rejected",
    ChangeVerdict.LAPSED: "lapsed: a later proposal was made",
    ChangeVerdict.REPLACED: "accepted, and replaced by a later change",
    ChangeVerdict.CONFIRMED: "accepted, and in the extract",
    ChangeVerdict.OVERTAKEN: "accepted, and overtaken: an extract has another officer",
}


def change_in_words(change: OfficerChange) -> str:
    """'0012, high risk: OM19 to OM17; the officer is not in post, or leaves soon.'"""
    was = change.from_officer_id or "nobody"
    return (
        f"{change.offender_id}, {change.risk_level.words} risk: {was} to {change.to_officer_id}; "
        f"{REASON_WORDS[change.reason]}."
    )


def summary_sentences(proposal: Reallocation) -> list[str]:
    """What the proposal would do, and how sure it is that fewer changes would not do as much."""
    changes = len(proposal.changes)
    sentences = [_changes_sentence(proposal)]
    values = {each.name: each for each in proposal.objectives}
    spread = _spread_sentence(proposal.caseloads)
    if spread:
        sentences.append(spread)
    if changes and "changes" in values:
        fewest = values["changes"]
        proven = fewest.value == fewest.bound
        sentences.append(
            "No smaller number of changes does as much: proven."
            if proven
            else f"At least {count_in_words(round(fewest.bound), 'change')} would be needed; fewer than "
            f"{changes:,} may do."
        )
    sentences += [
        f"Not proven: {each.value:,.0f} {each.words}; no proposal has fewer than {each.bound:,.0f}."
        for each in proposal.objectives
        if each.value != each.bound and each.name != "changes"
    ]
    if proposal.without_officer:
        sentences.append(
            f"{count_in_words(len(proposal.without_officer), 'person')} would be left without an officer who can "
            "hold them."
        )
    return sentences


def hours_a_week(yearly_minutes: int) -> float:
    """Yearly minutes as hours a week."""
    return yearly_minutes / 60 / 52


def share_words(minutes: int, fair_minutes: int | None) -> str:
    """The work as a share of the fair part: '108 %'; nothing for somebody who takes no part in evening."""
    return "" if not fair_minutes else f"{100 * minutes / fair_minutes:.0f} %"


def count_standings(changes: Iterable[StoredChange]) -> dict[ChangeVerdict | None, int]:
    """How many changes stand how, in the order of a change's life."""
    counts = Counter(each.standing for each in changes)
    return {standing: counts[standing] for standing in STANDING_WORDS if counts[standing]}


def _changes_sentence(proposal: Reallocation) -> str:
    if not proposal.changes:
        return f"As of {day_in_words(proposal.as_of)} no change of officer is needed."
    reasons = Counter(each.reason for each in proposal.changes)
    parts = "; ".join(f"{reasons[each]:,} {_BECAUSE[each]}" for each in ChangeReason if reasons[each])
    changes = count_in_words(len(proposal.changes), "change")
    return f"As of {day_in_words(proposal.as_of)}, {changes} of officer: {parts}."


def _spread_sentence(caseloads: Iterable[OfficerCaseload]) -> str:
    evened = [each for each in caseloads if each.fair_minutes]
    if not evened:
        return ""
    before, after = (
        [100 * getattr(each, when).yearly_minutes / (each.fair_minutes or 1) for each in evened]
        for when in ("before", "after")
    )
    return (
        f"The officers' work lies between {min(before):.0f} and {max(before):.0f} % of a fair part now, "
        f"between {min(after):.0f} and {max(after):.0f} % after."
    )
