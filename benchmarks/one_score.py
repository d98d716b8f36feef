"""The week under one weighted score instead of strict tiers, so that planners without tiers can play.

`models/benchmark-weighted.toml` holds the figures. Worths are whole tenths of a point, so that sums are exact. The
reviews are left out, for no routing library does desk work.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import ByRisk
from rso_planner.domain.task import ASSESSMENT_KINDS, DESK_KINDS, Task
from rso_planner.files.shipped import shipped_file
from rso_planner.planning.problem import Person, PlanningProblem, PlanTask, Tier

TENTHS = 10
"""Whole points in which tasks are worth something, to a point of the score."""

ONE_TIER = Tier.OTHER_VISITS_AND_ASSESSMENTS
"""The tier of every task of the one-score problem: the one that weighs visits against assessments anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneScore:
    """The figures of the one score, in points."""

    visit: ByRisk[int]
    assessment: ByRisk[int]
    days_at_first: int
    most_days_late: int
    preference_point: float
    travel_minute: float
    look_ahead: int
    desk_minutes: bool

    def task_tenths(self, task: Task, as_of: date) -> int:
        """What placing the task is worth, in tenths of a point."""
        weights = self.assessment if task.kind in ASSESSMENT_KINDS else self.visit
        days = self.days_at_first + min(task.days_overdue(as_of), self.most_days_late)
        return TENTHS * weights[task.risk_level] * days

    @property
    def preference_tenths(self) -> int:
        """Tenths of a point that a point of preference is worth."""
        return round(TENTHS * self.preference_point)

    @property
    def travel_tenths(self) -> int:
        """Tenths of a point that a minute on the road costs."""
        return round(TENTHS * self.travel_minute)

    def policy(self, policy: PlanningPolicy) -> PlanningPolicy:
        """The policy under which the one-score week is built."""
        return replace(policy, look_ahead=self.look_ahead, arms_with_visit=self.look_ahead)


def read_one_score(path: Path | None = None) -> OneScore:
    """Read the figures of the one score, those of the benchmarks unless another file is given."""
    content = tomllib.loads((path or shipped_file("models", "benchmark-weighted.toml")).read_text("utf-8"))
    values = {each.name: _read(content[each.name]["value"]) for each in fields(OneScore)}
    return OneScore(**values)


def _read(value: Any) -> Any:
    return ByRisk(**value) if isinstance(value, dict) else value


def make_one_score_problem(
    problem: PlanningProblem, task_by_id: Mapping[str, Task], as_of: date, score: OneScore, *, is_lone: bool
) -> PlanningProblem:
    """The same week, its visits and assessments in one tier, worth points; `is_lone`: one officer a visit."""
    people = (_person(person, task_by_id, as_of, score, is_lone) for person in problem.people)
    return replace(
        problem,
        people=tuple(person for person in people if person.tasks),
        review_minutes=dict.fromkeys(problem.review_minutes, 0),
        points_a_unit=TENTHS,
    )


def _person(person: Person, task_by_id: Mapping[str, Task], as_of: date, score: OneScore, is_lone: bool) -> Person:
    def worth(task: PlanTask) -> PlanTask:
        return replace(task, tier=ONE_TIER, worth=score.task_tenths(task_by_id[task.task_id], as_of))

    return replace(
        person,
        tasks=tuple(worth(task) for task in person.tasks if task.kind not in DESK_KINDS),
        officers_required=1 if is_lone else person.officers_required,
        visit_desk_minutes=person.visit_desk_minutes if score.desk_minutes else 0,
        assessment_desk_minutes=person.assessment_desk_minutes if score.desk_minutes else 0,
    )
