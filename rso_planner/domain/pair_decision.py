"""A person's word on whether a record of the register and a record of the force are about one person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PairVerdict(StrEnum):
    """What was decided on a pair; `UNDONE` takes the decision before it back, and the pair is open again."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDecision:
    """One decision on one pair; nothing is ever struck out, a later decision on the pair stands instead."""

    register_id: str
    offender_id: str
    decision: PairVerdict
    decided_at: datetime
    decided_by: str


def standing_decisions(decisions: Iterable[PairDecision]) -> tuple[PairDecision, ...]:
    """The last decision on each pair, given all in the order in which they were made; those undone are left out.

    Pairs stand in the order of their last decision.
    """
    last: dict[tuple[str, str], PairDecision] = {}
    for each in decisions:
        pair = (each.register_id, each.offender_id)
        last.pop(pair, None)
        last[pair] = each
    return tuple(each for each in last.values() if each.decision is not PairVerdict.UNDONE)
