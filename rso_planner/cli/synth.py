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
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where to write 'extract' and 'register.csv'.")],
    model: Annotated[
        str, typer.Option(metavar="MODEL", help="A force model's file, or the name of one that is shipped.")
    ] = "merseyside-2018",
    seed: Annotated[int, typer.Option(metavar="N", help="Another number draws another force.")] = 1,
) -> None:
    """Write a synthetic force: its extract and a register export."""
    from rso_planner.use_cases.synthesise_force import write_synthetic_force

    with progress("Drawing the synthetic force"):
        drawn = write_synthetic_force(model, as_of.date(), seed, out)
    force, register = drawn.force, drawn.register
    visits = sum(len(case.visits) for case in force.cases)
    answer(
        f"Wrote a synthetic force of {len(force.cases):,} people, {visits:,} visits and {len(force.officers)} "
        f"officers into {out / 'extract'}."
    )
    answer(
        f"Wrote a register export of {len(register.export.records):,} records into {out / 'register.csv'}. "
        f"It differs on {len(register.answer_key):,} people: {out / 'answer_key.csv'} lists them with the cause."
    )
