"""Two lists with one made-up person on each, the register's record drawn from the force's and then changed."""

from dataclasses import replace
from datetime import date
from typing import Any

from rso_planner.domain.case import Case
from rso_planner.domain.discrepancy import Discrepancy
from rso_planner.domain.interval import read_interval
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.register_record import RegisterExport, RegisterLayout, RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.reconciliation.last_visit import last_completed_on
from rso_planner.reconciliation.lists import BothLists, list_force
from rso_planner.reconciliation.pairing.pair_people import pair_people
from rso_planner.reconciliation.reconcile import reconcile
from rso_planner.reconciliation.verdict import Facts, recount
from tests.domain.cases import AS_OF, make_force

_WORDS = {
    "register_type": RegisterType,
    "status": Status,
    "management": ManagementStatus,
    "risk_level": RiskLevel,
    "visit_interval": read_interval,
}


def record_of(case: Case, policy: PlanningPolicy, row: int = 2, **changes: Any) -> RegisterRecord:
    """A record that agrees with the case in everything, then changed; dates and words may be written as text."""
    offender, facts = case.offender, Facts(case=case, policy=policy, as_of=AS_OF)
    faithful = RegisterRecord(
        register_id=offender.register_id or f"V-{offender.offender_id}",
        row=row,
        register_type=offender.register_type,
        offender_id=offender.offender_id,
        status=offender.status,
        risk_level=offender.risk_level,
        management=offender.management,
        area=offender.area,
        visit_interval=offender.visit_interval,
        last_visit_on=last_completed_on(facts, AS_OF),
        next_visit_due_on=recount(facts).due_on,
    )
    return replace(faithful, **{name: _read(name, value) for name, value in changes.items()})


def compare_lists(
    cases: list[Case],
    records: list[RegisterRecord],
    policy: PlanningPolicy,
    *,
    snapshot_on: date = AS_OF,
    layout: RegisterLayout = RegisterLayout.PEOPLE,
    left_out_ids: tuple[str, ...] = (),
) -> Reconciliation:
    """The reconciliation of these cases with these records."""
    export = RegisterExport(
        snapshot_on=snapshot_on, layout=layout, records=tuple(records), left_out_ids=left_out_ids
    )
    lists = BothLists(
        ours=list_force(make_force(*cases), policy, AS_OF),
        export=export,
        pairing=pair_people([case.offender for case in cases], records),
        policy=policy,
        as_of=AS_OF,
    )
    return reconcile(lists)


def find_discrepancy(
    case: Case, policy: PlanningPolicy, *, snapshot_on: date = AS_OF, **changes: Any
) -> Discrepancy | None:
    """What the lists disagree on where the register's record differs from the case by these changes alone."""
    found = compare_lists([case], [record_of(case, policy, **changes)], policy, snapshot_on=snapshot_on)
    return found.discrepancies[0] if found.discrepancies else None


def get_discrepancy(
    case: Case, policy: PlanningPolicy, *, snapshot_on: date = AS_OF, **changes: Any
) -> Discrepancy:
    """What the lists disagree on; there must be something."""
    found = find_discrepancy(case, policy, snapshot_on=snapshot_on, **changes)
    assert found is not None, "the lists agree"
    return found


def _read(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in _WORDS:
        return _WORDS[name](value)
    return date.fromisoformat(value) if name.endswith("_on") else value
