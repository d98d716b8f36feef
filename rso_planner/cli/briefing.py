"""`rso-planner briefing`."""

from datetime import datetime
from typing import Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of
from rso_planner.cli.papers import Out, tell_paper


def briefing(
    context: typer.Context,
    area: Annotated[str, typer.Option(metavar="AREA", help="The area, as the extract writes it.")],
    as_of: AsOf = None,
    recipient: Annotated[
        str | None, typer.Option(metavar="WHO", help="Who gets it; else the area's team.")
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it is given out.")] = None,
    expires: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The last day on which it may be kept."),
    ] = None,
    out: Out = None,
    policy: Policy = None,
    as_json: AsJson = False,
) -> None:
    """Tell a neighbourhood team who lives in its area.

    The audit keeps who got it, why and until when.
    """
    from rso_planner.use_cases.brief_neighbourhood import BriefingWish, brief_neighbourhood

    wish = BriefingWish(
        area=area,
        as_of=day_of(as_of),
        recipient=recipient,
        expires_on=day_of(expires),
        policy_file=policy,
        **({} if reason is None else {"reason": reason}),
    )
    paper = brief_neighbourhood(asking_of(context), wish)
    tell_paper(context, paper, "briefing", out, as_json=as_json)
