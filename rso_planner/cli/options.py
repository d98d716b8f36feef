"""Options that several commands share, so that they read the same everywhere."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

_DAY = ["%Y-%m-%d"]

AsOf = Annotated[
    datetime | None,
    typer.Option(
        formats=_DAY, metavar="DATE", help="The day to look from, as 2026-11-23; else the extract's day."
    ),
]
Week = Annotated[datetime, typer.Option(formats=_DAY, metavar="MONDAY", help="The week's Monday, as 2026-11-30.")]
Policy = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The force's own policy, over the standard one.")
]
AcceptGoodRows = Annotated[
    bool, typer.Option("--accept-good-rows", help="Take the good rows and leave the bad ones.")
]
Rejects = Annotated[
    Path, typer.Option(metavar="PATH", help="Where rejected rows go: a folder, or a CSV file for the list.")
]
REJECTS = Path("rejects")
"""Where rejected rows go unless a place is named."""
AsJson = Annotated[bool, typer.Option("--json", help="Answer with one JSON document.")]


def day_of(moment: datetime | None) -> date | None:
    """The day that was typed, or None."""
    return moment.date() if moment else None
