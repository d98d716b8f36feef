"""The latest proposal to change officers, how each change stands, and the caseloads as they are now."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.paper import Paper
from rso_planner.domain.reallocation import OfficerCaseload, Reallocation, StoredChange
from rso_planner.domain.reallocation_paper import make_reallocation_paper
from rso_planner.domain.refusal import WrongUseError
from rso_planner.files.policy_file import read_policy
from rso_planner.files.reallocation_json import read_reallocation
from rso_planner.planning.reallocating.build_allocation import build_allocation, find_caseloads
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.reallocations import find_latest_reallocation, load_accepted_changes, load_changes_of
from rso_planner.use_cases.recording import Asking, recorded_act


class NoReallocationError(WrongUseError):
    """Nothing has been proposed yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReallocation:
    """The latest proposal with its changes as they stand.

    `now` are today's caseloads, in which what was accepted counts already: `before` and `after` are alike there.
    `earlier` are accepted changes of earlier proposals that no extract has told of yet.
    """

    proposal_id: int
    made_at: datetime
    made_by: str
    proposal: Reallocation
    changes: tuple[StoredChange, ...]
    earlier: tuple[StoredChange, ...]
    now: tuple[OfficerCaseload, ...]

    @property
    def paper(self) -> Paper:
        """The proposal as a paper to print."""
        return make_reallocation_paper(self.proposal, self.changes, {each.officer_id: each for each in self.now})


def list_reallocation(asking: Asking, policy_file: Path | None = None) -> ListedReallocation:
    """Read the latest proposal; the consultation stands on the audit.

    Raises:
        NoReallocationError: nothing has been proposed yet.
    """
    policy = read_policy(policy_file)
    with recorded_act(asking, "reallocate list") as act:
        latest = find_latest_reallocation(act.connection)
        if latest is None or latest.proposal_id is None:
            raise NoReallocationError("No reallocation has been proposed yet: rso-planner reallocate propose.")
        changes = load_changes_of(act.connection, latest.proposal_id)
        accepted = load_accepted_changes(act.connection)
        force = load_force(act.connection)
        act.record(
            AuditAction.CONSULTATION, people=len(force.cases), detail=f"proposal {latest.proposal_id} as it stands"
        )
    return ListedReallocation(
        proposal_id=latest.proposal_id,
        made_at=latest.made_at,
        made_by=latest.made_by,
        proposal=read_reallocation(json.loads(latest.content), (each.change for each in changes)),
        changes=changes,
        earlier=tuple(each for each in accepted if each.proposal_id != latest.proposal_id),
        now=find_caseloads(build_allocation(force, policy, latest.as_of), {}),
    )
