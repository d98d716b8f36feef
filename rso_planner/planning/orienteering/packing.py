"""Routes chosen from many so that no two share a stop, by SCIP, which stops by a count of nodes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ortools.linear_solver import pywraplp

from rso_planner.planning.orienteering.problem import OrienteeringProblem, Route

_WHOLE = 1e-6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A route that a vehicle of one kind can drive."""

    kind: int
    route: Route


@dataclass(frozen=True, slots=True)
class Packing:
    """The routes chosen, none if nothing better was found, and the most that the candidates can give, if known."""

    chosen: tuple[Candidate, ...]
    bound: int | None


def pack(problem: OrienteeringProblem, candidates: Sequence[Candidate], *, more_than: int, nodes: int) -> Packing:
    """Choose candidates worth more than `more_than` together, as much as possible, within so many nodes."""
    step = problem.prize_step
    solver = pywraplp.Solver.CreateSolver("SCIP")
    solver.SetSolverSpecificParametersAsString(f"limits/nodes = {nodes}")
    is_chosen = [solver.BoolVar("") for _ in candidates]
    _add_rows(solver, problem, candidates, is_chosen)
    prizes = [problem.prize_of(candidate.route) // step for candidate in candidates]
    worth = solver.Sum([prize * variable for prize, variable in zip(prizes, is_chosen, strict=True)])
    solver.Add(worth >= more_than // step + 1)
    solver.Maximize(worth)
    status = solver.Solve()
    if status == pywraplp.Solver.INFEASIBLE:
        return Packing((), more_than)
    if status not in {pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE}:
        return Packing((), None)
    chosen = tuple(
        each for each, variable in zip(candidates, is_chosen, strict=True) if variable.solution_value() > 0.5
    )
    return Packing(chosen, int(solver.Objective().BestBound() + _WHOLE) * step)


def _add_rows(
    solver: Any, problem: OrienteeringProblem, candidates: Sequence[Candidate], is_chosen: Sequence[Any]
) -> None:
    kinds = [solver.Constraint(0, count) for _, count in problem.kinds]
    stops = [solver.Constraint(0, 1) for _ in problem.stops]
    for candidate, variable in zip(candidates, is_chosen, strict=True):
        kinds[candidate.kind].SetCoefficient(variable, 1)
        for stop in candidate.route:
            stops[stop].SetCoefficient(variable, 1)
