"""The OR-Tools routing library: optional stops, guided local search, each officer's day a vehicle of its own.

A person's two calls share one disjunction: leaving both out costs the better one, and making the lesser one
costs the difference. One dimension keeps the clock, another the plannable minutes without waiting. Two officers
together cannot be said; of the small terms travel remains.
"""

from collections.abc import Callable

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from benchmarks.benchmark_week import BenchmarkWeek, Variant
from benchmarks.peers import PeerAnswer
from benchmarks.peers.calls import Call, OfficerDay, make_calls, officer_days
from benchmarks.peers.placing import plan_from_routes
from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.week_index import WeekIndex

WORDS = "OR-Tools routing library, guided local search"
PACKAGES = ("ortools",)
VARIANTS = frozenset({Variant.LONE})
IS_TIMED = True

_A_DAY = 24 * 60


class _Stops:
    """The stops of the routing model: the calls first, then the base of each officer who has a day out."""

    def __init__(self, index: WeekIndex, calls: list[Call], days: list[OfficerDay]) -> None:
        self.index, self.calls, self.days = index, calls, days
        # A base without a vehicle would be a stop that somebody must make.
        officers = sorted({day.officer for day in days})
        self.places = [call.person for call in calls] + [index.base(officer) for officer in officers]
        bases = [len(calls) + officers.index(day.officer) for day in days]
        self.manager = pywrapcp.RoutingIndexManager(len(self.places), len(days), bases, bases)
        self.on_site = [index.people[call.person].on_site_minutes for call in calls] + [0] * len(officers)

    def road_matrix(self, extra: Callable[[int], int]) -> list[list[int]]:
        """Minutes on the road between the stops, with something extra on leaving the first."""
        leg = self.index.leg
        return [[leg[here][there] + extra(stop) for there in self.places] for stop, here in enumerate(self.places)]


def make_answer(week: BenchmarkWeek, seconds: float, seed: int) -> PeerAnswer:  # noqa: ARG001 - the library has no seed
    """Let the library search for so many seconds."""
    index = WeekIndex(week.problem)
    stops = _Stops(index, make_calls(index), officer_days(index))
    model = pywrapcp.RoutingModel(stops.manager)
    _add_clock_and_minutes(model, stops)
    _add_costs(model, stops, week.score.travel_tenths)
    _allow_leads(model, stops)
    solution = model.SolveWithParameters(_parameters(seconds))
    routes = _routes(model, stops, solution) if solution else []
    return PeerAnswer(plan=plan_from_routes(DraftWeek(index), routes))


def _parameters(seconds: float) -> object:
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(round(1000 * seconds))
    return parameters


def _add_clock_and_minutes(model: pywrapcp.RoutingModel, stops: _Stops) -> None:
    working = model.RegisterTransitMatrix(stops.road_matrix(lambda stop: stops.on_site[stop]))
    model.AddDimension(working, _A_DAY, _A_DAY, False, "clock")
    model.AddDimensionWithVehicleCapacity(working, 0, [day.minutes for day in stops.days], True, "minutes")
    clock = model.GetDimensionOrDie("clock")
    for vehicle, day in enumerate(stops.days):
        clock.CumulVar(model.Start(vehicle)).SetRange(day.starts_at, day.ends_at)
        clock.CumulVar(model.End(vehicle)).SetRange(day.starts_at, day.ends_at)
    for number, call in enumerate(stops.calls):
        person = stops.index.people[call.person]
        clock.CumulVar(stops.manager.NodeToIndex(number)).SetRange(person.earliest_start, person.latest_start)


def _add_costs(model: pywrapcp.RoutingModel, stops: _Stops, travel_tenths: int) -> None:
    of_person: dict[int, list[int]] = {}
    for number, call in enumerate(stops.calls):
        of_person.setdefault(call.person, []).append(number)
    lost = [0] * len(stops.places)
    for members in of_person.values():
        best = max(stops.calls[number].worth for number in members)
        for number in members:
            lost[number] = best - stops.calls[number].worth
        model.AddDisjunction([stops.manager.NodeToIndex(number) for number in members], best)
    road = stops.road_matrix(lambda _: 0)
    costs = [[travel_tenths * minutes + lost[stop] for minutes in row] for stop, row in enumerate(road)]
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(costs))


def _allow_leads(model: pywrapcp.RoutingModel, stops: _Stops) -> None:
    # SetAllowedVehiclesForIndex cannot be called from Python in ortools 9.15.
    for number, call in enumerate(stops.calls):
        barred = [vehicle for vehicle, day in enumerate(stops.days) if day.officer not in call.leads]
        if barred:
            model.VehicleVar(stops.manager.NodeToIndex(number)).RemoveValues(barred)


def _routes(model: pywrapcp.RoutingModel, stops: _Stops, solution: pywrapcp.Assignment) -> list[list[Trip]]:
    routes = []
    for vehicle, day in enumerate(stops.days):
        route, here = [], solution.Value(model.NextVar(model.Start(vehicle)))
        while not model.IsEnd(here):
            call = stops.calls[stops.manager.IndexToNode(here)]
            route.append(Trip(call.person, call.with_assessment, day.officer, NO_OFFICER, day.day))
            here = solution.Value(model.NextVar(here))
        routes.append(route)
    return routes
