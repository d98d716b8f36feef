"""A week to be planned: officers with minutes, people with work, and what keeps them apart.

Times of day are whole minutes since midnight; lengths are whole minutes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from functools import cached_property

from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import ASSESSMENT_KINDS, DESK_KINDS, VISIT_KINDS, TaskKind
from rso_planner.domain.visit import PartOfDay
from rso_planner.planning.travel import TravelTimes


class Tier(IntEnum):
    """The order of service of work that does not all fit: a lower number is never traded for a higher one."""

    HIGH_RISK_VISITS = 1
    HIGH_RISK_ASSESSMENTS = 2
    OTHER_VISITS_AND_ASSESSMENTS = 3
    OTHER_REVIEWS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Outing:
    """Rostered rows of one day an hour or less apart: one way out from base and one way back.

    `rows` are (start, end) in order; time on site lies within a row, travel may cross the gap between two.
    """

    rows: tuple[tuple[int, int], ...]

    @property
    def starts_at(self) -> int:
        """When the officer leaves base at the earliest."""
        return self.rows[0][0]

    @property
    def ends_at(self) -> int:
        """When the officer must be back at base."""
        return self.rows[-1][1]

    def is_on_duty(self, start: int, end: int) -> bool:
        """Tell whether the time from start to end lies within one rostered row."""
        return any(row_start <= start and end <= row_end for row_start, row_end in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerDay:
    """One officer's day in the plan week, absences already taken off."""

    officer_id: str
    on: date
    outings: tuple[Outing, ...]
    plannable_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedOfficer:
    """An officer as the planner sees one; `days` holds only days with plannable minutes."""

    officer_id: str
    area: str | None
    may_lead: bool
    visit_trained: bool
    arms_trained: bool
    is_supervisor: bool
    can_review: bool
    days: Mapping[date, OfficerDay]

    @property
    def week_minutes(self) -> int:
        """The plannable minutes of the week, field and desk together."""
        return sum(day.plannable_minutes for day in self.days.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """A task of the week: its tier and what placing it is worth there, in points of lateness removed."""

    task_id: str
    kind: TaskKind
    offender_id: str
    risk_level: RiskLevel
    tier: Tier
    worth: int
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person with work in the week.

    `earliest_start` and `latest_start` bound the start of a visit; `slots_to_avoid` holds (weekday, part of
    day) of the last two visits. Desk minutes are the lead's, beside a visit without or with an assessment.
    `is_due_an_evening_visit` is a preference, like the slots: no plan must follow it.
    """

    offender_id: str
    tasks: tuple[PlanTask, ...]
    has_place: bool
    own_officer_id: str | None
    area: str | None
    officers_required: int
    on_site_minutes: int
    visit_desk_minutes: int
    assessment_desk_minutes: int
    earliest_start: int
    latest_start: int
    slots_to_avoid: frozenset[tuple[int, PartOfDay]]
    is_due_an_evening_visit: bool = False

    def tasks_of(self, kinds: frozenset[TaskKind]) -> tuple[PlanTask, ...]:
        """The person's tasks of the given kinds."""
        return tuple(task for task in self.tasks if task.kind in kinds)

    @property
    def visit_tasks(self) -> tuple[PlanTask, ...]:
        """The tasks that one visit meets, all of them together."""
        return self.tasks_of(VISIT_KINDS)

    @property
    def assessment_tasks(self) -> tuple[PlanTask, ...]:
        """The ARMS or other assessment that is due; its interview is a visit."""
        return self.tasks_of(ASSESSMENT_KINDS)

    @property
    def desk_tasks(self) -> tuple[PlanTask, ...]:
        """The reviews, each done at a desk by one officer."""
        return self.tasks_of(DESK_KINDS)


@dataclass(frozen=True, kw_only=True)
class PlanningProblem:
    """One week of one force. Officers and people are sorted by identifier.

    `points_a_unit` turns the whole points in which work is valued into the unit that is shown.
    `review_minutes` gives the desk time of each kind of review; the three separation sets hold identifiers,
    the unordered pairs sorted.
    """

    week: date
    officers: tuple[PlannedOfficer, ...]
    people: tuple[Person, ...]
    travel: TravelTimes
    review_minutes: Mapping[TaskKind, int]
    points_a_unit: int = 1
    own_officer_preferred: bool = True
    officers_kept_from_people: frozenset[tuple[str, str]] = frozenset()
    officers_kept_apart: frozenset[tuple[str, str]] = frozenset()
    people_kept_apart: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if self.week.weekday() != 0:
            raise ValueError(f"a plan week starts on a Monday; {self.week} is not one")

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.week + timedelta(days=offset) for offset in range(7))

    @cached_property
    def officer_by_id(self) -> Mapping[str, PlannedOfficer]:
        """The officers by identifier."""
        return {officer.officer_id: officer for officer in self.officers}

    @cached_property
    def person_by_id(self) -> Mapping[str, Person]:
        """The people by identifier."""
        return {person.offender_id: person for person in self.people}

    @cached_property
    def task_by_id(self) -> Mapping[str, PlanTask]:
        """Every task of the week by identifier."""
        return {task.task_id: task for person in self.people for task in person.tasks}

    def may_visit(self, officer_id: str, offender_id: str) -> bool:
        """Tell whether no separation keeps the officer from the person."""
        return (officer_id, offender_id) not in self.officers_kept_from_people

    def may_go_together(self, first_id: str, second_id: str) -> bool:
        """Tell whether no separation keeps the two officers out of one crew."""
        return tuple(sorted((first_id, second_id))) not in self.officers_kept_apart

    def may_share_a_day(self, first_id: str, second_id: str) -> bool:
        """Tell whether no separation forbids visiting the two people on one day."""
        return tuple(sorted((first_id, second_id))) not in self.people_kept_apart
