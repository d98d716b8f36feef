"""`rso-planner load`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.messages import answer, answer_json, progress, say
from rso_planner.cli.options import REJECTS, AcceptGoodRows, AsJson, Rejects
from rso_planner.cli.rejects import reject_documents, tell_rejects

if TYPE_CHECKING:
    from rso_planner.use_cases.load_extract import LoadOutcome

_SHOWN_PEOPLE = 100


def load(
    context: typer.Context,
    extract: Annotated[
        Path, typer.Argument(metavar="EXTRACT", help="The folder of CSV files, or the XLSX workbook.")
    ],
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A TOML file that explains another layout.")
    ] = None,
    accept_good_rows: AcceptGoodRows = False,
    force: Annotated[
        bool, typer.Option("--force", help="Load an extract that is older than the last one.")
    ] = False,
    rejects: Rejects = REJECTS,
    as_json: AsJson = False,
) -> None:
    """Load a force's extract into the store."""
    from rso_planner.use_cases.load_extract import load_extract

    with progress("Loading the extract"):
        outcome = load_extract(
            asking_of(context),
            extract,
            mapping=mapping,
            accepts_good_rows=accept_good_rows,
            is_forced=force,
            rejects_to=rejects,
        )
    if as_json:
        answer_json(_document(outcome))
    _tell(outcome, answer if not as_json else say, mapping is not None)
    if not outcome.is_loaded:
        raise typer.Exit(ExitCode.INPUT_REFUSED)


def _tell(outcome: "LoadOutcome", tell: Callable[[str], None], has_mapping: bool) -> None:
    from rso_planner.domain.plain_words import count_in_words

    for file, heading in outcome.ignored_columns:
        say(f"{file}: the column {heading} is not known and was ignored.")
    how = _how_to_mend(outcome.can_be_mended, has_mapping)
    tell_rejects(outcome.rejects, "the extract", outcome.rejects_to, how)
    if outcome.changes is None:
        say("Nothing was loaded.")
        return
    if not outcome.changes.is_change:
        tell("This extract is in the store already; nothing was changed.")
    for table, changes in outcome.changes.by_table.items():
        if changes.is_change or changes.missing:
            tell(f"{table}: {_words(changes)}")
    if outcome.changes.missing_people:
        count = len(outcome.changes.missing_people)
        people = "1 person is" if count == 1 else f"{count:,} people are"
        say(f"{people} in the store and not in this extract, and kept:")
        more = f" and {count - _SHOWN_PEOPLE:,} more" if count > _SHOWN_PEOPLE else ""
        say("  " + ", ".join(outcome.changes.missing_people[:_SHOWN_PEOPLE]) + more)
    _tell_settled(outcome, tell)
    for file, count in outcome.left_out.items():
        tell(f"{file}: {count_in_words(count, 'row')} left out")


def _tell_settled(outcome: "LoadOutcome", tell: Callable[[str], None]) -> None:
    from rso_planner.domain.plain_words import count_in_words
    from rso_planner.domain.reallocation import ChangeVerdict

    confirmed = sum(each.verdict is ChangeVerdict.CONFIRMED for each in outcome.settled)
    overtaken = len(outcome.settled) - confirmed
    if confirmed:
        tell(f"The extract holds {count_in_words(confirmed, 'accepted change')} of officer.")
    if overtaken:
        changes = count_in_words(overtaken, "accepted change")
        tell(f"The extract has another officer than {changes}: the extract stands.")


def _words(changes: Any) -> str:
    counts = {
        "added": changes.added,
        "changed": changes.changed,
        "unchanged": changes.unchanged,
        "recognised from an earlier record": changes.recognised,
        "no longer in the extract and kept": changes.missing,
        "no longer in the extract and withdrawn": changes.withdrawn,
    }
    return ", ".join(f"{count:,} {words}" for words, count in counts.items() if count)


def _how_to_mend(can_be_mended: bool, has_mapping: bool) -> str:
    if not can_be_mended:
        return "Mend them in the extract itself and load it again."
    end = ", with the same mapping." if has_mapping else "."
    return f"It holds the extract with the rejected rows on top: mend them there and load that folder{end}"


def _document(outcome: "LoadOutcome") -> dict[str, Any]:
    changes = outcome.changes
    return {
        "loaded": outcome.is_loaded,
        "changed": changes is not None and changes.is_change,
        "extracted_on": outcome.extracted_on.isoformat() if outcome.extracted_on else None,
        "tables": {
            table: {
                "added": each.added,
                "changed": each.changed,
                "unchanged": each.unchanged,
                "recognised": each.recognised,
                "missing": each.missing,
                "withdrawn": each.withdrawn,
            }
            for table, each in (changes.by_table.items() if changes else ())
        },
        "officer_changes": {
            verdict: sum(each.verdict.value == verdict for each in outcome.settled)
            for verdict in ("confirmed", "overtaken")
        },
        "missing_people": list(changes.missing_people) if changes else [],
        "rejects": reject_documents(outcome.rejects),
        "left_out": dict(outcome.left_out),
        "ignored_columns": [{"file": file, "column": heading} for file, heading in outcome.ignored_columns],
        "rejects_path": str(outcome.rejects_to) if outcome.rejects_to else None,
    }
