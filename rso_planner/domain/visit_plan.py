"""A week's visit plan and the answer of the planner that made it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from rso_planner.domain.task import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One or more tasks for one person that a plan places together.

    A trip has `starts_at` and `ends_at` (the time on site), one or two officers, the lead first, and each
    officer's minutes of travel to it in that order. Desk work has one officer, no travel and its desk time.
    """

    task_ids: tuple[str, ...]
    kinds: tuple[TaskKind, ...]
    offender_id: str
    on: date
    starts_at: time
    ends_at: time
    officer_ids: tuple[str, ...]
    travel_minutes: tuple[int, ...] = ()

    @property
    def lead_id(self) -> str:
        """The officer who leads, prepares and writes up."""
        return self.officer_ids[0]

    @property
    def second_id(self) -> str | None:
        """The second officer, or None on a lone visit or at a desk."""
        return self.officer_ids[1] if len(self.officer_ids) > 1 else None


class UnplannedReason(StrEnum):
    """Why a task is not in the plan: four words that are never mixed."""

    IMPOSSIBLE = "impossible"
    NO_CAPACITY = "no_capacity"
    TRADED = "traded"
    TIME_LIMIT = "time_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplannedTask:
    """A task left out of the plan.

    `rules` counts, for each rule that stopped it, the officer-days (or crews) on which it did.
    `cheapest_change` is a sentence, or None where none is known.
    """

    task_id: str
    kind: TaskKind
    offender_id: str
    reason: UnplannedReason
    rules: Mapping[str, int] = field(default_factory=dict)
    cheapest_change: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPlan:
    """The week's assignments, sorted by day, time and person."""

    week: date
    assignments: tuple[Assignment, ...]


class Sense(StrEnum):
    """Whether more or less is better."""

    MIN = "min"
    MAX = "max"


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveValue:
    """What a plan reaches in one tier and the most (or least) that any plan could, those above held.

    `words` says what the value counts, in its unit.
    """

    name: str
    sense: Sense
    value: float
    bound: float
    words: str

    @property
    def gap(self) -> float:
        """|bound - value| / max(|bound|, 1)."""
        return abs(self.bound - self.value) / max(abs(self.bound), 1.0)


class PlanStatus(StrEnum):
    """What the planner can say of its plan."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    NO_PLAN = "no_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningResult:
    """The planner's answer: a plan or none, what is left out and why, and how good it is proven to be.

    Every task of the problem is in exactly one of `plan.assignments` and `unplanned`.
    """

    status: PlanStatus
    plan: VisitPlan | None
    unplanned: tuple[UnplannedTask, ...]
    objectives: tuple[ObjectiveValue, ...]
    reproducible: bool
    seed: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule that a plan breaks: its name, a sentence for a supervisor, and whom it is about."""

    rule: str
    sentence: str
    offender_id: str | None = None
    officer_id: str | None = None
    on: date | None = None
