"""Which tier a task stands in, and what placing it is worth there.

Lateness is measured against the person's own interval with an absolute age term (domain/lateness.py) and weighed
by risk. A task not yet overdue is worth less than any overdue one of its risk (rules.md, order of service).
"""

from datetime import date

from rso_planner.domain.lateness import days_overdue, lateness
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import ASSESSMENT_KINDS, Task, TaskKind
from rso_planner.planning.problem import PlanTask, Tier

POINTS = 100_000
"""Whole points of one missed interval of a person with risk weight 1; fine enough for a day's difference."""

_ROUTINE_VISITS = frozenset({TaskKind.VISIT, TaskKind.FIRST_VISIT, TaskKind.RETRY})


def tier_of(task: Task) -> Tier:
    """The tier of the order of service.

    Event-triggered ARMS and reviews stand beside those of high risk; dip samples and the reviews that a calendar
    raises stand last.
    """
    if task.kind in _ROUTINE_VISITS:
        return Tier.HIGH_RISK_VISITS if task.risk_level.is_high_or_above else Tier.OTHER_VISITS_AND_ASSESSMENTS
    if task.kind in ASSESSMENT_KINDS:
        is_urgent = task.risk_level.is_high_or_above or task.event_triggered
        return Tier.HIGH_RISK_ASSESSMENTS if is_urgent else Tier.OTHER_VISITS_AND_ASSESSMENTS
    return Tier.HIGH_RISK_ASSESSMENTS if task.kind is TaskKind.REACTIVE_REVIEW else Tier.OTHER_REVIEWS


def plan_task(task: Task, policy: PlanningPolicy, as_of: date, until: date) -> PlanTask:
    """The task as the planner sees it; `until` is the last due day of the week's problem."""
    is_overdue = days_overdue(task, policy, as_of) > 0
    weight = POINTS * policy.risk_weight[task.risk_level]
    if is_overdue:
        worth = weight * lateness(task, policy, as_of)
    else:
        # One day late is worth more than weight / absolute_age, so this is less than any overdue task's worth.
        days_left = max(0, (until - task.due_on).days)
        nearness = (1 + days_left) / (1 + max(0, (until - as_of).days) + 1)
        worth = weight * policy.not_yet_overdue_worth / policy.absolute_age * min(1.0, nearness)
    return PlanTask(
        task_id=task.task_id,
        kind=task.kind,
        offender_id=task.offender_id,
        risk_level=task.risk_level,
        tier=tier_of(task),
        worth=max(1, round(worth)),
        is_overdue=is_overdue,
    )
