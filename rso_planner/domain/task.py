"""A task: work that is due and not yet placed in a plan."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rso_planner.domain.risk_level import RiskLevel


class TaskKind(StrEnum):
    """The kinds of work that a plan places."""

    VISIT = "visit"
    FIRST_VISIT = "first_visit"
    RETRY = "retry"
    ARMS = "arms"
    OTHER_ASSESSMENT = "other_assessment"
    RMP_REVIEW = "rmp_review"
    SUPERVISOR_REVIEW = "supervisor_review"
    REACTIVE_REVIEW = "reactive_review"
    DESKTOP_REVIEW = "desktop_review"
    DIP_SAMPLE = "dip_sample"


VISIT_KINDS = frozenset({TaskKind.VISIT, TaskKind.FIRST_VISIT, TaskKind.RETRY, TaskKind.DIP_SAMPLE})
"""Work that is done by seeing the person; one trip meets all of them."""

ASSESSMENT_KINDS = frozenset({TaskKind.ARMS, TaskKind.OTHER_ASSESSMENT})
"""Work of the ARMS clock: an interview, which is a visit too, and desk work."""

ROUTINE_VISIT_KINDS = frozenset({TaskKind.VISIT, TaskKind.FIRST_VISIT})
"""The visits whose lateness the overdue count counts; a person has at most one of them."""

DESK_KINDS = frozenset(
    {TaskKind.RMP_REVIEW, TaskKind.SUPERVISOR_REVIEW, TaskKind.REACTIVE_REVIEW, TaskKind.DESKTOP_REVIEW}
)
"""Work at a desk, by one officer, without travel."""

_RULES_OF_EVENTS = frozenset({"arms_significant_event", "reactive_trigger", "rmp_review_after_trigger"})


class TaskOwner(StrEnum):
    """Which agency owes the work; another agency's task is shown and never planned."""

    POLICE = "police"
    PROBATION = "probation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Work due for one person.

    `cycle_days` is the person's own interval for this duty, against which lateness is measured. `rule` is the
    name of the rule that raised the task; `reason` says in one sentence why it is due on `due_on`.
    `event_triggered` tells that a significant event asks for it, whether or not the
    cycle did so earlier.
    """

    task_id: str
    offender_id: str
    kind: TaskKind
    risk_level: RiskLevel
    due_on: date
    cycle_days: float
    rule: str
    reason: str
    event_triggered: bool = False
    owner: TaskOwner = TaskOwner.POLICE

    @property
    def is_asked_for_by_event(self) -> bool:
        """Tell whether an event asks for the task: a flag that stands open until the task is done."""
        return self.event_triggered or self.kind is TaskKind.REACTIVE_REVIEW

    @property
    def is_dated_by_event(self) -> bool:
        """Tell whether the event sets the due date; otherwise the work was due before the event anyway."""
        return self.rule in _RULES_OF_EVENTS

    def days_overdue(self, as_of: date) -> int:
        """Whole days past the due date; 0 when due today or later."""
        return max(0, (as_of - self.due_on).days)


def make_task_id(offender_id: str, kind: TaskKind) -> str:
    """The task's identifier; a person has at most one task of a kind at a time."""
    return f"{offender_id}:{kind.value}"
