"""Many runs of many scenarios: batches for any executor, what is done already left out, losses made good."""

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, as_completed
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rso_planner.domain.force import Force
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.scenario import Demand, Scenario
from rso_planner.domain.year_result import YearResult
from rso_planner.forecast.fluid_week import Efficiency, PlannedWork, plan_fluid_week
from rso_planner.forecast.population import Population
from rso_planner.forecast.staff import StaffWeek
from rso_planner.forecast.year import PlanAWeek, World, run_year
from rso_planner.planning.worth import tier_of
from rso_planner.use_cases.exact_week import ExactWeek
from rso_planner.use_cases.executors import OpenExecutor
from rso_planner.use_cases.unit_roster import UnitRoster

_MOST_RESTARTS = 5
_RUNS_A_BATCH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioPolicies:
    """A scenario with its policies: each holds from its week on, the first from week 1."""

    scenario: Scenario
    policies: tuple[tuple[int, PlanningPolicy], ...]

    def policy_in(self, week: int) -> PlanningPolicy:
        """The policy of the week by its number from 1."""
        return [policy for first, policy in self.policies if first <= week][-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastInputs:
    """Everything that a run needs, so that it can be sent to another process or machine.

    `exact_turns` is how long the weekly planner searches each week, or None for the fast mode.
    """

    force: Force
    first_week: date
    demand: Demand
    efficiency: Efficiency
    scenarios: tuple[ScenarioPolicies, ...]
    weeks: int
    seed: int
    exact_turns: int | None = None


Run = tuple[int, int]
"""The place of a scenario in the inputs, and a replication."""


class LostWorkersError(RuntimeError):
    """Workers were lost again and again, so that the runs could not be finished; those done are kept."""


def run_all(
    inputs: ForecastInputs,
    runs: Sequence[Run],
    open_executor: OpenExecutor,
    on_done: Callable[[YearResult], None],
) -> None:
    """Do every run once and hand each over as it is done; the runs of lost workers are done again.

    Raises:
        LostWorkersError: after several restarts there are still runs to do.
    """
    packed = pickle.dumps(inputs)
    left = list(runs)
    for _ in range(_MOST_RESTARTS):
        left = _try_all(packed, left, open_executor, on_done)
        if not left:
            return
    raise LostWorkersError(f"Workers were lost {_MOST_RESTARTS} times; {len(left)} runs are not done.")


def _try_all(
    packed: bytes,
    runs: Sequence[Run],
    open_executor: OpenExecutor,
    on_done: Callable[[YearResult], None],
) -> list[Run]:
    """Do the runs on one executor; return those that were lost with their workers."""
    lost: list[Run] = []
    with open_executor() as executor:
        batches = {}
        for batch in _batches(runs):
            try:
                batches[executor.submit(run_batch, packed, batch)] = batch
            except BrokenExecutor:
                lost.extend(batch)
        for future in as_completed(batches):
            try:
                results = future.result()
            except (BrokenExecutor, CancelledError, OSError):
                lost.extend(batches[future])
                continue
            for result in results:
                on_done(result)
    return lost


def _batches(runs: Sequence[Run]) -> Iterator[list[Run]]:
    for first in range(0, len(runs), _RUNS_A_BATCH):
        yield list(runs[first : first + _RUNS_A_BATCH])


def run_batch(packed: bytes, runs: Sequence[Run]) -> list[YearResult]:
    """Do some runs in this process; what they share is unpacked and prepared once."""
    prepared = _prepare(packed)
    return [prepared.run(scenario, replication) for scenario, replication in runs]


@lru_cache(maxsize=2)
def _prepare(packed: bytes) -> "_Prepared":
    inputs: ForecastInputs = pickle.loads(packed)  # noqa: S301 - bytes of our own parent process or scheduler
    return _Prepared(inputs)


class _Prepared:
    """Inputs with what every run of them shares: the roster, and the population before the first week."""

    def __init__(self, inputs: ForecastInputs) -> None:
        self._inputs = inputs
        self._starts: dict[int, Population] = {}
        policy = inputs.scenarios[0].policy_in(1)
        self._roster = UnitRoster(inputs.force, policy, inputs.first_week)

    def run(self, place: int, replication: int) -> YearResult:
        """One replication of the scenario at this place."""
        inputs, chosen = self._inputs, self._inputs.scenarios[place]
        world = World(
            start=self._start(place),
            first_week=inputs.first_week,
            roster=self._roster.hours_in,
            demand=inputs.demand,
            efficiency=inputs.efficiency,
        )
        return run_year(
            world,
            chosen.scenario,
            chosen.policy_in,
            self._planner(),
            weeks=inputs.weeks,
            seed=inputs.seed,
            replication=replication,
        )

    def _start(self, place: int) -> Population:
        policy = self._inputs.scenarios[place].policy_in(1)
        first = next(number for number, each in enumerate(self._inputs.scenarios) if each.policy_in(1) == policy)
        if first not in self._starts:
            self._starts[first] = start_population(self._inputs.force, policy, self._inputs.first_week)
        return self._starts[first]

    def _planner(self) -> PlanAWeek:
        inputs = self._inputs
        if inputs.exact_turns is not None:
            return ExactWeek(inputs.force, self._roster, inputs.first_week, inputs.exact_turns, inputs.seed)
        return FluidWeek(inputs.efficiency)


@dataclass(frozen=True, slots=True)
class FluidWeek:
    """Plans weeks by their hours alone."""

    efficiency: Efficiency

    def __call__(
        self, population: Population, staff: StaffWeek, policy: PlanningPolicy, week_on: date
    ) -> PlannedWork:
        """The work of the week that starts on the Monday."""
        return plan_fluid_week(population, staff, policy, week_on, self.efficiency)


def start_population(force: Force, policy: PlanningPolicy, first_week: date) -> Population:
    """The force's people with their duties on the first Monday."""
    return Population(force.cases, policy, tier_of, first_week)


def results_by_scenario(
    scenarios: Sequence[ScenarioPolicies], results: Mapping[Run, YearResult], replications: int
) -> list[tuple[Scenario, list[YearResult]]]:
    """The replications of each scenario in order, as a comparison takes them."""
    return [
        (each.scenario, [results[place, number] for number in range(replications)])
        for place, each in enumerate(scenarios)
    ]
