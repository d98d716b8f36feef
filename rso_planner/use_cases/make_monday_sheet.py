"""The supervisor's Monday sheet, from everything that waits in the store."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.force import Force
from rso_planner.domain.management.reactive_eligibility import find_reactive_candidates
from rso_planner.domain.management.reactive_trigger import find_must_be_reviewed
from rso_planner.domain.monday_sheet import MondaySheet, WaitingDecisions, make_monday_paper
from rso_planner.domain.pair_decision import PairDecision
from rso_planner.domain.paper import Paper
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.reallocation import StoredChange
from rso_planner.domain.reallocation_words import change_in_words
from rso_planner.domain.register_record import RegisterExport
from rso_planner.files.policy_file import read_policy
from rso_planner.reconciliation.pairing.pair_people import pair_people
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.pair_decisions import load_pair_decisions
from rso_planner.storage.plans import StoredPlan
from rso_planner.storage.reallocations import find_latest_reallocation, load_changes_of
from rso_planner.storage.store import StoreConnection
from rso_planner.use_cases.find_due import DueList, list_due
from rso_planner.use_cases.force_on_a_day import ForceOnADay
from rso_planner.use_cases.issue_plan import find_plan_to_issue
from rso_planner.use_cases.latest_register import NoRegisterError, get_latest_register
from rso_planner.use_cases.recording import Asking, recorded_act

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the store holds."""

    force: Force
    register: RegisterExport | None
    pair_decisions: tuple[PairDecision, ...]
    open_changes: tuple[StoredChange, ...]
    plans_to_issue: tuple[StoredPlan, ...]


def make_monday_sheet(asking: Asking, as_of: date | None = None, policy_file: Path | None = None) -> Paper:
    """Gather the sheet; `as_of` defaults to the extract's day. The consultation is one event of the audit."""
    policy = read_policy(policy_file)
    with recorded_act(asking, "monday-sheet") as act:
        force = load_force(act.connection)
        day = as_of or force.extracted_on
        found = _Known(
            force=force,
            register=_find_register(act.connection),
            pair_decisions=load_pair_decisions(act.connection),
            open_changes=_open_changes(act.connection),
            plans_to_issue=_plans_to_issue(act.connection, day),
        )
        act.record(AuditAction.CONSULTATION, people=len(found.force.cases), detail=f"as of {day}")
    known = ForceOnADay(force=found.force, as_of=day, policy=policy)
    due = list_due(known)
    return make_monday_paper(
        MondaySheet(
            figures=due.figures,
            tasks=tuple((each.task, each.days_overdue) for each in due.tasks),
            enquiries=due.enquiries,
            decisions=(*_on_people(known, due), *_on_lists(found)),
            data_warnings=due.data_warnings,
            offender_by_id={case.offender.offender_id: case.offender for case in found.force.cases},
        )
    )


def _find_register(connection: StoreConnection) -> RegisterExport | None:
    try:
        return get_latest_register(connection)
    except NoRegisterError:
        return None


def _open_changes(connection: StoreConnection) -> tuple[StoredChange, ...]:
    latest = find_latest_reallocation(connection)
    if latest is None or latest.proposal_id is None:
        return ()
    return tuple(each for each in load_changes_of(connection, latest.proposal_id) if each.standing is None)


def _plans_to_issue(connection: StoreConnection, as_of: date) -> tuple[StoredPlan, ...]:
    """The plans of this week and the next that nobody has issued."""
    this_week = as_of - timedelta(days=as_of.weekday())
    found = (find_plan_to_issue(connection, week) for week in (this_week, this_week + _WEEK))
    return tuple(each for each in found if each is not None)


def _on_people(known: ForceOnADay, due: DueList) -> tuple[WaitingDecisions, ...]:
    reviewed = find_must_be_reviewed(known.force, known.policy, known.as_of)
    candidates = find_reactive_candidates(known.force, known.policy, known.as_of)
    return (
        WaitingDecisions(
            words="Back to active management?",
            where="rso-planner reviews",
            cases=tuple((each.offender_id, each.reason) for each in reviewed),
        ),
        WaitingDecisions(
            words="A warrant to be considered",
            where="rso-planner due",
            cases=tuple((each.offender_id, each.reason) for each in due.warrant_flags),
        ),
        WaitingDecisions(
            words="To reactive management?",
            where="rso-planner reviews",
            cases=tuple((each.offender_id, "Every criterion is met.") for each in candidates if each.is_eligible),
        ),
    )


def _on_lists(found: _Known) -> tuple[WaitingDecisions, ...]:
    queue = (
        ()
        if found.register is None
        else pair_people(
            [case.offender for case in found.force.cases], found.register.records, found.pair_decisions
        ).queue
    )
    return (
        WaitingDecisions(
            words="Whom a register record is about",
            where="rso-planner pairs list",
            cases=tuple((each.record.register_id, each.reason) for each in queue),
        ),
        WaitingDecisions(
            words="A change of officer",
            where="rso-planner reallocate list",
            cases=tuple((str(each.change_id), change_in_words(each.change)) for each in found.open_changes),
        ),
        WaitingDecisions(
            words="Issue the plan",
            where="rso-planner issue",
            cases=tuple(
                (each.week.isoformat(), f"Made on {day_in_words(each.made_at.date())}, and nobody has signed it.")
                for each in found.plans_to_issue
            ),
        ),
    )
