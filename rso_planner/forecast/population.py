"""The people of a forecast: their cases, and their duties as arrays that the rules fill when a fact changes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.case import Case
from rso_planner.domain.due import find_tasks
from rso_planner.domain.duties.arms_cycle import cycle_due_on, find_latest_assessment
from rso_planner.domain.duties.arms_states import arms_state
from rso_planner.domain.duties.end_of_management import management_end
from rso_planner.domain.duties.officers_required import officers_required
from rso_planner.domain.offender import Status
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_in_community, is_reactive, is_registered
from rso_planner.domain.task import Task, TaskKind, TaskOwner

NEVER = 1 << 30
"""A due day for duties that a person does not have."""

TierOf = Callable[[Task], int]


class DutyKind(IntEnum):
    """The duties of a person that a forecast follows, each at most once at a time."""

    VISIT = 0
    RETRY = 1
    ARMS = 2
    RMP_REVIEW = 3
    SUPERVISOR_REVIEW = 4
    REACTIVE_REVIEW = 5
    DESKTOP_REVIEW = 6


_DUTY_OF = {
    TaskKind.VISIT: DutyKind.VISIT,
    TaskKind.FIRST_VISIT: DutyKind.VISIT,
    TaskKind.RETRY: DutyKind.RETRY,
    TaskKind.ARMS: DutyKind.ARMS,
    TaskKind.OTHER_ASSESSMENT: DutyKind.ARMS,
    TaskKind.RMP_REVIEW: DutyKind.RMP_REVIEW,
    TaskKind.SUPERVISOR_REVIEW: DutyKind.SUPERVISOR_REVIEW,
    TaskKind.REACTIVE_REVIEW: DutyKind.REACTIVE_REVIEW,
    TaskKind.DESKTOP_REVIEW: DutyKind.DESKTOP_REVIEW,
}


class Population:
    """Everybody in a forecast, by number; arrays hold what the rules say on the day of the last change.

    `due` and `cycle` are days (ordinal days and lengths) by duty and person, `tier` the order of service.
    `arms_current_until` is the last day on which the person's assessment is current, 0 without a current one;
    `attempts` counts the trips to each that the forecast has made.
    """

    def __init__(self, cases: Sequence[Case], policy: PlanningPolicy, tier_of: TierOf, as_of: date) -> None:
        self.cases = list(cases)
        self.attempts = [0] * len(self.cases)
        self._tier_of = tier_of
        self._room = 0
        self._make_room(max(64, len(self.cases) + len(self.cases) // 4))
        self.recompute(range(len(self.cases)), policy, as_of)

    def copy(self) -> "Population":
        """The same people with the same duties, to be changed apart."""
        twin = Population.__new__(Population)
        for name, value in vars(self).items():
            setattr(twin, name, value.copy() if isinstance(value, list | np.ndarray) else value)
        return twin

    def __len__(self) -> int:
        return len(self.cases)

    def add(self, case: Case) -> int:
        """Add a person and return the person's number; the duties are empty until they are recomputed."""
        if len(self.cases) == self._room:
            self._make_room(self._room + self._room // 2)
        self.cases.append(case)
        self.attempts.append(0)
        return len(self.cases) - 1

    def change_offender(self, person: int, **changes: Any) -> None:
        """Change fields of a person; the duties stay as they are until they are recomputed."""
        case = self.cases[person]
        self.cases[person] = replace(case, offender=replace(case.offender, **changes))

    def people_whose_management_ends(self, as_of: date) -> list[int]:
        """Those whose last day under management is past, and who still have duties or stand in the counts."""
        count = len(self.cases)
        past = (self.ends_on[:count] < as_of.toordinal()) & self.is_registered[:count]
        return [int(person) for person in np.flatnonzero(past)]

    def recompute(self, people: Iterable[int], policy: PlanningPolicy, as_of: date) -> None:
        """Ask the rules again what is due for these people."""
        for person in people:
            self._recompute_one(person, policy, as_of)

    def _recompute_one(self, person: int, policy: PlanningPolicy, as_of: date) -> None:
        case, offender = self.cases[person], self.cases[person].offender
        self.due[:, person] = NEVER
        for task in find_tasks(case, policy, as_of):
            duty = _DUTY_OF[task.kind]
            if task.owner is TaskOwner.POLICE:
                self.due[duty, person] = task.due_on.toordinal()
                self.cycle[duty, person] = task.cycle_days
                self.tier[duty, person] = self._tier_of(task)
        self.risk[person] = offender.risk_level.rank
        self.has_place[person] = offender.place is not None
        self.officers_required[person] = officers_required(offender, policy)
        self.is_registered[person] = is_registered(case, as_of)
        self.is_in_community[person] = is_in_community(case, as_of)
        self.is_in_custody[person] = offender.status is Status.CUSTODY and self.is_registered[person]
        self.is_reactive[person] = self.is_in_community[person] and is_reactive(case, as_of)
        end = management_end(case, as_of)
        self.ends_on[person] = end.on.toordinal() if end.on else NEVER
        self._recompute_arms(person, case, policy, as_of)

    def _recompute_arms(self, person: int, case: Case, policy: PlanningPolicy, as_of: date) -> None:
        latest = find_latest_assessment(case)
        self.arms_ever[person] = latest is not None
        self.arms_low[person] = latest is not None and latest.priority is ArmsPriority.LOW
        self.arms_current_until[person] = 0
        if latest is not None and latest.completed_on and arms_state(case, policy, as_of).is_current:
            self.arms_current_until[person] = cycle_due_on(latest.completed_on, policy).toordinal()

    def _make_room(self, room: int) -> None:
        duties = len(DutyKind)
        self.due: NDArray[np.int64] = self._grown("due", (duties, room), np.int64, NEVER)
        self.cycle: NDArray[np.float64] = self._grown("cycle", (duties, room), np.float64, 1)
        self.tier: NDArray[np.int64] = self._grown("tier", (duties, room), np.int64, 0)
        self.risk: NDArray[np.int64] = self._grown("risk", (room,), np.int64, 0)
        self.officers_required: NDArray[np.int64] = self._grown("officers_required", (room,), np.int64, 2)
        self.ends_on: NDArray[np.int64] = self._grown("ends_on", (room,), np.int64, NEVER)
        self.arms_current_until: NDArray[np.int64] = self._grown("arms_current_until", (room,), np.int64, 0)
        self.has_place: NDArray[np.bool_] = self._grown("has_place", (room,), np.bool_, False)
        self.is_registered: NDArray[np.bool_] = self._grown("is_registered", (room,), np.bool_, False)
        self.is_in_community: NDArray[np.bool_] = self._grown("is_in_community", (room,), np.bool_, False)
        self.is_in_custody: NDArray[np.bool_] = self._grown("is_in_custody", (room,), np.bool_, False)
        self.is_reactive: NDArray[np.bool_] = self._grown("is_reactive", (room,), np.bool_, False)
        self.arms_ever: NDArray[np.bool_] = self._grown("arms_ever", (room,), np.bool_, False)
        self.arms_low: NDArray[np.bool_] = self._grown("arms_low", (room,), np.bool_, False)
        self._room = room

    def _grown(self, name: str, shape: tuple[int, ...], kind: Any, empty: Any) -> NDArray[Any]:
        grown = np.full(shape, empty, dtype=kind)
        old = getattr(self, name, None)
        if old is not None:
            grown[..., : old.shape[-1]] = old
        return grown
