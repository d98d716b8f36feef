"""How commands tell of rows that were refused."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rso_planner.cli.messages import say

if TYPE_CHECKING:
    from rso_planner.use_cases.told_file import ToldFile

_SHOWN_REJECTS = 20


def tell_rejects(rejects: Sequence[Any], what: str, rejects_to: Path | None, how_to_mend: str) -> None:
    """Say what was refused of what ('the extract'), where all of it is listed, and how it is mended."""
    from rso_planner.domain.plain_words import count_in_words

    if not rejects:
        return
    say(f"{count_in_words(len(rejects), 'problem')} found in {what}:")
    for reject in rejects[:_SHOWN_REJECTS]:
        place = [reject.file, f"row {reject.row}" if reject.row else "", reject.column]
        say(f"  {', '.join(part for part in place if part)}: {reject.reason}")
    if len(rejects) > _SHOWN_REJECTS:
        say(f"  and {len(rejects) - _SHOWN_REJECTS:,} more")
    if rejects_to is not None:
        say(f"All of them are listed in {rejects_to}.")
        say(how_to_mend)


def tell_refusals(found: "ToldFile", what: str, how_to_mend: str) -> None:
    """Say which columns of a file were not understood and what was refused of it."""
    for heading in found.ignored_columns:
        say(f"The column {heading} is not known and was ignored.")
    tell_rejects(found.rejects, what, found.rejects_to, how_to_mend)


def refusals_document(found: "ToldFile") -> dict[str, Any]:
    """What was refused of a file, for a JSON document."""
    return {
        "left_out": found.left_out,
        "rejects": reject_documents(found.rejects),
        "rejects_path": str(found.rejects_to) if found.rejects_to else None,
        "ignored_columns": list(found.ignored_columns),
    }


def reject_documents(rejects: Sequence[Any]) -> list[dict[str, Any]]:
    """The refusals for a JSON document."""
    return [
        {
            "file": each.file,
            "row": each.row or None,
            "column": each.column or None,
            "value": each.value,
            "reason": each.reason,
        }
        for each in rejects
    ]
