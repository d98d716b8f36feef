"""`rso-planner record-visit`."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.messages import answer, answer_json, progress, say
from rso_planner.cli.options import REJECTS, AcceptGoodRows, AsJson, Policy, Rejects
from rso_planner.cli.rejects import refusals_document, tell_refusals

if TYPE_CHECKING:
    from rso_planner.domain.visit_record import VisitRecord
    from rso_planner.use_cases.record_visits import RecordedFile, RecordedVisit

_MINUTE = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]


def record_visit(
    context: typer.Context,
    offender: Annotated[str | None, typer.Option(metavar="ID", help="Who was visited.")] = None,
    at: Annotated[
        datetime | None,
        typer.Option(formats=_MINUTE, metavar="DATETIME", help="When it began, local time, as 2026-11-24T14:30."),
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar="OUTCOME", help="seen, not_seen, refused or abandoned.")
    ] = None,
    officers: Annotated[
        str | None, typer.Option(metavar="A,B", help="The officer who led, and the one who went along.")
    ] = None,
    arms: Annotated[
        str | None,
        typer.Option(metavar="PRIORITY", help="The ARMS completed with it: low, medium, high or very_high."),
    ] = None,
    rmp_reviewed: Annotated[
        bool, typer.Option("--rmp-reviewed", help="The risk management plan was reviewed.")
    ] = False,
    file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="plan.xlsx with its sheet Outcomes filled in, or a table of its columns.",
        ),
    ] = None,
    accept_good_rows: AcceptGoodRows = False,
    rejects: Rejects = REJECTS,
    policy: Policy = None,
    as_json: AsJson = False,
) -> None:
    """Record or correct what came of visits."""
    one = {"--offender": offender, "--at": at, "--outcome": outcome, "--officers": officers}
    if file is not None:
        if any(value is not None for value in one.values()):
            raise typer.BadParameter(
                "is for many visits; leave out the options for a single one", param_hint="--file"
            )
        _record_file(context, file, accept_good_rows, rejects, policy, as_json=as_json)
        return
    missing = [name for name, value in one.items() if value is None]
    if missing or offender is None or at is None or outcome is None or officers is None:
        raise typer.BadParameter(f"{', '.join(missing)} missing; or give --file", param_hint="record-visit")
    _record_one(context, _read(offender, at, outcome, officers, arms, rmp_reviewed), policy, as_json=as_json)


def _read(
    offender: str, at: datetime, outcome: str, officers: str, arms: str | None, rmp_reviewed: bool
) -> "VisitRecord":
    from rso_planner.domain.arms import ArmsPriority
    from rso_planner.domain.visit import VisitOutcome
    from rso_planner.domain.visit_record import VisitRecord

    names = [each.strip() for each in officers.split(",")]
    if not all(names) or len(names) > 2:
        raise typer.BadParameter("is one officer, or two with a comma between", param_hint="--officers")
    try:
        return VisitRecord(
            offender_id=offender,
            started_at=at,
            outcome=_word(VisitOutcome, outcome, "--outcome"),
            officer_id=names[0],
            second_officer_id=names[1] if len(names) > 1 else None,
            arms=_word(ArmsPriority, arms, "--arms") if arms else None,
            is_rmp_reviewed=rmp_reviewed,
        )
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--arms" if arms else "--officers") from error


def _word(words: Any, text: str, option: str) -> Any:
    if text not in tuple(words):
        allowed = ", ".join(each.value for each in words)
        raise typer.BadParameter(f"{text} is not one of {allowed}", param_hint=option)
    return words(text)


def _record_one(context: typer.Context, record: "VisitRecord", policy: Path | None, *, as_json: bool) -> None:
    from rso_planner.use_cases.record_visits import record_visit as record_it

    found = record_it(asking_of(context), record, policy)
    if as_json:
        answer_json(_document(found))
        return
    for line in _lines(found):
        answer(line)


def _record_file(
    context: typer.Context,
    file: Path,
    accept_good_rows: bool,
    rejects: Path,
    policy: Path | None,
    *,
    as_json: bool,
) -> None:
    from rso_planner.use_cases.record_visits import record_visits_of_file

    with progress("Recording the visits"):
        found = record_visits_of_file(
            asking_of(context), file, accepts_good_rows=accept_good_rows, rejects_to=rejects, policy_file=policy
        )
    if as_json:
        answer_json(_file_document(found))
    _tell_file(found, answer if not as_json else say)
    if found.visits is None:
        raise typer.Exit(ExitCode.INPUT_REFUSED)


def _tell_file(found: "RecordedFile", tell: Any) -> None:
    from rso_planner.domain.plain_words import count_in_words

    tell_refusals(found, "the visits", "Mend them there and record that file.")
    if found.visits is None:
        say("Nothing was recorded.")
        return
    for how in dict.fromkeys(each.saved for each in found.visits):
        count = sum(each.saved is how for each in found.visits)
        words = {"added": "recorded", "corrected": "corrected", "unchanged": "known already"}[how.value]
        tell(f"{count_in_words(count, 'visit')} {words}.")
    if found.not_filled_in:
        tell(f"{count_in_words(found.not_filled_in, 'row')} without an outcome: nothing recorded for these.")
    if found.left_out:
        tell(f"{count_in_words(found.left_out, 'row')} left out.")
    for each in found.visits:
        if each.warrant_flag is not None:
            tell(f"{each.record.offender_id}: {each.warrant_flag.reason}")


def _lines(found: "RecordedVisit") -> list[str]:
    from rso_planner.domain.plain_words import day_in_words

    record = found.record
    words = {"added": "Recorded", "corrected": "Corrected", "unchanged": "Known already"}[found.saved.value]
    outcome = record.outcome.value.replace("_", " ")
    when = f"{day_in_words(record.started_at.date())} at {record.started_at:%H:%M}"
    lines = [f"{words}: {record.offender_id} on {when}, {outcome}."]
    if found.warrant_flag is not None:
        lines.append(found.warrant_flag.reason)
    lines += ["Due from now on:", *(f"  {task.reason}" for task in found.tasks)] if found.tasks else []
    return lines


def _document(found: "RecordedVisit") -> dict[str, Any]:
    record = found.record
    return {
        "offender_id": record.offender_id,
        "started_at": record.started_at.isoformat(timespec="minutes"),
        "outcome": record.outcome.value,
        "officer_ids": [each for each in (record.officer_id, record.second_officer_id) if each],
        "arms": record.arms.value if record.arms else None,
        "rmp_reviewed": record.is_rmp_reviewed,
        "saved": found.saved.value,
        "warrant_to_be_considered": found.warrant_flag is not None,
        "tasks": [
            {"task_id": task.task_id, "kind": task.kind.value, "due_on": task.due_on.isoformat()}
            for task in found.tasks
        ],
    }


def _file_document(found: "RecordedFile") -> dict[str, Any]:
    return {
        "recorded": found.visits is not None,
        "visits": [_document(each) for each in found.visits or ()],
        "not_filled_in": found.not_filled_in,
        **refusals_document(found),
    }
