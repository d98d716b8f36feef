"""CP-SAT so that it gives the same answer each time."""

from ortools.sat.python import cp_model


def make_solver(effort: float, seed: int) -> cp_model.CpSolver:
    """A solver with one worker that stops by deterministic time, never by the clock."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.random_seed = seed
    return solver
