"""`rso-planner upgrade`."""

import typer

from rso_planner.cli.messages import answer
from rso_planner.settings import Settings


def upgrade(context: typer.Context) -> None:
    """Bring the store up to this version of the planner."""
    from rso_planner.use_cases.upgrade_store import upgrade_store

    settings: Settings = context.obj
    if upgrade_store(settings.database_url):
        answer("The store is now up to date.")
    else:
        answer("The store was up to date already.")
