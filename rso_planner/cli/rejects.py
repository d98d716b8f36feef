"""How commands tell of rows that were refused."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rso_planner.cli.messages import say

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
