"""Solving a whole small week with CP-SAT, tier by tier, to the proven best."""

from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from rso_planner.domain.visit_plan import Sense
from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.hints import add_hint
from rso_planner.planning.compact.model_objectives import make_objectives
from rso_planner.planning.compact.model_rules import add_rules
from rso_planner.planning.compact.scope import whole_week
from rso_planner.planning.compact.solver_settings import make_solver
from rso_planner.planning.compact.variables import Variables, make_variables
from rso_planner.planning.compact.week_index import WeekIndex


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
