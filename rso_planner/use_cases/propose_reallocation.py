"""Propose which people should change their officer; nothing changes until somebody accepts it."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rso_planner import __version__
from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.force import Force
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.reallocation import ChangeDecision, ChangeVerdict, Reallocation, StoredChange
from rso_planner.domain.refusal import WrongUseError
from rso_planner.files.policy_file import read_policy
from rso_planner.files.reallocation_json import make_reallocation_document
from rso_planner.planning.problem_hash import hash_content
from rso_planner.planning.reallocating.allocation_problem import AllocationProblem
from rso_planner.planning.reallocating.build_allocation import build_allocation, make_reallocation
from rso_planner.planning.reallocating.solve_allocation import solve_allocation
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.reallocations import (
    StoredReallocation,
    find_latest_reallocation,
    load_changes_of,
    load_rejected_changes,
    save_change_decisions,
    save_reallocation,
)
from rso_planner.storage.store import StoreConnection
from rso_planner.use_cases.recording import Asking, recorded_act

_COMMAND = "reallocate propose"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the proposal is made from."""

    force: Force
    as_of: date
    rejected: tuple[StoredChange, ...]


def propose_reallocation(
    asking: Asking,
    as_of: date | None = None,
    policy_file: Path | None = None,
    most_changes: int | None = None,
) -> Reallocation:
    """Find the fewest changes that even the work and keep them as a proposal; what was open before lapses.

    `as_of` defaults to the extract's day. A change that was rejected within the policy's horizon is not proposed
    again. The store is not held while the planner thinks: reading and saving are two acts on the audit.

    Raises:
        WrongUseError: `most_changes` is below 0.
    """
    if most_changes is not None and most_changes < 0:
        raise WrongUseError(f"The most changes are 0 or more, not {most_changes}.")
    policy = read_policy(policy_file)
    known = _consult(asking, as_of)
    problem = build_allocation(
        known.force,
        policy,
        known.as_of,
        not_again=_not_again(known, policy),
        most_changes=most_changes,
    )
    proposal = make_reallocation(problem, solve_allocation(problem))
    _save(asking, proposal, problem, policy)
    return proposal


def _consult(asking: Asking, as_of: date | None) -> _Known:
    with recorded_act(asking, _COMMAND) as act:
        force = load_force(act.connection)
        day = as_of or force.extracted_on
        act.record(AuditAction.CONSULTATION, people=len(force.cases), detail=f"as of {day}")
        return _Known(force=force, as_of=day, rejected=load_rejected_changes(act.connection))


def _not_again(known: _Known, policy: PlanningPolicy) -> frozenset[tuple[str, str]]:
    since = known.as_of - timedelta(weeks=policy.reallocation_horizon)
    return frozenset(
        (each.change.to_officer_id, each.change.offender_id)
        for each in known.rejected
        if each.history[-1].decided_at.date() >= since
    )


def _save(asking: Asking, proposal: Reallocation, problem: AllocationProblem, policy: PlanningPolicy) -> None:
    people = tuple(sorted(each.offender_id for each in proposal.changes))
    with recorded_act(asking, _COMMAND) as act:
        _let_lapse(act.connection, asking)
        number = save_reallocation(
            act.connection,
            StoredReallocation(
                made_at=asking.now,
                made_by=asking.actor,
                as_of=proposal.as_of,
                policy_hash=hash_content(policy),
                input_hash=hash_content(problem),
                code_version=__version__,
                content=json.dumps(make_reallocation_document(proposal)),
            ),
            proposal.changes,
        )
        act.record(
            AuditAction.ALTERATION,
            people=len(people),
            offender_ids=people,
            scope="people who may change their officer",
            detail=f"proposal {number} as of {proposal.as_of} saved",
        )


def _let_lapse(connection: StoreConnection, asking: Asking) -> None:
    latest = find_latest_reallocation(connection)
    if latest is None or latest.proposal_id is None:
        return
    save_change_decisions(
        connection,
        [
            ChangeDecision(
                change_id=each.change_id,
                verdict=ChangeVerdict.LAPSED,
                decided_at=asking.now,
                decided_by=asking.actor,
            )
            for each in load_changes_of(connection, latest.proposal_id)
            if each.standing is None
        ],
    )
