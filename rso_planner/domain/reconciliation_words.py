"""A reconciliation in sentences: what every paper of it says alike."""

from collections.abc import Iterable

from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.domain.discrepancy import Cause, Discrepancy
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.reconciliation import Bridge, BridgePart, CountUnit, Reconciliation, System
from rso_planner.domain.register_record import RegisterLayout
from rso_planner.domain.risk_level import RiskLevel

AGREEMENT = "The two lists agree on everybody."

SYSTEM_WORDS = {System.FORCE: "force's records", System.REGISTER: "register", None: "look at both"}
"""Where a correction is made; None where the records alone do not tell."""

_MINUS = "\N{MINUS SIGN}"


def lists_sentence(reconciliation: Reconciliation) -> str:
    """Which two lists, and how many people both have."""
    theirs = "outstanding visits" if reconciliation.layout is RegisterLayout.VISITS else "list"
    return (
        f"The force's records as of {day_in_words(reconciliation.as_of)} beside the register's {theirs} of "
        f"{day_in_words(reconciliation.snapshot_on)}; {count_in_words(reconciliation.compared, 'person')} on both."
    )


def bridge_sentence(bridge: Bridge) -> str:
    """The two totals and their difference: 'The force counts 98 people overdue, the register 412: 314 more.'"""
    noun, standing = ("person", "overdue") if bridge.unit is CountUnit.PEOPLE else ("visit", "owed")
    force = f"{count_in_words(bridge.force_total, noun)} {standing}"
    difference = bridge.register_total - bridge.force_total
    if difference == 0:
        return f"The force and the register both count {force}."
    return (
        f"The force counts {force}, the register {bridge.register_total:,}: "
        f"{abs(difference):,} {'more' if difference > 0 else 'fewer'}."
    )


def explained_sentences(reconciliation: Reconciliation) -> tuple[str, ...]:
    """How much of the difference between the two counts of people is explained, and for how many people."""
    found = reconciliation.discrepancies
    if not found:
        return (AGREEMENT,)
    unexplained = sum(each.cause is Cause.UNEXPLAINED for each in found)
    differ = f"The lists differ on {count_in_words(len(found), 'person')}"
    if unexplained == 0:
        people = f"{differ}, and a cause is found for each of them."
    else:
        people = (
            f"{differ}: a cause is found for {len(found) - unexplained:,} of them, and for {unexplained:,} not."
        )
    return (_difference_sentence(reconciliation), people)


def _difference_sentence(reconciliation: Reconciliation) -> str:
    bridge, found = reconciliation.people, reconciliation.discrepancies
    difference = bridge.register_total - bridge.force_total
    if difference == 0:
        on_one = sum(each.people_effect != 0 for each in found)
        if on_one == 0:
            return "The same people are overdue on both lists."
        return f"The totals are the same, and yet {_people_are(on_one)} overdue on one list only."
    rest = sum(line.effect for line in bridge.lines if line.cause is Cause.UNEXPLAINED)
    explained = difference - rest
    if rest == 0:
        if not any(each.cause is Cause.UNEXPLAINED for each in found):
            return f"The whole difference of {abs(difference):,} is explained."
        return f"The difference of {abs(difference):,} is explained; what is not explained adds up to nothing."
    if explained * rest < 0:
        return (
            f"The causes found change the count by {effect_words(explained)}, "
            f"what is not explained changes it by {effect_words(rest)}."
        )
    return f"Of the difference of {abs(difference):,}, {_are(explained)} explained and {_are(rest)} not."


def _are(effect: int) -> str:
    return f"{abs(effect):,} {'is' if abs(effect) == 1 else 'are'}"


def _people_are(count: int) -> str:
    return f"{count_in_words(count, 'person')} {'is' if count == 1 else 'are'}"


def range_words(reconciliation: Reconciliation) -> str:
    """The policy's own overdue total: '90' or '90 to 130'."""
    found = reconciliation.policy_overdue
    return f"{found.lowest:,}" if found.lowest == found.highest else f"{found.lowest:,} to {found.highest:,}"


def range_sentence(reconciliation: Reconciliation) -> str:
    """What the range of the policy's own overdue total means."""
    found = reconciliation.policy_overdue
    if found.lowest == found.highest:
        return f"Under the policy {_people_are(found.lowest)} overdue, whichever of the two lists is right."
    return (
        f"Under the policy {_people_are(found.lowest)} overdue by the evidence of both lists, and "
        f"{found.highest:,} by that of either. Neither list is taken to be the truth: as far as the two can tell, "
        "the figure lies between, and to settle what they disagree on narrows it."
    )


def undecided_sentence(reconciliation: Reconciliation) -> str:
    """How many records of the register wait for a decision on whom they are about, and what to do."""
    count = reconciliation.undecided_pairs
    if count == 0:
        return "No record of the register waits for a decision on whom it is about."
    waits = "1 record of the register waits" if count == 1 else f"{count:,} records of the register wait"
    return (
        f"{waits} until somebody says whom they are about. See them with rso-planner pairs list, decide on each, "
        "and reconcile again; until then those who differ stand as not explained or as on one list only."
    )


def trend_sentence(reconciliation: Reconciliation) -> str:
    """What is new, standing and gone since the reconciliation before."""
    if reconciliation.earlier_on is None:
        return "No earlier reconciliation is kept, so nothing can be said of what is new, standing or gone."
    new, standing, gone = (
        sum(getattr(line, name) for line in reconciliation.trend) for name in ("new", "standing", "gone")
    )
    return (
        f"Since the reconciliation of {day_in_words(reconciliation.earlier_on)}: {new:,} new, {standing:,} "
        f"standing and {gone:,} gone. A difference stands while its person and its cause are the same."
    )


def part_words(part: str | None) -> str:
    """The name of a part of the force, a risk level in words; 'not known' where it is not."""
    if part is None:
        return "not known"
    return RiskLevel(part).words if part in tuple(RiskLevel) else part


def by_seriousness(parts: Iterable[BridgePart]) -> tuple[BridgePart, ...]:
    """The bridges of the risk levels, very high risk first, the unknown level last."""
    order = (*(level.value for level in RiskLevel), None)
    return tuple(sorted(parts, key=lambda each: order.index(each.part)))


def overdue_words(found: Discrepancy) -> str:
    """On which of the lists the person is overdue."""
    if found.force_overdue:
        return "both" if found.register_overdue else "force only"
    return "register only" if found.register_overdue else "neither"


def titles(causes: Iterable[Cause]) -> str:
    """The titles of several causes, in one line."""
    return "; ".join(CAUSE_WORDS[cause].title for cause in causes)


def cause_title(found: Discrepancy) -> str:
    """The title of the person's cause, with its parts where several had to be taken together."""
    title = CAUSE_WORDS[found.cause].title
    return f"{title}: {titles(found.parts)}" if found.parts else title


def field_lines(found: Discrepancy) -> str:
    """What the two lists say of each field on which they differ, a line each."""
    return "\n".join(
        f"{each.field.replace('_', ' ')}: {each.force or 'none'} in the force's records, "
        f"{each.register or 'none'} on the register"
        for each in found.fields
    )


def effect_words(effect: int) -> str:
    """An effect with its sign: '+12', '−3', '0'."""
    return f"{effect:+,}".replace("-", _MINUS) if effect else "0"
