"""How a rule turns what it found into a task."""

from datetime import date

from rso_planner.domain.offender import Offender
from rso_planner.domain.task import Task, TaskKind, TaskOwner, make_task_id


def raised_task(
    offender: Offender,
    kind: TaskKind,
    due_on: date,
    *,
    cycle_days: float,
    rule: str,
    reason: str,
    event_triggered: bool = False,
    owner: TaskOwner = TaskOwner.POLICE,
) -> Task:
    """The task of this kind for this person, with the person's identifier and risk level filled in."""
    return Task(
        task_id=make_task_id(offender.offender_id, kind),
        offender_id=offender.offender_id,
        kind=kind,
        risk_level=offender.risk_level,
        due_on=due_on,
        cycle_days=cycle_days,
        rule=rule,
        reason=reason,
        event_triggered=event_triggered,
        owner=owner,
    )
