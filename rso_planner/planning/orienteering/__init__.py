"""Routes that gather prizes: the problem beneath the week's plan, without police words."""

from rso_planner.planning.orienteering.problem import (
    OrienteeringAnswer,
    OrienteeringProblem,
    Stop,
    Vehicle,
)
from rso_planner.planning.orienteering.solve_orienteering import solve_orienteering

__all__ = ["OrienteeringAnswer", "OrienteeringProblem", "Stop", "Vehicle", "solve_orienteering"]
