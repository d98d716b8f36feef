"""Find out why the force's count of overdue visits and the register's differ, person by person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.force import Force
from rso_planner.domain.pair_decision import PairDecision
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.register_record import RegisterExport, RegisterLayout
from rso_planner.files.policy_file import read_policy
from rso_planner.reconciliation.lists import BothLists, list_force
from rso_planner.reconciliation.pairing.pair_people import pair_people
from rso_planner.reconciliation.reconcile import reconcile
from rso_planner.reconciliation.register_with_assessments import with_assessments
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.pair_decisions import load_pair_decisions
from rso_planner.storage.register_exports import StoredRegisterExport, find_latest_register_export
from rso_planner.storage.store import StoreConnection
from rso_planner.use_cases.recording import Asking, recorded_act

_COMMAND = "reconcile"


class NoRegisterError(WrongUseError):
    """Nothing to compare with: no export of the register has been loaded."""

    def __init__(self) -> None:
        super().__init__(
            "No export of the register with people or visits has been loaded. "
            "Load one with `rso-planner load-register FILE`."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the store holds of both sides."""

    force: Force
    as_of: date
    export: RegisterExport
    decisions: tuple[PairDecision, ...]


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
    found = _compare(known, policy, on_progress)
    on_progress(0.95, "keeping the result")
    return found


def _consult(asking: Asking, as_of: date | None) -> _Known:
    with recorded_act(asking, _COMMAND) as act:
        export = _latest_export(act.connection)
        force = load_force(act.connection)
        known = _Known(
            force=force,
            as_of=as_of or force.extracted_on,
            export=export,
            decisions=load_pair_decisions(act.connection),
        )
        act.record(
            AuditAction.CONSULTATION,
            people=len(force.cases),
            detail=f"as of {known.as_of}, with the register of {export.snapshot_on}",
        )
    return known


def _latest_export(connection: StoreConnection) -> RegisterExport:
    found = [
        stored
        for layout in (RegisterLayout.PEOPLE, RegisterLayout.VISITS)
        if (stored := find_latest_register_export(connection, layout)) is not None
    ]
    if not found:
        raise NoRegisterError
    export = max(found, key=_loading_order).export
    assessments = find_latest_register_export(connection, RegisterLayout.ASSESSMENTS)
    return export if assessments is None else with_assessments(export, assessments.export)


def _loading_order(stored: StoredRegisterExport) -> int:
    return stored.load_id


def _compare(known: _Known, policy: PlanningPolicy, on_progress: Callable[[float, str], None]) -> Reconciliation:
    ours = list_force(known.force, policy, known.as_of)
    on_progress(0.6, "pairing the two lists")
    pairing = pair_people([case.offender for case in known.force.cases], known.export.records, known.decisions)
    on_progress(0.8, "finding the causes")
    return reconcile(BothLists(ours=ours, export=known.export, pairing=pairing, policy=policy, as_of=known.as_of))
