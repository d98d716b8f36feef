"""`rso-planner replan`."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.changes import change_lines
from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.messages import answer, answer_json, progress, say
from rso_planner.cli.options import AsJson, AsOf, Policy, Week, day_of

if TYPE_CHECKING:
    from rso_planner.domain.officer import Absence
    from rso_planner.use_cases.replan_week import ReplannedWeek

_ABSENT = re.compile(
    r"(?P<officer>[^:]+):(?P<first>[0-9]{4}-[0-9]{2}-[0-9]{2})(\.\.(?P<last>[0-9]{4}-[0-9]{2}-[0-9]{2}))?"
)


def replan(
    context: typer.Context,
    week: Week,
    as_of: AsOf = None,
    absent: Annotated[
        list[str] | None,
        typer.Option(metavar="OFFICER:DATE", help="Who is away: OM07:2026-11-24, or OM07:2026-11-24..2026-11-26."),
    ] = None,
    pin: Annotated[list[str] | None, typer.Option(metavar="ID", help="Leave this person's trip as it is.")] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the papers and the change slips into this folder.")
    ] = None,
    policy: Policy = None,
    as_json: AsJson = False,
) -> None:
    """Repair the issued plan after news, with the fewest changes."""
    from rso_planner.use_cases.replan_week import ReplanWish, replan_week

    asking = asking_of(context)
    wish = ReplanWish(
        week=week.date(),
        as_of=day_of(as_of),
        policy_file=policy,
        absences=tuple(_absence(each) for each in absent or ()),
        pinned=tuple(pin or ()),
    )
    with progress("Re-planning the week"):
        found = replan_week(asking, wish)
    papers = _write(context, found, out) if out else ()
    if as_json:
        from rso_planner.use_cases.json_answers import make_replan_answer

        answer_json(make_replan_answer(found))
    else:
        for line in (*_lines(found), *(f"Written: {paper}" for paper in papers)):
            answer(line)
    if found.planned.result.plan is None:
        say("Nothing could be planned: no officer has any plannable time in the rest of the week.")
        raise typer.Exit(ExitCode.NO_PLAN)


def _absence(text: str) -> "Absence":
    from rso_planner.domain.officer import Absence, AbsenceKind

    match = _ABSENT.fullmatch(text)
    try:
        if match is None:
            raise ValueError(f"{text} is not an officer and a day such as OM07:2026-11-24")
        first = date.fromisoformat(match["first"])
        last = date.fromisoformat(match["last"]) if match["last"] else first
        return Absence(officer_id=match["officer"], first_on=first, last_on=last, kind=AbsenceKind.SICK)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--absent") from error


def _write(context: typer.Context, found: "ReplannedWeek", out: Path) -> tuple[Path, ...]:
    from rso_planner.domain.change_slips import make_change_slips
    from rso_planner.use_cases.write_paper import write_paper
    from rso_planner.use_cases.write_plan_papers import write_plan_papers

    asking = asking_of(context)
    slips = make_change_slips(found.changes, found.planned.week, found.planned.as_of, found.kept)
    papers = write_plan_papers(asking, found.planned, out)
    return (*papers, *(write_paper(asking, slips, "replan", out) if found.changes else ()))


def _lines(found: "ReplannedWeek") -> list[str]:
    from rso_planner.domain.plain_words import count_in_words, day_in_words

    planned = found.planned
    week, from_day = day_in_words(planned.week), day_in_words(planned.as_of)
    lines = [f"Week of {week} from {from_day} on, against version {found.issued.version}."]
    lines.append(f"{count_in_words(found.kept, 'piece')} of work stay as they were.")
    lines += change_lines(found.changes) or ["No change is needed."]
    if found.not_recorded:
        trips = count_in_words(len(found.not_recorded), "trip")
        people = ", ".join(each.offender_id for each in found.not_recorded)
        lines.append(f"{trips} of days gone by have no recorded visit: {people}.")
        lines.append("Their work is not planned again until an outcome is recorded (record-visit).")
    lines.append(
        f"The new plan is kept. Hand it out with: rso-planner issue --week {planned.week} --signed-by WHO"
    )
    return lines
