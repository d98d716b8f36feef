"""The scheduler: a week's problem in, a plan with bounds and reasons out."""

from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.solve import solve

__all__ = ["PlanningProblem", "solve"]
