"""`rso-planner enquiries`."""

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of
from rso_planner.cli.papers import Out, tell_paper


def enquiries(
    context: typer.Context, as_of: AsOf = None, out: Out = None, policy: Policy = None, as_json: AsJson = False
) -> None:
    """List who is missing, wanted or without a place."""
    from rso_planner.use_cases.list_enquiries import list_enquiries

    paper = list_enquiries(asking_of(context), day_of(as_of), policy)
    tell_paper(context, paper, "enquiries", out, as_json=as_json)
