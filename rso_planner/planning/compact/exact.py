"""Solving the CP-SAT model: a whole small week tier by tier, or part of a large one."""

from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from rso_planner.domain.visit_plan import Sense
from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.hints import add_hint
from rso_planner.planning.compact.model_objectives import (
    make_objectives,
    preference_expression,
    travel_expression,
    worth_expression,
)
from rso_planner.planning.compact.model_rules import add_rules
from rso_planner.planning.compact.scope import Scope, whole_week
from rso_planner.planning.compact.score import tier_worths
from rso_planner.planning.compact.variables import Variables, make_variables
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import Tier

# The worth of a tier is counted in points of lateness; these only order what is equal in it.
_TIER_STEP = 10_000
_POINT_STEP = 20


@dataclass(frozen=True, slots=True)
class ProvenTier:
    """What the model reached in one tier and the best that any plan could reach, those above held."""

    value: int
    bound: int


def solve_whole(
    index: WeekIndex, first: DraftWeek, effort: float, seed: int, on_tier: Callable[[int], None]
) -> tuple[DraftWeek, tuple[ProvenTier, ...]]:
    """Solve every tier in turn, each with those above held at what they reached.

    `effort` is CP-SAT's deterministic time for a tier; `first` is a feasible draft to start from.
    """
    scope = whole_week(index)
    made = make_variables(index, scope)
    add_rules(index, scope, made)
    objectives = make_objectives(index, scope, made)
    add_hint(made, first)
    best, proven = first, []
    for number, objective in enumerate(objectives):
        if objective.sense is Sense.MAX:
            made.model.maximize(objective.expression)
        else:
            made.model.minimize(objective.expression)
        solver = make_solver(effort, seed)
        status = solver.solve(made.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            break
        value, bound = round(solver.objective_value), round(solver.best_objective_bound)
        proven.append(ProvenTier(value, bound))
        if objective.sense is Sense.MAX:
            made.model.add(objective.expression >= value)
        else:
            made.model.add(objective.expression <= value)
        best = read_draft(made, solver, DraftWeek(index)) or best
        made.model.clear_hints()
        add_hint(made, best)
        on_tier(number)
    return best, tuple(proven)


def improve_part(
    index: WeekIndex,
    scope: Scope,
    emptied: DraftWeek,
    current: DraftWeek,
    tier: Tier,
    effort: float,
    seed: int,
) -> DraftWeek | None:
    """The best found for the scope in this tier, those above no worse than now; None if nothing."""
    made = make_variables(index, scope)
    add_rules(index, scope, made)
    floor = [now - rest for now, rest in zip(tier_worths(current), tier_worths(emptied), strict=True)]
    for above in Tier:
        if above < tier:
            made.model.add(worth_expression(index, scope, made, above) >= floor[above - 1])
    main = worth_expression(index, scope, made, tier)
    made.model.add(main >= floor[tier - 1])
    made.model.maximize(
        _TIER_STEP * main
        + _POINT_STEP * preference_expression(index, made)
        - travel_expression(index, scope, made)
    )
    add_hint(made, current)
    solver = make_solver(effort, seed)
    if solver.solve(made.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return read_draft(made, solver, emptied)


def make_solver(effort: float, seed: int) -> cp_model.CpSolver:
    """A solver that gives the same answer each time: one worker, deterministic time."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.random_seed = seed
    return solver


def read_draft(made: Variables, solver: cp_model.CpSolver, into: DraftWeek) -> DraftWeek | None:
    """Put the solver's trips and reviews into the draft, in the order of their starts."""
    index = into.index
    chosen = [person for person, visited in made.visited.items() if solver.value(visited)]
    for person in sorted(chosen, key=lambda each: (solver.value(made.start[each]), each)):
        trip = _read_trip(made, solver, person)
        at = [len(into.routes[officer][trip.day]) for officer in trip.officers]
        if not into.insert(trip, at[0], at[-1]):
            return None
    for (task_id, officer), literal in made.reviews.items():
        if solver.value(literal):
            into.place_review(
                task_id, officer, index.problem.review_minutes[index.problem.task_by_id[task_id].kind]
            )
    return into


def _read_trip(made: Variables, solver: cp_model.CpSolver, person: int) -> Trip:
    lead = next(o for (who, o), literal in made.leads.items() if who == person and solver.value(literal))
    goes = [(o, d) for (who, o, d, _), literal in made.goes.items() if who == person and solver.value(literal)]
    second = next((officer for officer, _ in goes if officer != lead), NO_OFFICER)
    with_assessment = person in made.assessed and bool(solver.value(made.assessed[person]))
    not_before = solver.value(made.start[person]) if person in made.breaks_pattern else 0
    return Trip(person, with_assessment, lead, second, goes[0][1], not_before)
