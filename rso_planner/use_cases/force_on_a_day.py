"""The force from the store, with the day and the policy that a use case asks about."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.force import Force
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.files.policy_file import read_policy
from rso_planner.storage.force_loading import load_force
from rso_planner.use_cases.recording import Asking, recorded_act


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceOnADay:
    """A force, the as-of day and the policy in force."""

    force: Force
    as_of: date
    policy: PlanningPolicy


def consult_force(asking: Asking, command: str, as_of: date | None, policy_file: Path | None) -> ForceOnADay:
    """Read the whole force; the consultation stands on the audit.

    `as_of` defaults to the extract's own day, never to today.

    Raises:
        StoreNotReadyError: there is no store yet.
        PolicyRefusedError: the force's policy file cannot be used.
    """
    policy = read_policy(policy_file)
    with recorded_act(asking, command) as act:
        force = load_force(act.connection)
        day = as_of or force.extracted_on
        act.record(AuditAction.CONSULTATION, people=len(force.cases), detail=f"as of {day}")
    return ForceOnADay(force=force, as_of=day, policy=policy)
