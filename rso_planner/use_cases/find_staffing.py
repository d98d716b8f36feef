"""How many officers until a target is reached? The least staffing, found by trying, with its confidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import ceil, isnan
from pathlib import Path
from typing import TypeVar

from rso_planner.domain.populations import is_in_community
from rso_planner.domain.scenario import Scenario, StaffingChange
from rso_planner.domain.staffing_need import StaffingNeed, StaffingPoint, Target, read_target
from rso_planner.domain.year_result import YearResult
from rso_planner.forecast.comparison import MEASURES
from rso_planner.use_cases.executors import OpenExecutor, open_processes
from rso_planner.use_cases.force_on_a_day import consult_force
from rso_planner.use_cases.forecast_runs import ForecastInputs, run_all
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.run_what_if import WhatIfWish, make_inputs, read_scenarios

Staffing = TypeVar("Staffing", int, float)
_TIMES_TODAY = (1, 2, 4, 8)
_SHARES = tuple(round(0.05 * step, 2) for step in range(1, 21))
_TRAINING_WEEKS = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingWish:
    """What to reach by when: in at least `confidence` of the runs."""

    target: Target
    by_week: int
    confidence: float = 0.9
    policy_file: Path | None = None
    demand_file: Path | None = None
    replications: int = 10
    seed: int = 0


def read_staffing_target(text: str) -> Target:
    """Read a target such as 'high_overdue=0'.

    Raises:
        WrongUseError: it is no target, or names a measure that does not exist.
    """
    return read_target(text, MEASURES)


def find_staffing(
    asking: Asking,
    wish: StaffingWish,
    open_executor: OpenExecutor = open_processes,
    on_progress: Callable[[float, str], None] = lambda _share, _doing: None,
) -> StaffingNeed:
    """Find the least number of officers, and apart the least plannable share and the latest start of recruits.

    But for chance more staff never makes a target harder to reach, so each search halves what is left.
    """
    on_progress(0.0, "reading the records")
    what_if = WhatIfWish(
        scenarios=(),
        policy_file=wish.policy_file,
        demand_file=wish.demand_file,
        weeks=wish.by_week,
        replications=wish.replications,
        seed=wish.seed,
    )
    known = consult_force(asking, "staffing", None, wish.policy_file)
    inputs = make_inputs(known, what_if, read_scenarios(what_if))
    search = _Search(inputs, wish, open_executor)
    as_it_is = search.run("as it is")
    kept = search.point_of(as_it_is)
    on_progress(0.1, "looking for the number of officers")
    officers = search.least_officers(kept)
    on_progress(0.6, "looking for the plannable share")
    share = search.least_share()
    on_progress(0.85, "looking for the start of recruits")
    recruits = ceil(max(0.0, (officers or 0.0) - kept.staffing))
    return StaffingNeed(
        target=wish.target,
        by_week=wish.by_week,
        confidence=wish.confidence,
        replications=wish.replications,
        officers_today=round(as_it_is[0].weeks[0].officers, 2),
        officers=officers,
        plannable_share=share,
        recruits=float(recruits),
        latest_recruits=search.latest_start(recruits) if recruits else None,
        tried=tuple(sorted(search.tried.values(), key=lambda point: point.staffing)),
    )


@dataclass(slots=True)
class _Search:
    """Tries one staffing after another and remembers what it came to."""

    inputs: ForecastInputs
    wish: StaffingWish
    open_executor: OpenExecutor
    tried: dict[float, StaffingPoint] = field(default_factory=dict)

    def try_one(self, name: str, *changes: StaffingChange) -> StaffingPoint:
        """What one staffing comes to."""
        return self.point_of(self.run(name, *changes))

    def run(self, name: str, *changes: StaffingChange) -> list[YearResult]:
        """Run one staffing as often as asked for."""
        chosen = self.inputs.scenarios[0]
        scenario = Scenario(name=name, title=name, description=name, staffing=changes)
        inputs = replace(self.inputs, scenarios=(replace(chosen, scenario=scenario),))
        results: list[YearResult] = []
        run_all(
            inputs, [(0, number) for number in range(self.wish.replications)], self.open_executor, results.append
        )
        return results

    def point_of(self, results: Sequence[YearResult]) -> StaffingPoint:
        """How the last week of these runs stands to the target."""
        values = [MEASURES[self.wish.target.measure](result.weeks[-1]) for result in results]
        last = results[0].weeks[-1]
        return StaffingPoint(
            staffing=round(last.officers, 2),
            people_to_officer=last.people_to_officer,
            share_reached=sum(map(self.wish.target.is_reached_by, values)) / len(values),
            mean=sum(values) / len(values),
        )

    def is_enough(self, point: StaffingPoint) -> bool:
        """Tell whether the target is reached in the share of runs asked for."""
        return point.share_reached >= self.wish.confidence

    def least_officers(self, kept: StaffingPoint) -> float | None:
        """The least whole number of full-time equivalents; `kept` is what the staffing of today comes to."""
        self.tried[kept.staffing] = kept
        # A ratio in a scenario refers to the people of the first week.
        people = sum(is_in_community(case, self.inputs.first_week) for case in self.inputs.force.cases)
        if not people or isnan(kept.people_to_officer):
            return None

        @cache
        def is_enough(officers: int) -> bool:
            point = self.try_one(f"{officers} officers", StaffingChange(people_to_officer=people / officers))
            self.tried[point.staffing] = point
            return self.is_enough(point)

        # Near what can be reached at all, chance decides more than hours: so the search stays close to today.
        if self.is_enough(kept):
            found = least(range(1, int(kept.staffing) + 1), is_enough)
            return float(ceil(kept.staffing) if found is None else found)
        lower = 0
        for upper in (ceil(times * kept.staffing) for times in _TIMES_TODAY):
            if is_enough(upper):
                found = least(range(lower + 1, upper + 1), is_enough)
                return None if found is None else float(found)
            lower = upper
        return None

    def least_share(self) -> float | None:
        """The least plannable share at today's number of officers."""
        return least(
            _SHARES, lambda share: self.is_enough(self.try_one("share", StaffingChange(plannable_share=share)))
        )

    def latest_start(self, recruits: int) -> int | None:
        """The last week in which so many recruits may start, with their training."""

        def is_in_time(weeks_before: int) -> bool:
            change = StaffingChange(
                week=self.wish.by_week - weeks_before,
                officers_added=float(recruits),
                training_weeks=_TRAINING_WEEKS,
            )
            return self.is_enough(self.try_one("recruits", change))

        found = least(range(self.wish.by_week), is_in_time)
        return None if found is None else self.wish.by_week - found


def least(choices: Sequence[Staffing], is_enough: Callable[[Staffing], bool]) -> Staffing | None:
    """The first choice that is enough, where every later one is enough too; None where not even the last is."""
    if not choices or not is_enough(choices[-1]):
        return None
    low, high = 0, len(choices) - 1
    while low < high:
        middle = (low + high) // 2
        if is_enough(choices[middle]):
            high = middle
        else:
            low = middle + 1
    return choices[high]
