"""Keep what a person says of a pair: that the two are one, that they are not, or that it is open again."""

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.pair_decision import PairDecision, PairVerdict, standing_decisions
from rso_planner.domain.refusal import WrongUseError
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.pair_decisions import load_pair_decisions, save_pair_decision
from rso_planner.storage.store import StoreConnection
from rso_planner.use_cases.latest_register import get_latest_register
from rso_planner.use_cases.recording import Asking, RecordedAct, recorded_act

_COMMANDS = {
    PairVerdict.ACCEPTED: "pairs accept",
    PairVerdict.REJECTED: "pairs reject",
    PairVerdict.UNDONE: "pairs undo",
}


class UnknownPairError(WrongUseError):
    """A decision names a record or a person that is on neither list, or there is no decision to undo."""


def decide_on_pair(asking: Asking, register_id: str, offender_id: str, verdict: PairVerdict) -> bool:
    """Keep a decision on a pair; tell whether it changes what stood before.

    The next pairing goes by it, and every later one until it is undone or decided otherwise.

    Raises:
        UnknownPairError: the register's latest export or the force does not hold one of the two, or nothing that
            could be undone was decided on them.
    """
    with recorded_act(asking, _COMMANDS[verdict]) as act:
        standing = _standing(act.connection, register_id, offender_id)
        if verdict is PairVerdict.UNDONE:
            if standing is None:
                raise UnknownPairError(f"Nothing has been decided on {register_id} and {offender_id}.")
        else:
            _check_is_listed(act.connection, register_id, offender_id)
        is_change = standing is not verdict
        if is_change:
            save_pair_decision(
                act.connection,
                PairDecision(
                    register_id=register_id,
                    offender_id=offender_id,
                    decision=verdict,
                    decided_at=asking.now,
                    decided_by=asking.actor,
                ),
            )
        _record(act, register_id, offender_id, verdict, is_change=is_change)
    return is_change


def _standing(connection: StoreConnection, register_id: str, offender_id: str) -> PairVerdict | None:
    pair = (register_id, offender_id)
    decided = standing_decisions(load_pair_decisions(connection))
    return next((each.decision for each in decided if (each.register_id, each.offender_id) == pair), None)


def _check_is_listed(connection: StoreConnection, register_id: str, offender_id: str) -> None:
    if all(each.register_id != register_id for each in get_latest_register(connection).records):
        raise UnknownPairError(f"The register's latest export has no record {register_id}.")
    if all(case.offender.offender_id != offender_id for case in load_force(connection).cases):
        raise UnknownPairError(f"The force has no person {offender_id}.")


def _record(
    act: RecordedAct, register_id: str, offender_id: str, verdict: PairVerdict, *, is_change: bool
) -> None:
    act.record(
        AuditAction.ALTERATION if is_change else AuditAction.CONSULTATION,
        people=1,
        offender_ids=(offender_id,),
        scope="one pair",
        detail=f"{verdict.value}: register {register_id} and {offender_id}" + ("" if is_change else ", as before"),
    )
