"""Run scenarios over the coming weeks and compare them with the baseline on the same demand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from time import monotonic

from rso_planner import __version__
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.scenario import Scenario
from rso_planner.domain.unit_load import unit_load
from rso_planner.domain.what_if import WhatIf
from rso_planner.domain.year_result import YearResult
from rso_planner.files.policy_file import policy_with, read_policy
from rso_planner.files.scenario_file import read_demand, read_scenario, scenario_path
from rso_planner.forecast.comparison import compare_scenarios
from rso_planner.forecast.fluid_week import Efficiency
from rso_planner.forecast.staff import staff_in
from rso_planner.planning.problem_hash import hash_content
from rso_planner.storage.forecasts import load_results, save_result
from rso_planner.storage.store import open_store
from rso_planner.use_cases.exact_week import ExactWeek
from rso_planner.use_cases.executors import OpenExecutor, open_processes
from rso_planner.use_cases.force_on_a_day import ForceOnADay, consult_force
from rso_planner.use_cases.forecast_runs import (
    ForecastInputs,
    Run,
    ScenarioPolicies,
    results_by_scenario,
    run_all,
    start_population,
)
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.unit_roster import UnitRoster

BASELINE = "baseline"
_TURNS_OF_THE_MEASURED_WEEK = 1
# Measured (docs/decisions/0032): turns of the search change the first tier by a hundredth of a per cent.
_TURNS_OF_AN_EXACT_WEEK = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfWish:
    """What to run; `scenarios` are files or bare names, the baseline is always run beside them."""

    scenarios: tuple[str, ...]
    as_of: date | None = None
    policy_file: Path | None = None
    demand_file: Path | None = None
    weeks: int = 52
    replications: int = 20
    seed: int = 0
    is_exact: bool = False


def run_what_if(
    asking: Asking,
    wish: WhatIfWish,
    open_executor: OpenExecutor = open_processes,
    on_progress: Callable[[float, str], None] = lambda _share, _doing: None,
) -> WhatIf:
    """Run the scenarios; what the store has of the very same runs is not run again.

    Raises:
        ScenarioRefusedError: a scenario that cannot be used.
        StoreNotReadyError: no extract has been loaded.
    """
    began = monotonic()
    on_progress(0.0, "reading the records")
    scenarios = read_scenarios(wish)
    known = consult_force(asking, "whatif", wish.as_of, wish.policy_file)
    on_progress(0.02, "measuring a planned week")
    inputs = make_inputs(known, wish, scenarios)
    results = _run(asking, inputs, wish, open_executor, on_progress)
    compared = compare_scenarios(results_by_scenario(inputs.scenarios, results, wish.replications))
    return WhatIf(
        as_of=known.as_of,
        first_week=inputs.first_week,
        weeks=wish.weeks,
        replications=wish.replications,
        seed=wish.seed,
        mode="exact" if wish.is_exact else "fast",
        scenarios=compared,
        load=unit_load(
            known.force.cases,
            known.policy,
            known.as_of,
            travel_minutes=inputs.efficiency.travel_minutes,
            available=compared[0].weekly["hours_available"][0].mean,
        ),
        seconds=monotonic() - began,
        policy_hash=hash_content(known.policy),
        input_hash=hash_content((inputs.force, inputs.demand)),
        code_version=__version__,
    )


def read_scenarios(wish: WhatIfWish) -> list[Scenario]:
    """The baseline and the scenarios asked for, each once.

    Raises:
        WrongUseError: two files have the same name, so that nobody could tell their figures apart.
    """
    names = [BASELINE, *(name for name in wish.scenarios if Path(name).stem != BASELINE)]
    found = [read_scenario(scenario_path(name)) for name in dict.fromkeys(names)]
    stems = [scenario.name for scenario in found]
    twice = next((name for name in stems if stems.count(name) > 1), None)
    if twice is not None:
        raise WrongUseError(f"Two scenarios are called {twice}: give one of the files another name.")
    return found


def make_inputs(known: ForceOnADay, wish: WhatIfWish, scenarios: Sequence[Scenario]) -> ForecastInputs:
    """The inputs of the runs; the first week is the one after the as-of day's."""
    first_week = known.as_of + timedelta(days=7 - known.as_of.weekday())
    return ForecastInputs(
        force=known.force,
        first_week=first_week,
        demand=read_demand(wish.demand_file),
        efficiency=measure_efficiency(known, scenarios[0], first_week, wish.seed),
        scenarios=tuple(_with_policies(scenario, wish.policy_file) for scenario in scenarios),
        weeks=wish.weeks,
        seed=wish.seed,
        exact_turns=_TURNS_OF_AN_EXACT_WEEK if wish.is_exact else None,
    )


def measure_efficiency(known: ForceOnADay, baseline: Scenario, first_week: date, seed: int) -> Efficiency:
    """What the weekly planner makes of the first week's hours as things are."""
    roster = UnitRoster(known.force, known.policy, first_week)
    population = start_population(known.force, known.policy, first_week)
    people = int(population.is_in_community[: len(population)].sum())
    staff = staff_in(baseline, 1, roster.hours_in(1), people, known.policy.plannable_share)
    planner = ExactWeek(known.force, roster, first_week, _TURNS_OF_THE_MEASURED_WEEK, seed)
    return planner.measure_efficiency(population, staff, known.policy, first_week)


def _with_policies(scenario: Scenario, policy_file: Path | None) -> ScenarioPolicies:
    weeks = sorted({1, *(change.week for change in scenario.policy)})
    return ScenarioPolicies(
        scenario=scenario,
        policies=tuple((week, _policy(scenario, week, policy_file)) for week in weeks),
    )


def _policy(scenario: Scenario, week: int, policy_file: Path | None) -> PlanningPolicy:
    values = scenario.policy_values_in(week)
    return policy_with(values, policy_file, file=f"{scenario.name}.toml") if values else read_policy(policy_file)


def _run(
    asking: Asking,
    inputs: ForecastInputs,
    wish: WhatIfWish,
    open_executor: OpenExecutor,
    on_progress: Callable[[float, str], None],
) -> dict[Run, YearResult]:
    hashes = [run_hash(inputs, place) for place in range(len(inputs.scenarios))]
    wanted = [(place, number) for number in range(wish.replications) for place in range(len(hashes))]
    place_of = {each.scenario.name: place for place, each in enumerate(inputs.scenarios)}
    with open_store(asking.database_url) as store:
        with store.transaction() as connection:
            found = {
                (place, result.replication): result
                for place, of_run in enumerate(hashes)
                for result in load_results(connection, of_run)
                if result.replication < wish.replications
            }
        results = dict(found)

        def keep(result: YearResult) -> None:
            place = place_of[result.scenario]
            with store.transaction() as connection:
                save_result(connection, hashes[place], result, asking.now)
            results[place, result.replication] = result
            on_progress(0.05 + 0.95 * len(results) / len(wanted), f"{len(results)} of {len(wanted)} runs")

        run_all(inputs, [run for run in wanted if run not in found], open_executor, keep)
    return results


def run_hash(inputs: ForecastInputs, place: int) -> str:
    """A fingerprint of everything that the runs of one scenario are made from, its name and words apart."""
    chosen = inputs.scenarios[place]
    scenario = chosen.scenario
    changes = (scenario.staffing, scenario.demand, scenario.backlog, chosen.policies)
    shared = (inputs.force, inputs.first_week, inputs.demand, inputs.efficiency, inputs.weeks, inputs.seed)
    return hash_content((shared, changes, inputs.exact_turns, __version__))
