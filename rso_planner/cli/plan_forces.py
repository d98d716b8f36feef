"""`rso-planner plan --force-folder`: the same week for many forces, and what the answer says of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from rso_planner.cli.exit_codes import INTERNAL_ERROR, ExitCode
from rso_planner.cli.messages import answer, answer_json, say, steps
from rso_planner.domain.refusal import WrongUseError

if TYPE_CHECKING:
    from rso_planner.domain.visit_plan import ObjectiveValue
    from rso_planner.use_cases.plan_forces import ForceOutcome, PlannedForces
    from rso_planner.use_cases.plan_week import PlanWish
    from rso_planner.use_cases.recording import Asking


def answer_for_forces(
    asking: "Asking", wish: "PlanWish", folder: Path, out: Path | None, workers: int | None, as_json: bool
) -> NoReturn:
    """Plan the week of every force in the folder, with one bar for all, and answer.

    Raises:
        WrongUseError: it is not said where the plans go.
    """
    import os

    from rso_planner.use_cases.plan_forces import plan_forces

    if out is None:
        raise WrongUseError("Say where the plans of the forces go: --force-folder needs --out DIR.")
    with steps("Planning the week of every force") as advance:
        found = plan_forces(
            asking,
            wish,
            folder,
            out,
            workers or os.cpu_count() or 1,
            lambda step: advance(step.done / step.of, f"{step.done} of {step.of}"),
        )
    if as_json:
        answer_json(_document(found))
    else:
        for line in _lines(found):
            answer(line)
    for outcome in found.outcomes:
        if outcome.refusal is not None:
            say(f"{outcome.force} has no plan: {outcome.refusal}")
    raise typer.Exit(_exit_code(found))


def _exit_code(found: "PlannedForces") -> int:
    if any(each.is_fault for each in found.outcomes):
        return INTERNAL_ERROR
    if any(each.refusal is not None for each in found.outcomes):
        return ExitCode.INPUT_REFUSED
    return ExitCode.DONE if len(found.planned) == len(found.outcomes) else ExitCode.NO_PLAN


def _lines(found: "PlannedForces") -> list[str]:
    from rso_planner.domain.plain_words import count_in_words, day_in_words
    from rso_planner.domain.plan_words import bound_words, figure_words, objective_title

    width = max(len(each.force) for each in found.outcomes)
    lines = [
        f"Week of {day_in_words(found.week)}, {count_in_words(len(found.outcomes), 'force')}",
        "",
        *(f"{each.force:<{width}}  {_force_words(each)}" for each in found.outcomes),
    ]
    if found.sums:
        lines += ["", "All forces together; the bounds are the sums of the single forces' bounds:"]
    for each in found.sums:
        lines.append(f"  {objective_title(each):<30}{figure_words(each.value):>14}  {bound_words(each)}")
    return lines


def _force_words(outcome: "ForceOutcome") -> str:
    from rso_planner.domain.plain_words import count_in_words

    if outcome.refusal is not None:
        return "no plan: refused"
    if not outcome.objectives:
        return "no plan: nobody has plannable time"
    return (
        f"{count_in_words(outcome.people, 'person'):>14}{count_in_words(outcome.trips, 'trip'):>12}"
        f"{count_in_words(outcome.left_out, 'task'):>14} left out   plan {outcome.plan_hash[:12]}"
        + ("" if outcome.reproducible else ", cut short by the clock")
    )


def _document(found: "PlannedForces") -> dict[str, Any]:
    return {
        "week": found.week.isoformat(),
        "forces": [_force_document(each) for each in found.outcomes],
        "sums": [_objective_document(each) for each in found.sums],
    }


def _force_document(outcome: "ForceOutcome") -> dict[str, Any]:
    return {
        "force": outcome.force,
        "refusal": outcome.refusal,
        "as_of": outcome.as_of.isoformat() if outcome.as_of else None,
        "status": outcome.status.value if outcome.status else None,
        "people": outcome.people,
        "trips": outcome.trips,
        "left_out": outcome.left_out,
        "plan_hash": outcome.plan_hash or None,
        "reproducible": outcome.reproducible,
        "seconds": round(outcome.seconds, 2),
        "objectives": [_objective_document(each) for each in outcome.objectives],
    }


def _objective_document(objective: "ObjectiveValue") -> dict[str, Any]:
    return {
        "name": objective.name,
        "sense": objective.sense.value,
        "value": objective.value,
        "bound": objective.bound,
        "gap": objective.gap,
    }
