"""What is due: the headline figures, every task up to a day, and the lists that stand beside them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from rso_planner.domain.data_warnings import DataWarning
from rso_planner.domain.due import (
    Enquiry,
    IndefiniteReview,
    Notification,
    WarrantFlag,
    find_data_warnings,
    find_enquiries,
    find_force_tasks,
    find_indefinite_reviews,
    find_notifications,
    find_warrant_flags,
)
from rso_planner.domain.headline_figures import HeadlineFigures, headline_figures
from rso_planner.domain.lateness import days_overdue, lateness
from rso_planner.domain.task import Task
from rso_planner.use_cases.force_on_a_day import ForceOnADay, consult_force
from rso_planner.use_cases.recording import Asking

DEFAULT_WEEKS = 4


class Standing(StrEnum):
    """How a task stands on the as-of day."""

    OVERDUE = "overdue"
    DUE = "due"
    AT_RISK = "at_risk"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTask:
    """A task with its lateness; 'due' is due within seven days, 'at risk' later within the weeks asked for."""

    task: Task
    days_overdue: int
    lateness: float
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """Everything that is due, the most late first."""

    as_of: date
    weeks: int
    figures: HeadlineFigures
    tasks: tuple[DueTask, ...]
    enquiries: tuple[Enquiry, ...]
    warrant_flags: tuple[WarrantFlag, ...]
    notifications: tuple[Notification, ...]
    indefinite_reviews: tuple[IndefiniteReview, ...]
    data_warnings: tuple[DataWarning, ...]


def find_due(
    asking: Asking, as_of: date | None = None, weeks: int = DEFAULT_WEEKS, policy_file: Path | None = None
) -> DueList:
    """The duties overdue on the as-of day or due within so many weeks of it."""
    return list_due(consult_force(asking, "due", as_of, policy_file), weeks)


def list_due(known: ForceOnADay, weeks: int = DEFAULT_WEEKS) -> DueList:
    """The duties of a force that was read already."""
    force, policy, day = known.force, known.policy, known.as_of
    every_task = find_force_tasks(force, policy, day)
    until = day + timedelta(weeks=weeks)
    found = [
        DueTask(
            task=task,
            days_overdue=days_overdue(task, policy, day),
            lateness=lateness(task, policy, day),
            standing=_standing(task, days_overdue(task, policy, day), day),
        )
        for task in every_task
        if task.due_on <= until
    ]
    found.sort(key=lambda each: (-each.lateness, each.task.due_on, each.task.task_id))
    return DueList(
        as_of=day,
        weeks=weeks,
        figures=headline_figures(force, policy, day, every_task),
        tasks=tuple(found),
        enquiries=find_enquiries(force, policy, day),
        warrant_flags=find_warrant_flags(force, policy, day),
        notifications=find_notifications(force, day),
        indefinite_reviews=find_indefinite_reviews(force, day),
        data_warnings=find_data_warnings(force, policy, day),
    )


def _standing(task: Task, late_days: int, as_of: date) -> Standing:
    if late_days:
        return Standing.OVERDUE
    return Standing.DUE if task.due_on <= as_of + timedelta(days=7) else Standing.AT_RISK
