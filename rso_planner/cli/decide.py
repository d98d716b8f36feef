"""`rso-planner decide`."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import answer, answer_json
from rso_planner.cli.options import AsJson, Policy, day_of

if TYPE_CHECKING:
    from rso_planner.use_cases.decide_management import RecordedDecision


def decide(
    context: typer.Context,
    offender: Annotated[str, typer.Option(metavar="ID", help="About whom it was decided.")],
    decision: Annotated[str, typer.Option(metavar="DECISION", help="to_reactive, to_active or stay.")],
    authorised_by: Annotated[str, typer.Option(metavar="WHO", help="Who authorised it.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")],
    on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day of the decision; else today."),
    ] = None,
    officer_satisfied: Annotated[
        bool | None,
        typer.Option("--officer-satisfied/--officer-not-satisfied", help="The offender manager's view."),
    ] = None,
    policy: Policy = None,
    as_json: AsJson = False,
) -> None:
    """Record a decision on active or reactive management."""
    from rso_planner.domain.decision import DecisionKind
    from rso_planner.use_cases.decide_management import WantedDecision, decide_management

    if decision not in tuple(DecisionKind):
        allowed = ", ".join(each.value for each in DecisionKind)
        raise typer.BadParameter(f"{decision} is not one of {allowed}", param_hint="--decision")
    found = decide_management(
        asking_of(context),
        WantedDecision(
            offender_id=offender,
            decision=DecisionKind(decision),
            authorised_by=authorised_by,
            reason=reason,
            decided_on=day_of(on),
            officer_satisfied=officer_satisfied,
        ),
        policy,
    )
    if as_json:
        answer_json(_document(found))
        return
    for line in _lines(found):
        answer(line)


def _lines(found: "RecordedDecision") -> list[str]:
    from rso_planner.domain.plain_words import day_in_words

    decision = found.decision
    words = {
        "to_reactive": "to reactive management",
        "to_active": "back to active management",
        "stay": "no change",
    }
    what = f"{decision.offender_id}, {words[decision.decision.value]}, from {day_in_words(decision.decided_on)}"
    lines = [f"Recorded: {what}, authorised by {decision.authorised_by}."]
    if not found.is_in_force:
        lines.append(
            "The extract does not say since when the person is on active management, so the planner keeps to that "
            "until an extract says otherwise."
        )
    if found.criteria:
        lines.append("The criteria on that day:")
        lines += [f"  {each.standing.value.replace('_', ' '):<9}  {each.evidence}" for each in found.criteria]
        if found.not_met:
            lines.append(
                f"{len(found.not_met)} of {len(found.criteria)} criteria are not met or not known: the move goes "
                "against the policy, on the authority named above."
            )
    lines += [f"It answers {each.words}." for each in found.triggers]
    lines += ["Due from now on:", *(f"  {task.reason}" for task in found.tasks)] if found.tasks else []
    return lines


def _document(found: "RecordedDecision") -> dict[str, Any]:
    decision = found.decision
    return {
        "decision_id": decision.decision_id,
        "offender_id": decision.offender_id,
        "decision": decision.decision.value,
        "decided_on": decision.decided_on.isoformat(),
        "authorised_by": decision.authorised_by,
        "in_force": found.is_in_force,
        "criteria": [
            {"name": each.name, "standing": each.standing.value, "evidence": each.evidence}
            for each in found.criteria
        ],
        "triggers": [{"since": each.since.isoformat(), "what": each.words} for each in found.triggers],
        "tasks": [
            {"task_id": task.task_id, "kind": task.kind.value, "due_on": task.due_on.isoformat()}
            for task in found.tasks
        ],
    }
