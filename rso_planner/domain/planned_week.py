"""A planned week with everything that its papers say: the plan, the people, the officers, the figures."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rso_planner.domain.force import Force
from rso_planner.domain.headline_figures import HeadlineFigures
from rso_planner.domain.offender import Offender
from rso_planner.domain.officer import OffenderManager
from rso_planner.domain.officer_week import OfficerWeek
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import DESK_KINDS, VISIT_KINDS, Task
from rso_planner.domain.visit import PartOfDay, part_of_day
from rso_planner.domain.visit_plan import Assignment, PlanningResult, UnplannedReason, UnplannedTask

_SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class PlannedWeek:
    """What the papers of one plan are made from; nothing in it depends on when they are made.

    `task_by_id` holds every task of the problem; `officer_weeks` every officer of the unit, sorted by
    identifier; `plan_hash` comes from `hash_plan`; `data_warnings` counts the facts not known or in doubt;
    `due_an_evening_visit` names the people of the problem for whom an evening start is wanted.
    """

    week: date
    as_of: date
    result: PlanningResult
    force: Force
    task_by_id: Mapping[str, Task]
    officer_weeks: tuple[OfficerWeek, ...]
    headlines: HeadlineFigures
    plan_hash: str
    policy_hash: str
    input_hash: str
    code_version: str
    ortools_version: str
    data_warnings: int = 0
    due_an_evening_visit: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.week.weekday() != 0:
            raise ValueError(f"a plan week starts on a Monday; {self.week} is not one")

    @property
    def seed(self) -> int:
        """The seed of the run."""
        return self.result.seed

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.week + timedelta(days=offset) for offset in range(7))

    @cached_property
    def working_days(self) -> tuple[date, ...]:
        """Monday to Friday, and the days of the weekend on which work is planned."""
        used = {each.on for each in self.assignments}
        return tuple(day for day in self.days if day.weekday() < _SATURDAY or day in used)

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """The plan's assignments; none where no plan could be made."""
        return self.result.plan.assignments if self.result.plan else ()

    @cached_property
    def trips(self) -> tuple[Assignment, ...]:
        """The assignments that leave base, by day, time and person."""
        found = (each for each in self.assignments if not is_desk_work(each))
        return tuple(sorted(found, key=lambda each: (each.on, each.starts_at, each.offender_id)))

    @property
    def evening_trips(self) -> tuple[Assignment, ...]:
        """The trips that begin in the evening."""
        return tuple(each for each in self.trips if part_of_day(each.starts_at) is PartOfDay.EVENING)

    def count_due_an_evening_visit(self, trips: tuple[Assignment, ...]) -> int:
        """How many of the trips are to people who are due an evening visit."""
        return sum(each.offender_id in self.due_an_evening_visit for each in trips)

    @cached_property
    def offender_by_id(self) -> Mapping[str, Offender]:
        """The people of the force by identifier."""
        return {case.offender.offender_id: case.offender for case in self.force.cases}

    @cached_property
    def officer_by_id(self) -> Mapping[str, OffenderManager]:
        """The officers of the unit by identifier."""
        return {officer.officer_id: officer for officer in self.force.officers}

    @cached_property
    def unplanned_by_seriousness(self) -> tuple[UnplannedTask, ...]:
        """The tasks left out, the most serious first.

        Very-high and high-risk people before the others; then visits, assessments, reviews; then risk; then
        the days past the due date.
        """
        return tuple(sorted(self.result.unplanned, key=self._seriousness))

    @cached_property
    def left_out_counts(self) -> Mapping[UnplannedReason, Mapping[RiskLevel, int]]:
        """How many tasks are left out, by reason and risk."""
        pairs = Counter((each.reason, self.task_by_id[each.task_id].risk_level) for each in self.result.unplanned)
        return {reason: {level: pairs[reason, level] for level in RiskLevel} for reason in UnplannedReason}

    def find_risk_level(self, offender_id: str) -> RiskLevel | None:
        """The person's risk level, or None for somebody whom the force's records do not hold."""
        offender = self.offender_by_id.get(offender_id)
        return offender.risk_level if offender else None

    def offender_name(self, offender_id: str) -> str:
        """The person's name, the family name first, or nothing where it is not known; never for a log."""
        offender = self.offender_by_id.get(offender_id)
        names = (offender.family_name, offender.given_names) if offender else ()
        return ", ".join(name for name in names if name)

    def officer_name(self, officer_id: str) -> str:
        """The officer's name, or the identifier where the unit's list does not hold the officer."""
        officer = self.officer_by_id.get(officer_id)
        return officer.name if officer and officer.name else officer_id

    def _seriousness(self, left_out: UnplannedTask) -> tuple[bool, int, int, int, str]:
        task = self.task_by_id[left_out.task_id]
        group = 0 if task.kind in VISIT_KINDS else 2 if task.kind in DESK_KINDS else 1
        days_late = (self.as_of - task.due_on).days
        return (not task.risk_level.is_high_or_above, group, task.risk_level.rank, -days_late, task.task_id)


def is_desk_work(assignment: Assignment) -> bool:
    """Tell whether the assignment is done at a desk, by one officer and without travel."""
    return all(kind in DESK_KINDS for kind in assignment.kinds)
