"""`rso-planner issue`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.changes import change_lines
from rso_planner.cli.messages import answer, answer_json
from rso_planner.cli.options import AsJson, Week

if TYPE_CHECKING:
    from rso_planner.domain.issued_plan import IssuedPlan


def issue(
    context: typer.Context,
    week: Week,
    signed_by: Annotated[
        str | None, typer.Option(metavar="WHO", help="Issue the week's last plan, signed by this person.")
    ] = None,
    version: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Without a signature: show this version; else the last.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the version's plan.json and plan.csv as they were.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Issue the week's plan, or show one that was issued."""
    from rso_planner.use_cases.issue_plan import NewIssue, get_issued_plan, issue_plan, write_issued_plan

    asking = asking_of(context)
    if signed_by is not None and version is not None:
        raise typer.BadParameter("is for showing a version; leave it out to issue a plan", param_hint="--version")
    if signed_by is None:
        made = NewIssue(issued=get_issued_plan(asking, week.date(), version), changes=())
    else:
        made = issue_plan(asking, week.date(), signed_by)
    issued, changes = made.issued, made.changes
    papers = write_issued_plan(asking, issued, out) if out else ()
    if as_json:
        from rso_planner.use_cases.json_answers import make_issue_answer

        answer_json(make_issue_answer(issued, changes))
        return
    for line in [*_lines(issued, is_new=signed_by is not None), *change_lines(changes), *map(str, papers)]:
        answer(line)


def _lines(issued: "IssuedPlan", *, is_new: bool) -> list[str]:
    from rso_planner.domain.plain_words import day_in_words

    week, when = day_in_words(issued.week), day_in_words(issued.issued_at.date())
    verb = "Issued" if is_new else "Was issued"
    return [f"{verb}: version {issued.version} of the week of {week}, signed by {issued.signed_by} on {when}."]
