"""One run of one scenario: week after week, what comes in, what is planned, what it comes to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.scenario import Demand, Scenario
from rso_planner.domain.year_result import YearResult
from rso_planner.forecast.chance import draw_attempts, draw_week
from rso_planner.forecast.demand import Arrivals, happen
from rso_planner.forecast.fluid_week import Efficiency, PlannedWork
from rso_planner.forecast.measures import measure
from rso_planner.forecast.outcomes import carry_out, clear_backlog, move_to_reactive, people_to_consider
from rso_planner.forecast.population import Population
from rso_planner.forecast.staff import OfficerHours, StaffWeek, staff_in

_WEEK = timedelta(days=7)
_WEEKS_BETWEEN_REVIEWS_OF_THE_LIST = 26


class PlanAWeek(Protocol):
    """A planner of weeks: the fluid one, or the weekly planner itself."""

    def __call__(
        self, population: Population, staff: StaffWeek, policy: PlanningPolicy, week_on: date
    ) -> PlannedWork:
        """The work of the week that starts on the Monday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What every run starts from, the same for each scenario.

    `start` is the population before the first week, under the policy of that week; `roster` gives the officers'
    minutes of a week by its number from 1.
    """

    start: Population
    first_week: date
    roster: Callable[[int], Sequence[OfficerHours]]
    demand: Demand
    efficiency: Efficiency


def run_year(
    world: World,
    scenario: Scenario,
    policy_in: Callable[[int], PlanningPolicy],
    plan_a_week: PlanAWeek,
    *,
    weeks: int,
    seed: int,
    replication: int,
) -> YearResult:
    """Run one scenario once; the same seed and replication see the same demand in every scenario."""
    policy = policy_in(1)
    population = world.start.copy()
    people = int(population.is_in_community[: len(population)].sum())
    arrivals = Arrivals()
    attempts = draw_attempts(seed, replication, len(population))
    measured = []
    for week in range(1, weeks + 1):
        week_on = world.first_week + (week - 1) * _WEEK
        changed_policy = policy_in(week)
        if changed_policy != policy:
            policy = changed_policy
            population.recompute(range(len(population)), policy, week_on)
        demand = scenario.demand_in(week, world.demand)
        draws = draw_week(seed, replication, week, len(population))
        if week == 1:
            cleared = clear_backlog(population, scenario.backlog, demand, draws, week_on - _WEEK)
            population.recompute(cleared, policy, week_on)
        population.recompute(sorted(happen(population, demand, draws, week_on, arrivals)), policy, week_on)
        draws = draw_week(seed, replication, week, len(population))
        staff = staff_in(scenario, week, world.roster(week), people, policy.plannable_share)
        work = plan_a_week(population, staff, policy, week_on)
        if len(attempts) < len(population):
            attempts = draw_attempts(seed, replication, 2 * len(population))
        outcome = carry_out(population, work, policy, demand, draws, attempts, week_on)
        changed = set(outcome.changed)
        if week % _WEEKS_BETWEEN_REVIEWS_OF_THE_LIST == 1:
            considered = people_to_consider(population, week_on)
            changed |= set(move_to_reactive(population, considered, policy, demand, draws, week_on + _WEEK))
        end_on = week_on + _WEEK
        population.recompute(sorted(changed), policy, end_on)
        measured.append(measure(population, staff, work, outcome, policy, world.efficiency, end_on))
    return YearResult(scenario=scenario.name, replication=replication, weeks=tuple(measured))
