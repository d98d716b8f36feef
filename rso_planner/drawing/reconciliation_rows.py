"""The rows of the reconciliation's tables, as words ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.domain.discrepancy import Discrepancy
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.reconciliation import Bridge, BridgePart, Correction, Reconciliation
from rso_planner.domain.reconciliation_words import (
    SYSTEM_WORDS,
    cause_title,
    effect_words,
    overdue_words,
    part_words,
)

_MOST_CAUSES = 3
_NOBODY = "none"


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """A cause, how many differences have it, its effect, and the count after it."""

    title: str
    people: str
    effect: str
    so_far: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceRow:
    """A person on whom the lists differ; no name of a person is in it."""

    person: str
    record: str
    risk: str
    place: str
    overdue: str
    due: str
    days_past: str
    cause: str
    reason: str
    where: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """A part of the force; the force's count and those who are overdue on one list only make the register's."""

    name: str
    force: int
    register_only: str
    force_only: str
    register: int
    force_visits: int
    register_visits: int
    causes: str


def bridge_rows(bridge: Bridge) -> list[BridgeRow]:
    """One row for each cause."""
    rows, so_far = [], bridge.force_total
    for line in bridge.lines:
        so_far += line.effect
        title = CAUSE_WORDS[line.cause].title
        rows.append(BridgeRow(title, f"{line.people:,}", effect_words(line.effect), f"{so_far:,}"))
    return rows


def difference_rows(reconciliation: Reconciliation, found: Sequence[Discrepancy]) -> list[DifferenceRow]:
    """One row for each of these people, with what to do about the difference."""
    by_discrepancy = {each.discrepancy: each for each in reconciliation.corrections}
    return [_difference_row(each, reconciliation.as_of, by_discrepancy) for each in found]


def part_rows(parts: Sequence[BridgePart]) -> list[PartRow]:
    """One row for each part, in the order given."""
    return [_part_row(part_words(part.part), [part], _largest_causes(part.people)) for part in parts]


def part_total(parts: Sequence[BridgePart]) -> PartRow:
    """The sums of the columns."""
    return _part_row("All", parts, "")


def _difference_row(
    found: Discrepancy, as_of: date, by_discrepancy: Mapping[Discrepancy, Correction]
) -> DifferenceRow:
    correction = by_discrepancy.get(found)
    return DifferenceRow(
        person=found.offender_id or _NOBODY,
        record=found.register_id or _NOBODY,
        risk=found.risk_level.words if found.risk_level else "not known",
        place=", ".join(each for each in (found.area, found.officer_id) if each) or "not known",
        overdue=overdue_words(found),
        due=day_in_words(found.due_on) if found.due_on else "not known",
        days_past=f"{max(0, (as_of - found.due_on).days):,}" if found.due_on else "",
        cause=cause_title(found),
        reason=found.reason,
        where=SYSTEM_WORDS[correction.system].capitalize() if correction else "",
        action=correction.action if correction else "",
    )


def _part_row(name: str, parts: Sequence[BridgePart], causes: str) -> PartRow:
    return PartRow(
        name=name,
        force=sum(each.people.force_total for each in parts),
        register_only=effect_words(sum(each.register_only for each in parts)),
        force_only=effect_words(-sum(each.force_only for each in parts)),
        register=sum(each.people.register_total for each in parts),
        force_visits=sum(each.visits.force_total for each in parts),
        register_visits=sum(each.visits.register_total for each in parts),
        causes=causes,
    )


def _largest_causes(bridge: Bridge) -> str:
    lines = sorted((line for line in bridge.lines if line.effect), key=lambda line: -abs(line.effect))
    named = [f"{CAUSE_WORDS[line.cause].title} {effect_words(line.effect)}" for line in lines[:_MOST_CAUSES]]
    rest = len(lines) - len(named)
    more = [f"{rest} more"] if rest else []
    return "; ".join([*named, *more]) or "none"
