"""Accept or reject proposed changes of officer, some or all, or take such a decision back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.force import Force
from rso_planner.domain.reallocation import ChangeDecision, ChangeVerdict, StoredChange
from rso_planner.domain.reallocation_words import STANDING_WORDS
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.separation import SeparationKind
from rso_planner.storage.allocation_settling import load_extract_officers
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.reallocations import (
    find_latest_reallocation,
    load_accepted_changes,
    load_changes,
    load_changes_of,
    load_replaced_changes,
    save_change_decisions,
)
from rso_planner.storage.store import StoreConnection
from rso_planner.use_cases.list_reallocation import NoReallocationError
from rso_planner.use_cases.recording import Asking, RecordedAct, recorded_act

_COMMANDS = {
    ChangeVerdict.ACCEPTED: "reallocate accept",
    ChangeVerdict.REJECTED: "reallocate reject",
    ChangeVerdict.UNDONE: "reallocate undo",
}
_CAN_BE_DECIDED = (None, ChangeVerdict.ACCEPTED, ChangeVerdict.REJECTED)


class ChangeNotOpenError(WrongUseError):
    """A change cannot be decided on: there is none of that number, or what it was proposed for has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedChanges:
    """What a decision did: the changes that stand otherwise now, and those that stood so before."""

    decided: tuple[StoredChange, ...]
    as_before: tuple[StoredChange, ...]


def decide_on_changes(
    asking: Asking, change_ids: Collection[int] | None, verdict: ChangeVerdict, note: str = ""
) -> DecidedChanges:
    """Decide on the changes of those numbers, or on all open ones of the latest proposal where None: all or none.

    `verdict` is accepted, rejected or undone. What is accepted holds at once, for every list and plan, until an
    extract tells of it or of another officer.

    Raises:
        ChangeNotOpenError: a change is not there or can no longer be decided on; nothing is decided.
        NoReallocationError: nothing has been proposed yet.
    """
    with recorded_act(asking, _COMMANDS[verdict]) as act:
        chosen = _choose(act.connection, change_ids)
        for each in chosen:
            _check_can_be_decided(each, verdict)
        as_before = tuple(each for each in chosen if each.standing is verdict)
        decided = tuple(each for each in chosen if each.standing is not verdict)
        if verdict is ChangeVerdict.ACCEPTED:
            _check_can_be_accepted(load_force(act.connection), decided)
        _save(act, decided, verdict, note)
        _record(act, chosen, verdict, changed=len(decided))
    return DecidedChanges(decided=decided, as_before=as_before)


def _choose(connection: StoreConnection, change_ids: Collection[int] | None) -> tuple[StoredChange, ...]:
    latest = find_latest_reallocation(connection)
    if latest is None or latest.proposal_id is None:
        raise NoReallocationError("No reallocation has been proposed yet: rso-planner reallocate propose.")
    if change_ids is None:
        return tuple(each for each in load_changes_of(connection, latest.proposal_id) if each.standing is None)
    found = load_changes(connection, change_ids)
    unknown = sorted(set(change_ids) - {each.change_id for each in found})
    if unknown:
        raise ChangeNotOpenError(f"There is no change of the number {unknown[0]}; nothing was decided.")
    return found


def _check_can_be_decided(change: StoredChange, verdict: ChangeVerdict) -> None:
    name = f"Change {change.change_id}"
    if change.standing not in _CAN_BE_DECIDED:
        raise ChangeNotOpenError(f"{name} is {STANDING_WORDS[change.standing]}; nothing was decided.")
    if verdict is ChangeVerdict.UNDONE and change.standing is None:
        raise ChangeNotOpenError(f"{name} is open: there is nothing to take back; nothing was decided.")


def _check_can_be_accepted(force: Force, changes: Collection[StoredChange]) -> None:
    held_by = {case.offender.offender_id: case.offender.officer_id for case in force.cases}
    officers = {each.officer_id for each in force.officers}
    apart = {
        (each.first_id, each.second_id)
        for each in force.separations
        if each.kind is SeparationKind.OFFICER_OFFENDER
    }
    for each in changes:
        change = each.change
        if held_by.get(change.offender_id) != change.from_officer_id:
            why = f"{change.offender_id} is no longer with {change.from_officer_id or 'nobody'}"
        elif change.to_officer_id not in officers:
            why = f"{change.to_officer_id} is no longer an officer of the unit"
        elif (change.to_officer_id, change.offender_id) in apart:
            why = f"{change.to_officer_id} is to be kept from {change.offender_id}"
        else:
            continue
        raise ChangeNotOpenError(f"Change {each.change_id} does not fit any more: {why}; nothing was decided.")


def _save(act: RecordedAct, changes: Collection[StoredChange], verdict: ChangeVerdict, note: str) -> None:
    told = load_extract_officers(act.connection)
    replaced = _replaced(act.connection, changes) if verdict is ChangeVerdict.ACCEPTED else []
    latest = find_latest_reallocation(act.connection)

    def decision(change: StoredChange, said: ChangeVerdict) -> ChangeDecision:
        # What an earlier proposal left undecided has lapsed, so it is not open again there.
        is_old = said is ChangeVerdict.UNDONE and latest is not None and change.proposal_id != latest.proposal_id
        return ChangeDecision(
            change_id=change.change_id,
            verdict=ChangeVerdict.LAPSED if is_old else said,
            decided_at=act.asking.now,
            decided_by=act.asking.actor,
            extract_officer_id=told.get(change.change.offender_id),
            note=note,
        )

    back = _back_in_force(act.connection, changes, told) if verdict is ChangeVerdict.UNDONE else []
    save_change_decisions(act.connection, [decision(each, ChangeVerdict.REPLACED) for each in replaced])
    save_change_decisions(act.connection, [decision(each, verdict) for each in changes])
    save_change_decisions(act.connection, [decision(each, ChangeVerdict.ACCEPTED) for each in back])


def _replaced(connection: StoreConnection, changes: Collection[StoredChange]) -> list[StoredChange]:
    accepted: Mapping[str, StoredChange] = {
        each.change.offender_id: each for each in load_accepted_changes(connection)
    }
    return [accepted[each.change.offender_id] for each in changes if each.change.offender_id in accepted]


def _back_in_force(
    connection: StoreConnection, undone: Collection[StoredChange], told: Mapping[str, str | None]
) -> list[StoredChange]:
    """The accepted changes that those taken back had replaced, where the extract has said nothing new since."""
    moments = {
        (each.change.offender_id, each.history[-1].decided_at)
        for each in undone
        if each.standing is ChangeVerdict.ACCEPTED
    }
    return [
        each
        for each in load_replaced_changes(connection)
        if (each.change.offender_id, each.history[-1].decided_at) in moments
        and told.get(each.change.offender_id) == each.history[-1].extract_officer_id
    ]


def _record(act: RecordedAct, chosen: Collection[StoredChange], verdict: ChangeVerdict, *, changed: int) -> None:
    people = tuple(sorted({each.change.offender_id for each in chosen}))
    numbers = ", ".join(str(each.change_id) for each in chosen)
    act.record(
        AuditAction.ALTERATION if changed else AuditAction.CONSULTATION,
        people=len(people),
        offender_ids=people,
        scope="people whose officer was decided on",
        detail=f"{verdict.value}: changes {numbers}" if chosen else f"{verdict.value}: no change was open",
    )
