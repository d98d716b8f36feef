"""`rso-planner staffing`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.executors import executor_opener
from rso_planner.cli.messages import answer, answer_json, steps
from rso_planner.cli.options import AsJson, Policy

if TYPE_CHECKING:
    from rso_planner.domain.staffing_need import StaffingNeed


def staffing(
    context: typer.Context,
    target: Annotated[
        str, typer.Option(metavar="TARGET", help="Such as high_overdue=0 or 'arms_current_share>=0.95'.")
    ],
    by_week: Annotated[int, typer.Option(min=1, max=260, metavar="N", help="The week to reach it by.")] = 52,
    confidence: Annotated[float, typer.Option(min=0.5, max=1.0, help="In which share of the runs.")] = 0.9,
    replications: Annotated[int, typer.Option(min=1, max=1000, metavar="N", help="Runs of each staffing.")] = 10,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="Another number draws another demand.")] = 0,
    workers: Annotated[int | None, typer.Option(min=1, metavar="N", help="How many processes.")] = None,
    dask: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Run on this Dask cluster.")] = None,
    demand: Annotated[Path | None, typer.Option(metavar="FILE", help="The force's own demand.")] = None,
    policy: Policy = None,
    as_json: AsJson = False,
) -> None:
    """Find the least staffing that reaches a target."""
    from rso_planner.use_cases.find_staffing import StaffingWish, find_staffing, read_staffing_target

    wish = StaffingWish(
        target=read_staffing_target(target),
        by_week=by_week,
        confidence=confidence,
        policy_file=policy,
        demand_file=demand,
        replications=replications,
        seed=seed,
    )
    with steps("Trying staffings") as advance:
        found = find_staffing(asking_of(context), wish, executor_opener(workers, dask), advance)
    if as_json:
        from rso_planner.use_cases.json_answers import make_staffing_answer

        answer_json(make_staffing_answer(found))
        return
    for line in _lines(found):
        answer(line)


def _lines(found: "StaffingNeed") -> list[str]:
    from rso_planner.domain.staffing_words import staffing_sentences

    lines = [*staffing_sentences(found), ""]
    lines.append(f"{'Officers':>9}{'People each':>13}{'Reached in':>12}{found.target.measure:>24}")
    for point in found.tried:
        lines.append(
            f"{point.staffing:>9.1f}{point.people_to_officer:>13.1f}{point.share_reached:>12.0%}{point.mean:>24,.2f}"
        )
    return lines
