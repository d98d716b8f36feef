"""Find out why the force's count of overdue visits and the register's differ, person by person."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rso_planner import __version__
from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.force import Force
from rso_planner.domain.pair_decision import PairDecision
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.register_record import RegisterExport
from rso_planner.files.policy_file import read_policy
from rso_planner.files.reconciliation_json import make_reconciliation_document, read_differences
from rso_planner.planning.problem_hash import hash_content
from rso_planner.reconciliation.lists import BothLists, list_force
from rso_planner.reconciliation.pairing.pair_people import pair_people
from rso_planner.reconciliation.reconcile import reconcile
from rso_planner.reconciliation.trend import compare_with_earlier
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.pair_decisions import load_pair_decisions
from rso_planner.storage.reconciliations import (
    StoredReconciliation,
    find_reconciliation_before,
    save_reconciliation,
)
from rso_planner.use_cases.latest_register import get_latest_register
from rso_planner.use_cases.recording import Asking, recorded_act

_COMMAND = "reconcile"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the store holds of both sides."""

    force: Force
    as_of: date
    export: RegisterExport
    decisions: tuple[PairDecision, ...]
    earlier: StoredReconciliation | None


def reconcile_counts(
    asking: Asking,
    as_of: date | None = None,
    policy_file: Path | None = None,
    on_progress: Callable[[float, str], None] = lambda _share, _doing: None,
) -> Reconciliation:
    """Compare the force with the register's latest export; `as_of` defaults to the extract's own day.

    The store is not held while the lists are compared: reading and saving are two acts on the audit.

    Raises:
        NoRegisterError: no export of people or visits is in the store.
    """
    policy = read_policy(policy_file)
    on_progress(0.0, "reading both lists")
    known = _consult(asking, as_of)
    on_progress(0.4, "counting the force's list")
    lists = _put_side_by_side(known, policy, on_progress)
    on_progress(0.8, "finding the causes")
    found = _with_trend(reconcile(lists), known.earlier)
    on_progress(0.95, "keeping the result")
    _save(asking, found, lists, known.decisions)
    return found


def _consult(asking: Asking, as_of: date | None) -> _Known:
    with recorded_act(asking, _COMMAND) as act:
        export = get_latest_register(act.connection)
        force = load_force(act.connection)
        day = as_of or force.extracted_on
        known = _Known(
            force=force,
            as_of=day,
            export=export,
            decisions=load_pair_decisions(act.connection),
            earlier=find_reconciliation_before(act.connection, day),
        )
        act.record(
            AuditAction.CONSULTATION,
            people=len(force.cases),
            detail=f"as of {known.as_of}, with the register of {export.snapshot_on}",
        )
    return known


def _put_side_by_side(
    known: _Known, policy: PlanningPolicy, on_progress: Callable[[float, str], None]
) -> BothLists:
    ours = list_force(known.force, policy, known.as_of)
    on_progress(0.6, "pairing the two lists")
    return BothLists(
        ours=ours,
        export=known.export,
        pairing=pair_people([case.offender for case in known.force.cases], known.export.records, known.decisions),
        policy=policy,
        as_of=known.as_of,
    )


def _with_trend(found: Reconciliation, earlier: StoredReconciliation | None) -> Reconciliation:
    if earlier is None:
        return found
    differences = read_differences(json.loads(earlier.content))
    return replace(found, earlier_on=earlier.as_of, trend=compare_with_earlier(found.discrepancies, differences))


def _save(asking: Asking, found: Reconciliation, lists: BothLists, decisions: tuple[PairDecision, ...]) -> None:
    people = sorted({each.offender_id for each in found.discrepancies if each.offender_id is not None})
    counted = {offender_id: listed.verdict for offender_id, listed in lists.ours.items()}
    with recorded_act(asking, _COMMAND) as act:
        number = save_reconciliation(
            act.connection,
            StoredReconciliation(
                as_of=found.as_of,
                snapshot_on=found.snapshot_on,
                made_at=asking.now,
                policy_hash=hash_content(lists.policy),
                input_hash=hash_content((counted, lists.export, decisions)),
                code_version=__version__,
                content=json.dumps(make_reconciliation_document(found)),
            ),
        )
        act.record(
            AuditAction.ALTERATION,
            people=len(people),
            offender_ids=tuple(people),
            scope="people on whom force and register disagree",
            detail=f"reconciliation {number} of {found.as_of} saved",
        )
