"""Which records of the register wait for a person to say whom they are about, and what people said so far."""

from dataclasses import dataclass
from datetime import date

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.pair_decision import PairDecision, standing_decisions
from rso_planner.domain.pairing import Pairing
from rso_planner.reconciliation.pairing.pair_people import pair_people
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.pair_decisions import load_pair_decisions
from rso_planner.use_cases.latest_register import get_latest_register
from rso_planner.use_cases.recording import Asking, recorded_act


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPairs:
    """Both lists paired, with the days they are of and the decisions in force."""

    extracted_on: date
    snapshot_on: date
    pairing: Pairing
    decisions: tuple[PairDecision, ...]


def list_pairs(asking: Asking) -> ListedPairs:
    """Pair the force's people with the register's latest export, by everything that was decided so far.

    Raises:
        NoRegisterError: no export of people or visits is in the store.
        StoreNotReadyError: there is no store yet.
    """
    with recorded_act(asking, "pairs list") as act:
        export = get_latest_register(act.connection)
        force = load_force(act.connection)
        decisions = load_pair_decisions(act.connection)
        act.record(
            AuditAction.CONSULTATION,
            people=len(force.cases),
            detail=f"paired with the register of {export.snapshot_on}",
        )
    return ListedPairs(
        extracted_on=force.extracted_on,
        snapshot_on=export.snapshot_on,
        pairing=pair_people([case.offender for case in force.cases], export.records, decisions),
        decisions=standing_decisions(decisions),
    )
