"""`rso-planner explain`."""

from typing import Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import answer, answer_json, progress, say
from rso_planner.cli.options import AsJson, Policy, Week


def explain(
    context: typer.Context,
    task_or_offender: Annotated[str, typer.Argument(metavar="TASK_OR_OFFENDER", help="A task, or a person.")],
    week: Week,
    policy: Policy = None,
    as_json: AsJson = False,
) -> None:
    """Say why a task is planned so, or what would let it in."""
    from rso_planner.use_cases.explain_plan import explain_plan

    with progress("Trying what would let it in"):
        found = explain_plan(asking_of(context), task_or_offender, week.date(), policy)
    if found.is_of_other_records:
        say("The records have changed since this plan was made; the plan still keeps every rule.")
    if as_json:
        from rso_planner.use_cases.json_answers import make_explanation_answer

        answer_json(make_explanation_answer(found))
        return
    for each in found.explanations:
        answer(each.task_id)
        for sentence in each.sentences:
            answer(f"  {sentence}")
