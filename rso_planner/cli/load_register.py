"""`rso-planner load-register`."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.messages import answer, answer_json, progress, say
from rso_planner.cli.options import REJECTS, AcceptGoodRows, AsJson, Rejects, day_of
from rso_planner.cli.rejects import reject_documents, tell_rejects

if TYPE_CHECKING:
    from rso_planner.use_cases.load_register import RegisterLoadOutcome


def load_register(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The register's export: a CSV file or a workbook.")],
    mapping: Annotated[
        str,
        typer.Option(
            metavar="MAPPING", help="A TOML file that explains the export, or the name of a shipped one."
        ),
    ] = "register-people",
    snapshot: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="The day of the export, as 2026-11-20, where it tells none."
        ),
    ] = None,
    accept_good_rows: AcceptGoodRows = False,
    force: Annotated[
        bool, typer.Option("--force", help="Load an export that is older than the last one of its kind.")
    ] = False,
    rejects: Rejects = REJECTS,
    as_json: AsJson = False,
) -> None:
    """Load an export of the national register into the store."""
    from rso_planner.use_cases.load_register import load_register as load_export

    with progress("Loading the export"):
        outcome = load_export(
            asking_of(context),
            file,
            mapping_name=mapping,
            snapshot_on=day_of(snapshot),
            accepts_good_rows=accept_good_rows,
            is_forced=force,
            rejects_to=rejects,
        )
    if as_json:
        answer_json(_document(outcome))
    _tell(outcome, file.name, answer if not as_json else say)
    if not outcome.is_loaded:
        raise typer.Exit(ExitCode.INPUT_REFUSED)


def _tell(outcome: "RegisterLoadOutcome", file: str, tell: Callable[[str], None]) -> None:
    from rso_planner.domain.plain_words import count_in_words, day_in_words

    for heading in outcome.ignored_columns:
        say(f"{file}: the column {heading} is not known and was ignored.")
    if outcome.skipped:
        counts = [count_in_words(count, kind.value) for kind, count in outcome.skipped.items()]
        say(f"{file}: skipped {', '.join(counts)}.")
    for notice in outcome.notices:
        say(notice)
    how = "Mend them in the export itself and load it again."
    if outcome.to_mend:
        how = f"Mend the rows on top of {outcome.to_mend} and load that file, with the same mapping."
    tell_rejects(outcome.rejects, "the export", outcome.rejects_to, how)
    if outcome.export is None:
        say("Nothing was loaded.")
        return
    if not outcome.is_change:
        tell("This export is in the store already; nothing was changed.")
    records, layout = count_in_words(len(outcome.export.records), "record"), outcome.layout.value
    tell(f"{layout}: {records} of {day_in_words(outcome.export.snapshot_on)}")
    if outcome.left_out:
        tell(f"{layout}: {count_in_words(outcome.left_out, 'row')} left out")


def _document(outcome: "RegisterLoadOutcome") -> dict[str, Any]:
    export = outcome.export
    return {
        "loaded": outcome.is_loaded,
        "changed": outcome.is_change,
        "layout": outcome.layout.value,
        "snapshot_on": export.snapshot_on.isoformat() if export else None,
        "records": len(export.records) if export else 0,
        "people": len({record.register_id for record in export.records}) if export else 0,
        "skipped": {kind.value: count for kind, count in outcome.skipped.items()},
        "notices": list(outcome.notices),
        "rejects": reject_documents(outcome.rejects),
        "left_out": outcome.left_out,
        "left_out_ids": list(export.left_out_ids) if export else [],
        "ignored_columns": list(outcome.ignored_columns),
        "rejects_path": str(outcome.rejects_to) if outcome.rejects_to else None,
    }
