"""Eligibility is advice; a move needs a decision with authoriser, date and reason, and the planner moves nobody.

Rule person_decides, law. Source: SEED ('may'). So how a person is managed is read from what people recorded:
the field `management`, and the decisions later than `management_since`. Where `management_since` is not known,
only a decision to active overrides the field: the safe direction.
"""

from dataclasses import dataclass
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.decision import Decision, DecisionKind
from rso_planner.domain.offender import ManagementStatus

_LEADS_TO = {
    DecisionKind.TO_ACTIVE: ManagementStatus.ACTIVE,
    DecisionKind.TO_REACTIVE: ManagementStatus.REACTIVE,
}


@dataclass(frozen=True, slots=True)
class Management:
    """How the person is managed, and since when as far as it is known."""

    status: ManagementStatus
    since: date | None


def management_on(case: Case, as_of: date) -> ManagementStatus:
    """How the person is managed on the as-of day."""
    return find_management(case, as_of).status


def find_management(case: Case, as_of: date) -> Management:
    """How the person is managed on the as-of day, and since when."""
    offender, moves = case.offender, _moves(case, as_of)
    if offender.management_since is None:
        return _management_of_unknown_age(offender.management, moves)
    current = Management(offender.management, offender.management_since)
    for move in moves:
        led_to = _LEADS_TO[move.decision]
        if move.decided_on > offender.management_since and led_to is not current.status:
            current = Management(led_to, move.decided_on)
    return current


def returned_to_active_on(case: Case, as_of: date) -> date | None:
    """The latest return to active management: a decision, or a `management_since` after registration."""
    offender = case.offender
    days = [move.decided_on for move in _moves(case, as_of) if move.decision is DecisionKind.TO_ACTIVE]
    since = offender.management_since
    if offender.management is ManagementStatus.ACTIVE and since is not None and since > offender.registered_on:
        days.append(since)
    return max(days, default=None)


def contradicting_decision(case: Case, as_of: date) -> Decision | None:
    """The latest move, where it is to the other management than the field says."""
    moves = _moves(case, as_of)
    if moves and _LEADS_TO[moves[-1].decision] is not case.offender.management:
        return moves[-1]
    return None


def _moves(case: Case, as_of: date) -> list[Decision]:
    found = (each for each in case.decisions if each.decision in _LEADS_TO and each.decided_on <= as_of)
    return sorted(found, key=lambda each: (each.decided_on, each.decision_id))


def _management_of_unknown_age(recorded: ManagementStatus, moves: list[Decision]) -> Management:
    if not moves:
        return Management(recorded, None)
    led_to = _LEADS_TO[moves[-1].decision]
    if led_to is recorded or led_to is ManagementStatus.ACTIVE:
        return Management(led_to, moves[-1].decided_on)
    return Management(recorded, None)
