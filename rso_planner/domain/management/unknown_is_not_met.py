"""Every criterion is met, not met or not known; not known never counts as met.

Rule unknown_is_not_met, law. 'No event' is known only from the date on which the extract says its events are
complete.
"""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How a criterion stands."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion with the date or fact behind its standing."""

    name: str
    standing: Standing
    evidence: str


def are_all_met(criteria: tuple[Criterion, ...]) -> bool:
    """Tell whether there are criteria and each of them is met."""
    return bool(criteria) and all(each.standing is Standing.MET for each in criteria)


def standing_of(is_met: bool | None) -> Standing:
    """The standing of an answer that may be missing."""
    if is_met is None:
        return Standing.NOT_KNOWN
    return Standing.MET if is_met else Standing.NOT_MET
