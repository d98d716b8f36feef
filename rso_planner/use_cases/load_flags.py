"""Load flags: events that other systems and teams tell of; each significant one raises its duties by the rules."""

from dataclasses import dataclass
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.due import find_tasks
from rso_planner.domain.event import Event
from rso_planner.domain.force import Force
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task
from rso_planner.files.flags import FlagsReading, read_flags
from rso_planner.files.policy_file import read_policy
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.recording import Saved, save_event
from rso_planner.use_cases.recording import Asking, RecordedAct, recorded_act
from rso_planner.use_cases.told_file import ToldFile, put_rejects


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedFlag:
    """An event as it was told, whether it was new, and the duties that events raise for the person."""

    event: Event
    saved: Saved
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedFlags(ToldFile):
    """What became of a file of flags; nothing was loaded where `flags` is None.

    `told_again` counts the rows that tell of an event which another row of the file tells too.
    """

    flags: tuple[LoadedFlag, ...] | None
    told_again: int


def load_flags(
    asking: Asking,
    file: Path,
    *,
    accepts_good_rows: bool = False,
    rejects_to: Path | None = None,
    policy_file: Path | None = None,
) -> LoadedFlags:
    """Load a file of flags: all of it, or nothing; the same event told twice is one.

    Raises:
        ExtractRefusedError: there is no such file, or it cannot be opened.
    """
    policy = read_policy(policy_file)
    with recorded_act(asking, "load-flags") as act:
        force = load_force(act.connection)
        reading = read_flags(
            file,
            person_of_register_id={
                case.offender.register_id: case.offender.offender_id
                for case in force.cases
                if case.offender.register_id is not None
            },
            people={case.offender.offender_id for case in force.cases},
            last_day=asking.now.date(),
            accept_good_rows=accepts_good_rows,
        )
        flags = None if reading.events is None else _save(act, reading, policy)
        _write_audit(act, flags or (), len(reading.rejects))
    return LoadedFlags(
        flags=flags,
        rejects=reading.rejects,
        left_out=reading.left_out,
        told_again=reading.told_again,
        ignored_columns=reading.ignored_columns,
        rejects_to=put_rejects(reading, rejects_to),
    )


def _save(act: RecordedAct, reading: FlagsReading, policy: PlanningPolicy) -> tuple[LoadedFlag, ...]:
    saved = [(event, save_event(act.connection, event, act.asking.now)) for event in reading.events or ()]
    force = load_force(act.connection)
    return tuple(
        LoadedFlag(event=event, saved=how, tasks=_raised(force, event, policy, act)) for event, how in saved
    )


def _raised(force: Force, event: Event, policy: PlanningPolicy, act: RecordedAct) -> tuple[Task, ...]:
    case = next(case for case in force.cases if case.offender.offender_id == event.offender_id)
    as_of = max(force.extracted_on, act.asking.now.date())
    return tuple(task for task in find_tasks(case, policy, as_of) if task.is_asked_for_by_event)


def _write_audit(act: RecordedAct, flags: tuple[LoadedFlag, ...], refused: int) -> None:
    people = tuple(sorted({each.event.offender_id for each in flags}))
    counts = {how: sum(each.saved is how for each in flags) for how in Saved}
    detail = ", ".join(f"{count} {how.value}" for how, count in counts.items())
    act.record(
        AuditAction.COLLECTION if people else AuditAction.CONSULTATION,
        people=len(people),
        offender_ids=people,
        scope="flags",
        detail=detail + (f"; {refused} problems" if refused else ""),
    )
