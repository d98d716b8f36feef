"""A small made-up unit whose year is run."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from rso_planner.domain.case import Case
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import ByRisk, RiskLevel
from rso_planner.domain.scenario import Demand, Scenario
from rso_planner.domain.year_result import YearResult
from rso_planner.forecast.fluid_week import Efficiency
from rso_planner.forecast.population import Population
from rso_planner.forecast.staff import OfficerHours
from rso_planner.forecast.year import World, run_year
from rso_planner.planning.worth import tier_of
from rso_planner.use_cases.forecast_runs import FluidWeek
from tests.domain.cases import AS_OF, make_case, make_officer

NOTHING_HAPPENS = Demand(
    growth=0.0,
    releases=0.0,
    recalls=0.0,
    leavers=0.0,
    events=ByRisk(0.0, 0.0, 0.0, 0.0),
    significant=0.0,
    offences=0.0,
    risk_rises=0.0,
    risk_falls=0.0,
    visit_success=1.0,
    arms_low=ByRisk(0.0, 0.0, 0.0, 0.0),
    reactive_acceptance=0.0,
    reactive_return=0.0,
)
"""Nobody comes or goes, nothing happens, everybody opens."""

ORDINARY_DEMAND = replace(
    NOTHING_HAPPENS,
    growth=0.03,
    releases=0.4,
    recalls=0.05,
    leavers=0.03,
    events=ByRisk(2.5, 1.2, 0.5, 0.2),
    significant=0.2,
    offences=0.05,
    risk_rises=0.05,
    risk_falls=0.05,
    visit_success=0.8,
    arms_low=ByRisk(0.0, 0.1, 0.3, 0.8),
    reactive_acceptance=0.5,
    reactive_return=0.5,
)

EFFICIENCY = Efficiency(travel_minutes=20.0, usable_share=0.9)
AS_IT_IS = Scenario(name="baseline", title="As it is", description="As it is")


def make_people(counts: dict[str, int], seen: str = "2026-09-20", **changes: Any) -> list[Case]:
    """So many people of each risk level, all seen on the same day."""
    return [
        make_case(
            f"{seen} seen\n2026-06-01 arms medium",
            offender_id=f"{risk}-{number:04}",
            risk_level=risk,
            rmp_reviewed_on=seen,
            supervisor_reviewed_on=seen,
            **changes,
        )
        for risk, count in counts.items()
        for number in range(count)
    ]


def make_population(cases: Sequence[Case], policy: PlanningPolicy, on: date = AS_OF) -> Population:
    """The people with their duties on the Monday."""
    return Population(cases, policy, tier_of, on)


def make_roster(officers: int, minutes: float = 888.0) -> list[OfficerHours]:
    """Full-time offender managers, every one ARMS-trained, with 40 % of 37 hours."""
    return [
        OfficerHours(officer=make_officer(number), minutes=minutes, fte=1.0, rostered_as=f"OM-{number:02}")
        for number in range(1, officers + 1)
    ]


def run(
    cases: Sequence[Case],
    policy: PlanningPolicy,
    *,
    officers: int,
    scenario: Scenario = AS_IT_IS,
    demand: Demand = NOTHING_HAPPENS,
    weeks: int = 26,
    seed: int = 0,
    replication: int = 0,
) -> YearResult:
    """One fast run from Monday 23 November 2026."""
    roster = make_roster(officers)
    world = World(
        start=make_population(cases, policy),
        first_week=AS_OF,
        roster=lambda _week: roster,
        demand=demand,
        efficiency=EFFICIENCY,
    )
    return run_year(
        world,
        scenario,
        lambda _week: policy,
        FluidWeek(EFFICIENCY),
        weeks=weeks,
        seed=seed,
        replication=replication,
    )


RISKS = tuple(level.value for level in RiskLevel)
