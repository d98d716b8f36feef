"""`rso-planner head-brief`."""

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import steps
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of
from rso_planner.cli.papers import Out, tell_paper


def head_brief(
    context: typer.Context, as_of: AsOf = None, out: Out = None, policy: Policy = None, as_json: AsJson = False
) -> None:
    """Put the headline figures and their trend on one page.

    The trend needs earlier extracts in the store; it counts the last one of each week.
    """
    from rso_planner.use_cases.brief_department import brief_department

    with steps("Counting") as advance:
        paper = brief_department(asking_of(context), day_of(as_of), policy, advance)
    tell_paper(context, paper, "head-brief", out, as_json=as_json)
