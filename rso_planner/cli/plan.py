"""`rso-planner plan`."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.figures import headline_lines
from rso_planner.cli.messages import answer, answer_json, say, steps
from rso_planner.cli.options import AsJson, AsOf, Policy, Week, day_of
from rso_planner.cli.plan_forces import answer_for_forces
from rso_planner.domain.refusal import WrongUseError

if TYPE_CHECKING:
    from rso_planner.domain.planned_week import PlannedWeek

_UNITS = (
    "  The first four count missed intervals made good, weighed by risk; even hours is the busiest",
    "  officer's use of the plannable time, in thousandths; travel is in minutes of all officers.",
)


def plan(
    context: typer.Context,
    week: Week,
    as_of: AsOf = None,
    policy: Policy = None,
    seconds: Annotated[
        float, typer.Option(min=0.1, max=3600, metavar="S", help="The effort, in about so many seconds.")
    ] = 20.0,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="Another number searches in another order.")] = 0,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the papers into this folder.")] = None,
    force_folder: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Plan many forces: a folder with an extract of each; needs --out."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="With --force-folder: so many at a time."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Plan the week: who visits whom, when and why; what waits."""
    from rso_planner.use_cases.plan_week import PlanWish, plan_week
    from rso_planner.use_cases.write_plan_papers import write_plan_papers

    asking = asking_of(context)
    wish = PlanWish(week=week.date(), as_of=day_of(as_of), policy_file=policy, seconds=seconds, seed=seed)
    if force_folder is not None:
        answer_for_forces(asking, wish, force_folder, out, workers, as_json)
    if workers is not None:
        raise WrongUseError("--workers goes with --force-folder.")
    with steps("Planning the week") as advance:
        planned = plan_week(asking, wish, lambda step: advance(step.share, step.doing))
    papers = write_plan_papers(asking, planned, out) if out else ()
    if as_json:
        from rso_planner.use_cases.json_answers import make_plan_answer

        answer_json(make_plan_answer(planned))
    else:
        for line in plan_lines(planned, papers):
            answer(line)
    if planned.result.plan is None:
        say("No plan could be made: no officer has any plannable time in this week.")
        raise typer.Exit(ExitCode.NO_PLAN)


def plan_lines(planned: "PlannedWeek", papers: tuple[Path, ...]) -> list[str]:
    """The plan in words: the headline figures, how good it is, what is left out, the files."""
    from rso_planner.domain.plain_words import count_in_words, day_in_words
    from rso_planner.domain.plan_words import (
        REASON_WORDS,
        STATUS_WORDS,
        bound_words,
        figure_words,
        objective_title,
    )
    from rso_planner.domain.planned_week_words import evening_sentences

    result = planned.result
    lines = [
        f"Week of {day_in_words(planned.week)}, as of {day_in_words(planned.as_of)}",
        "",
        *headline_lines(planned.headlines),
        "",
        STATUS_WORDS[result.status],
    ]
    for each in result.objectives:
        lines.append(f"  {objective_title(each):<30}{figure_words(each.value):>14}  {bound_words(each)}")
    if result.objectives:
        lines += _UNITS
    reasons = Counter(each.reason for each in result.unplanned)
    lines += [
        "",
        f"{count_in_words(len(planned.trips), 'trip')}, "
        f"{count_in_words(len(planned.assignments) - len(planned.trips), 'review')} at a desk; "
        f"{count_in_words(len(result.unplanned), 'task')} left out" + (":" if reasons else "."),
        *(f"{count:>7,}  {REASON_WORDS[reason]}" for reason, count in sorted(reasons.items())),
        *evening_sentences(planned),
        "",
        f"Plan {planned.plan_hash[:12]}, seed {planned.seed}, {result.seconds:.1f} s"
        + ("" if result.reproducible else "; cut short by the clock, so another run may differ"),
    ]
    if papers:
        calendars = [paper for paper in papers if paper.suffix == ".ics"]
        lines += ["", "Written:"] + [f"  {paper}" for paper in papers if paper.suffix != ".ics"]
        if calendars:
            lines.append(f"  {calendars[0].parent}: {count_in_words(len(calendars), 'calendar')}, one an officer")
    return lines
