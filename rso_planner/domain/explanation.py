"""Why a task is planned as it is, or why not and what would let it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import Assignment, UnplannedReason


class ChangeKind(StrEnum):
    """The single changes that are tried, each a decision that a supervisor could make."""

    VISIT_WINDOW = "visit_window"
    MORE_MINUTES = "more_minutes"
    DUTY = "duty"
    ARMS_TRAINING = "arms_training"
    LONE_VISIT = "lone_visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheapestChange:
    """The cheapest change found with which the task fits beside everything planned.

    `cost_minutes` only orders the changes: minutes of the unit's time, or what a change is reckoned as.
    """

    kind: ChangeKind
    cost_minutes: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerDayVerdict:
    """The rule that keeps an officer from leading the visit on a day, the first of them."""

    officer_id: str
    on: date
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Displaced:
    """What would have to go for the task, the least that was found, and its value against the task's."""

    task_ids: tuple[str, ...]
    value: float
    value_of_the_task: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One task of the week: where the plan has it, or why it is left out.

    `assignment` stands alone where the task is planned; else `reason` with the rule that stops each officer and
    day, what it would displace, and the cheapest change, None where none was found.
    """

    task_id: str
    offender_id: str
    kind: TaskKind
    sentences: tuple[str, ...]
    assignment: Assignment | None = None
    reason: UnplannedReason | None = None
    rules: Mapping[str, int] | None = None
    verdicts: tuple[OfficerDayVerdict, ...] = ()
    displaced: Displaced | None = None
    cheapest_change: CheapestChange | None = None
