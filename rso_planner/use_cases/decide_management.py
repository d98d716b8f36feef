"""Record a decision on how a person is managed: who authorised it, when, why, and what the criteria said.

People decide, the planner never does (rule person_decides). A decision is undone by a later one only.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.case import Case
from rso_planner.domain.decision import Decision, DecisionKind
from rso_planner.domain.due import find_tasks
from rso_planner.domain.management.person_decides import find_management
from rso_planner.domain.management.reactive_eligibility import review_for_reactive
from rso_planner.domain.management.reactive_trigger import Trigger, find_triggers
from rso_planner.domain.management.unknown_is_not_met import Criterion
from rso_planner.domain.offender import ManagementStatus
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.task import Task
from rso_planner.files.policy_file import read_policy
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.recording import save_decision
from rso_planner.use_cases.recording import Asking, recorded_act

_LEADS_TO = {
    DecisionKind.TO_REACTIVE: ManagementStatus.REACTIVE,
    DecisionKind.TO_ACTIVE: ManagementStatus.ACTIVE,
}


class DecisionRefusedError(WrongUseError):
    """A decision that cannot stand, such as one on an unknown person or without a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDecision:
    """What is decided; `decided_on` empty means the day of asking."""

    offender_id: str
    decision: DecisionKind
    authorised_by: str
    reason: str
    decided_on: date | None = None
    officer_satisfied: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDecision:
    """A decision with what it was made on: the criteria for a move to reactive, or the triggers for a return.

    `tasks` is what is due for the person from the decision on; `is_in_force` tells that the person is now managed
    as was decided.
    """

    decision: Decision
    criteria: tuple[Criterion, ...]
    triggers: tuple[Trigger, ...]
    tasks: tuple[Task, ...]
    is_in_force: bool

    @property
    def not_met(self) -> tuple[Criterion, ...]:
        """The criteria that are not met or not known."""
        return tuple(each for each in self.criteria if each.standing.value != "met")


def decide_management(asking: Asking, wanted: WantedDecision, policy_file: Path | None = None) -> RecordedDecision:
    """Record the decision; duties change from its day.

    Raises:
        DecisionRefusedError: the force does not know the person, nothing would change, the day lies in the future
            or before a later decision, or no authority or reason is given.
    """
    policy = read_policy(policy_file)
    with recorded_act(asking, "decide") as act:
        force = load_force(act.connection)
        case = next((each for each in force.cases if each.offender.offender_id == wanted.offender_id), None)
        if case is None:
            raise DecisionRefusedError(f"The force has no person {wanted.offender_id}.")
        on = wanted.decided_on or asking.now.date()
        _check(case, wanted, on, asking.now.date())
        known = case.known_on(on)
        review = review_for_reactive(known, policy, on)
        triggers = find_triggers(known, policy, on) if wanted.decision is not DecisionKind.TO_REACTIVE else ()
        decision = Decision(
            decision_id=_identifier(case, wanted, on),
            offender_id=wanted.offender_id,
            decided_on=on,
            decision=wanted.decision,
            authorised_by=wanted.authorised_by.strip(),
            reason=wanted.reason.strip(),
            officer_satisfied=wanted.officer_satisfied,
        )
        save_decision(act.connection, decision, asking.now)
        after = next(each for each in load_force(act.connection).cases if each.offender == case.offender)
        act.record(
            AuditAction.ALTERATION,
            people=1,
            offender_ids=(wanted.offender_id,),
            scope="one decision",
            detail=f"{wanted.decision.value} on {on}",
        )
    return RecordedDecision(
        decision=decision,
        criteria=review.criteria if wanted.decision is DecisionKind.TO_REACTIVE else (),
        triggers=triggers,
        tasks=find_tasks(after, policy, max(on, force.extracted_on)),
        is_in_force=_LEADS_TO.get(wanted.decision) in (None, find_management(after, on).status),
    )


def _check(case: Case, wanted: WantedDecision, on: date, today: date) -> None:
    if not wanted.authorised_by.strip() or not wanted.reason.strip():
        raise DecisionRefusedError("A decision names who authorised it, and why.")
    if on > today:
        raise DecisionRefusedError(
            f"{day_in_words(on)} lies in the future; a decision is recorded once it is made."
        )
    later = max((each.decided_on for each in case.decisions), default=on)
    if later > on:
        raise DecisionRefusedError(
            f"There is a decision of {day_in_words(later)} on the person already, which would hide an earlier one."
        )
    now = find_management(case, on).status
    if _LEADS_TO.get(wanted.decision) is now:
        raise DecisionRefusedError(
            f"{wanted.offender_id} is on {now.value} management already; nothing would change."
        )


def _identifier(case: Case, wanted: WantedDecision, on: date) -> str:
    stem = f"planner-{wanted.offender_id}-{on:%Y%m%d}-{wanted.decision.value}"
    taken = {each.decision_id for each in case.decisions}
    number = 1
    while (name := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return name
