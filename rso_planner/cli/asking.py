"""Who asks the use cases, for which store, and when."""

from typing import TYPE_CHECKING

import typer

from rso_planner.settings import Settings, now

if TYPE_CHECKING:
    from rso_planner.use_cases.recording import Asking


def asking_of(context: typer.Context) -> "Asking":
    """The asker of this run, as every use case on people's records takes it."""
    # The store's library costs 150 ms to import, which `--help` must not pay.
    from rso_planner.use_cases.recording import Asking

    settings: Settings = context.obj
    return Asking(database_url=settings.database_url, actor=settings.actor, now=now())
