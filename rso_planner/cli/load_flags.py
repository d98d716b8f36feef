"""`rso-planner load-flags`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.messages import answer, answer_json, progress, say
from rso_planner.cli.options import REJECTS, AcceptGoodRows, AsJson, Policy, Rejects
from rso_planner.cli.rejects import refusals_document, tell_refusals

if TYPE_CHECKING:
    from rso_planner.use_cases.load_flags import LoadedFlags

_MOST_SHOWN = 40


def load_flags(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The flags, as CSV or XLSX.")],
    accept_good_rows: AcceptGoodRows = False,
    rejects: Rejects = REJECTS,
    policy: Policy = None,
    as_json: AsJson = False,
) -> None:
    """Load events that other systems and teams tell of."""
    from rso_planner.use_cases.load_flags import load_flags as load_them

    with progress("Loading the flags"):
        found = load_them(
            asking_of(context), file, accepts_good_rows=accept_good_rows, rejects_to=rejects, policy_file=policy
        )
    if as_json:
        answer_json(_document(found))
    _tell(found, answer if not as_json else say)
    if found.flags is None:
        raise typer.Exit(ExitCode.INPUT_REFUSED)


def _tell(found: "LoadedFlags", tell: Any) -> None:
    from rso_planner.domain.plain_words import count_in_words

    tell_refusals(found, "the flags", "Mend them there and load that file.")
    if found.flags is None:
        say("Nothing was loaded.")
        return
    for how in dict.fromkeys(each.saved for each in found.flags):
        count = sum(each.saved is how for each in found.flags)
        words = {"added": "new", "corrected": "told in more detail", "unchanged": "known already"}[how.value]
        tell(f"{count_in_words(count, 'event')} {words}.")
    if found.told_again:
        tell(f"{count_in_words(found.told_again, 'row')} told of the same event as another row.")
    if found.left_out:
        tell(f"{count_in_words(found.left_out, 'row')} left out.")
    raised = {task.task_id: task for each in found.flags for task in each.tasks if each.saved.value != "unchanged"}
    ordered = sorted(raised.values(), key=lambda task: (task.due_on, task.task_id))
    if ordered:
        tell("Raised by events:")
    for task in ordered[:_MOST_SHOWN]:
        tell(f"  {task.offender_id}  {task.reason}")
    if len(ordered) > _MOST_SHOWN:
        tell(f"  and {len(ordered) - _MOST_SHOWN:,} more; --json lists them all")


def _document(found: "LoadedFlags") -> dict[str, Any]:
    return {
        "loaded": found.flags is not None,
        "flags": [
            {
                "event_id": each.event.event_id,
                "offender_id": each.event.offender_id,
                "kind": each.event.kind.value,
                "significant": each.event.significant,
                "occurred_on": each.event.occurred_on.isoformat(),
                "saved": each.saved.value,
                "tasks": [{"task_id": t.task_id, "due_on": t.due_on.isoformat()} for t in each.tasks],
            }
            for each in found.flags or ()
        ],
        "told_again": found.told_again,
        **refusals_document(found),
    }
