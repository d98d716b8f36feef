"""`rso-planner monday-sheet`."""

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import progress
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of
from rso_planner.cli.papers import Out, tell_paper


def monday_sheet(
    context: typer.Context, as_of: AsOf = None, out: Out = None, policy: Policy = None, as_json: AsJson = False
) -> None:
    """Put the supervisor's Monday on one page.

    Late, at risk, to decide, to find, to mend.
    """
    from rso_planner.use_cases.make_monday_sheet import make_monday_sheet

    with progress("Gathering the sheet"):
        paper = make_monday_sheet(asking_of(context), day_of(as_of), policy)
    tell_paper(context, paper, "monday-sheet", out, as_json=as_json)
