"""Record what came of visits: the clocks move by the rules, and what was told wrongly can be told again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.case import Case
from rso_planner.domain.due import find_tasks
from rso_planner.domain.duties.failed_attempts import WarrantFlag, find_warrant_flag
from rso_planner.domain.force import Force
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.task import Task
from rso_planner.domain.visit_record import VisitRecord
from rso_planner.files.policy_file import read_policy
from rso_planner.files.visit_records import read_visit_records
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.recording import Saved, save_visit_record
from rso_planner.use_cases.recording import Asking, RecordedAct, recorded_act
from rso_planner.use_cases.told_file import ToldFile, put_rejects


class UnknownInRecordError(WrongUseError):
    """A visit names a person or an officer whom the force does not know, or lies in the future."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedVisit:
    """A visit as it was told, whether it was new, and what is due for the person from now on."""

    record: VisitRecord
    saved: Saved
    tasks: tuple[Task, ...]
    warrant_flag: WarrantFlag | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedFile(ToldFile):
    """What became of a filled-in plan; nothing was recorded where `visits` is None."""

    visits: tuple[RecordedVisit, ...] | None
    not_filled_in: int


def record_visit(asking: Asking, record: VisitRecord, policy_file: Path | None = None) -> RecordedVisit:
    """Record one visit, or correct it: one to the same person at the same start is the same visit.

    Raises:
        UnknownInRecordError: the force does not know the person or an officer, or the visit lies in the future.
    """
    policy = read_policy(policy_file)
    with recorded_act(asking, "record-visit") as act:
        force = load_force(act.connection)
        _check(force, record, asking.now.date())
        (found,) = _save(act, [record], policy)
        _write_audit(act, [found])
    return found


def record_visits_of_file(
    asking: Asking,
    file: Path,
    *,
    accepts_good_rows: bool = False,
    rejects_to: Path | None = None,
    policy_file: Path | None = None,
) -> RecordedFile:
    """Record the visits of a filled-in plan: all of them, or nothing.

    Raises:
        ExtractRefusedError: there is no such file, or it cannot be opened.
    """
    policy = read_policy(policy_file)
    with recorded_act(asking, "record-visit") as act:
        force = load_force(act.connection)
        reading = read_visit_records(
            file,
            people={case.offender.offender_id for case in force.cases},
            officers={officer.officer_id for officer in force.officers},
            last_day=asking.now.date(),
            accept_good_rows=accepts_good_rows,
        )
        visits = None if reading.records is None else _save(act, reading.records, policy)
        _write_audit(act, visits or (), refused=len(reading.rejects))
    return RecordedFile(
        visits=visits,
        rejects=reading.rejects,
        left_out=reading.left_out,
        not_filled_in=reading.not_filled_in,
        ignored_columns=reading.ignored_columns,
        rejects_to=put_rejects(reading, rejects_to),
    )


def _check(force: Force, record: VisitRecord, today: date) -> None:
    if all(case.offender.offender_id != record.offender_id for case in force.cases):
        raise UnknownInRecordError(f"The force has no person {record.offender_id}.")
    known = {officer.officer_id for officer in force.officers}
    for officer_id in (record.officer_id, record.second_officer_id):
        if officer_id is not None and officer_id not in known:
            raise UnknownInRecordError(f"The force has no officer {officer_id}.")
    if record.started_at.date() > today:
        day = day_in_words(record.started_at.date())
        raise UnknownInRecordError(f"A visit on {day} lies in the future; only what has happened is recorded.")


def _save(act: RecordedAct, records: Sequence[VisitRecord], policy: PlanningPolicy) -> tuple[RecordedVisit, ...]:
    saved = [save_visit_record(act.connection, record, act.asking.now) for record in records]
    force = load_force(act.connection)
    case_of = {case.offender.offender_id: case for case in force.cases}
    return tuple(
        _after(record, how, case_of[record.offender_id], policy, force.extracted_on)
        for record, how in zip(records, saved, strict=True)
    )


def _after(
    record: VisitRecord, saved: Saved, case: Case, policy: PlanningPolicy, extracted_on: date
) -> RecordedVisit:
    as_of = max(record.started_at.date(), extracted_on)
    return RecordedVisit(
        record=record,
        saved=saved,
        tasks=find_tasks(case, policy, as_of),
        warrant_flag=find_warrant_flag(case, policy, as_of),
    )


def _write_audit(act: RecordedAct, visits: Sequence[RecordedVisit], refused: int = 0) -> None:
    people = tuple(sorted({each.record.offender_id for each in visits}))
    counts = {how: sum(each.saved is how for each in visits) for how in Saved}
    detail = ", ".join(f"{count} {how.value}" for how, count in counts.items())
    act.record(
        AuditAction.ALTERATION if people else AuditAction.CONSULTATION,
        people=len(people),
        offender_ids=people,
        scope="visits recorded",
        detail=detail + (f"; {refused} problems" if refused else ""),
    )
