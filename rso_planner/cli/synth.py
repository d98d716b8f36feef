"""`rso-planner synth`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from rso_planner.cli.messages import answer, progress


def synth(
    as_of: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day of the extract, as 2026-11-23.")
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where to write the folder 'extract'.")],
    model: Annotated[
        str, typer.Option(metavar="MODEL", help="A force model's file, or the name of one that is shipped.")
    ] = "merseyside-2018",
    seed: Annotated[int, typer.Option(metavar="N", help="Another number draws another force.")] = 1,
) -> None:
    """Write the extract of a synthetic force. Its people, officers and histories are made up."""
    from rso_planner.use_cases.synthesise_force import write_synthetic_force

    with progress("Drawing the synthetic force"):
        force = write_synthetic_force(model, as_of.date(), seed, out)
    visits = sum(len(case.visits) for case in force.cases)
    answer(
        f"Wrote a synthetic force of {len(force.cases):,} people, {visits:,} visits and {len(force.officers)} "
        f"officers into {out / 'extract'}."
    )
