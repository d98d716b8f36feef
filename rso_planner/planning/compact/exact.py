"""Solving a whole small week with CP-SAT, tier by tier, to the proven best."""

from collections.abc import Callable

from ortools.sat.python import cp_model

from rso_planner.domain.visit_plan import Sense
from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.hints import add_hint
from rso_planner.planning.compact.model_objectives import make_objectives
from rso_planner.planning.compact.model_rules import add_rules
from rso_planner.planning.compact.scope import whole_week
from rso_planner.planning.compact.score import score
from rso_planner.planning.compact.solver_settings import make_solver
from rso_planner.planning.compact.variables import Variables, make_variables
from rso_planner.planning.compact.week_index import WeekIndex


def solve_whole(
    index: WeekIndex, first: DraftWeek, effort: float, seed: int, on_tier: Callable[[int], None]
) -> tuple[DraftWeek, tuple[int | None, ...]]:
    """Solve every tier in turn, each with those above held at what the best plan reaches.

    `effort` is CP-SAT's deterministic time for a tier; `first` is a feasible draft to start from. Returns the best
    draft, and for each tier the best that any plan could reach with those above held, or None where the solver
    found none.
    """
    scope = whole_week(index)
    made = make_variables(index, scope)
    add_rules(index, scope, made)
    best, bounds = first, list[int | None]()
    for number, objective in enumerate(make_objectives(index, scope, made)):
        made.model.clear_hints()
        add_hint(made, best)
        if objective.sense is Sense.MAX:
            made.model.maximize(objective.expression)
        else:
            made.model.minimize(objective.expression)
        solver = make_solver(effort, seed)
        bounds.append(None)
        if solver.solve(made.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            bounds[number] = round(solver.best_objective_bound)
            found = _read_draft(made, solver, index)
            if found is not None and score(found) > score(best):
                best = found
        reached = score(best).in_order[number]
        if objective.sense is Sense.MAX:
            made.model.add(objective.expression >= reached)
        else:
            made.model.add(objective.expression <= -reached)
        on_tier(number)
    return best, tuple(bounds)


def _read_draft(made: Variables, solver: cp_model.CpSolver, index: WeekIndex) -> DraftWeek | None:
    """The solver's trips and reviews, at the earliest starts or, where these do not fit, at the solver's own.

    At its earliest start a visit may lie in an outing of its own, with one more way from base and back.
    """
    draft = _read_trips(made, solver, index, at_own_starts=False)
    draft = draft or _read_trips(made, solver, index, at_own_starts=True)
    if draft is None:
        return None
    for (task_id, officer), literal in made.reviews.items():
        if solver.value(literal):
            kind = index.problem.task_by_id[task_id].kind
            draft.place_review(task_id, officer, index.problem.review_minutes[kind])
    return draft


def _read_trips(
    made: Variables, solver: cp_model.CpSolver, index: WeekIndex, *, at_own_starts: bool
) -> DraftWeek | None:
    draft = DraftWeek(index)
    chosen = [person for person, visited in made.visited.items() if solver.value(visited)]
    for person in sorted(chosen, key=lambda each: (solver.value(made.start[each]), each)):
        trip = _read_trip(made, solver, person, at_own_start=at_own_starts)
        at = [len(draft.routes[officer][trip.day]) for officer in trip.officers]
        if not draft.insert(trip, at[0], at[-1]):
            return None
    return draft


def _read_trip(made: Variables, solver: cp_model.CpSolver, person: int, *, at_own_start: bool) -> Trip:
    lead = next(o for (who, o), literal in made.leads.items() if who == person and solver.value(literal))
    goes = [(o, d) for (who, o, d, _), literal in made.goes.items() if who == person and solver.value(literal)]
    second = next((officer for officer, _ in goes if officer != lead), NO_OFFICER)
    with_assessment = person in made.assessed and bool(solver.value(made.assessed[person]))
    has_timing = at_own_start or person in made.breaks_pattern or person in made.in_the_evening
    not_before = solver.value(made.start[person]) if has_timing else 0
    return Trip(person, with_assessment, lead, second, goes[0][1], not_before)
