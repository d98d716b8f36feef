"""From an orienteering problem to routes and a bound: local search, column generation, routes of both combined."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from rso_planner.planning.compact.safety import SafetyLimit
from rso_planner.planning.orienteering.packing import Candidate, pack
from rso_planner.planning.orienteering.problem import OrienteeringAnswer, OrienteeringProblem, Route

DEFAULT_SECONDS = 10.0
# Far above what the counts take even on a busy machine.
_SAFETY_FACTOR = 12
_SEED_STEP = 1_009
_FIRST_SEARCH = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard to work, in counts: positions tried, labels with their extensions, nodes of a packing, rounds."""

    positions: int
    extensions: int
    nodes: int
    rounds: int
    label_room: int = 2_000_000
    most_routes: int = 20_000
    most_visits: int = 25_000

    @classmethod
    def for_seconds(cls, seconds: float) -> "Effort":
        """About what fits into so many seconds on one core of 2026; the counts alone decide."""
        return cls(
            positions=round(85_000_000 * seconds),
            extensions=round(400_000_000 * seconds),
            nodes=round(5 * seconds),
            rounds=max(1, round(seconds / 10)),
        )


def solve_orienteering(
    problem: OrienteeringProblem, *, seconds: float = DEFAULT_SECONDS, seed: int = 0
) -> OrienteeringAnswer:
    """Find routes and a bound.

    `seconds` chooses an effort in counts, so that the same problem and seed give the same answer on any machine;
    it ends sooner when the bound is reached. The clock is only a safety net.
    """
    return solve_with_effort(
        problem, Effort.for_seconds(seconds), seed, SafetyLimit(_SAFETY_FACTOR * seconds + 60)
    )


def solve_with_effort(
    problem: OrienteeringProblem, effort: Effort, seed: int, limit: SafetyLimit | None = None
) -> OrienteeringAnswer:
    """Find routes and a bound with an effort given in counts; without a limit the clock plays no part."""
    safe = limit or SafetyLimit(inf)
    work = _Work(problem, effort, seed, safe)
    work.do()
    return OrienteeringAnswer(
        routes=work.hunt.routes,
        prize=work.hunt.prize,
        bound=work.bound,
        is_reproducible=not safe.was_reached,
    )


class _Work:
    def __init__(self, problem: OrienteeringProblem, effort: Effort, seed: int, limit: SafetyLimit) -> None:
        # These import numba, which takes a second.
        from rso_planner.planning.orienteering.column_generation import ColumnGeneration
        from rso_planner.planning.orienteering.hunting import PrizeHunt

        self.problem, self.effort, self.seed, self.limit = problem, effort, seed, limit
        self.hunt = PrizeHunt(problem, seed)
        self.columns = ColumnGeneration(problem, effort.label_room)
        self.proven = self.columns.bound
        kinds = {vehicle: kind for kind, (vehicle, _) in enumerate(problem.kinds)}
        self.kind_of_vehicle = [kinds[vehicle] for vehicle in problem.vehicles]

    @property
    def bound(self) -> int:
        return min(self.proven, self.columns.bound)

    @property
    def is_open(self) -> bool:
        return self.hunt.prize < self.bound and not self.limit.is_reached

    def do(self) -> None:
        """Search, generate and combine in turns, until the bound is reached or the effort is spent."""
        rounds = self.effort.rounds
        for turn in range(rounds + 1):
            if not self.is_open:
                return
            share = _FIRST_SEARCH if turn == 0 else (1 - _FIRST_SEARCH) / rounds
            self.hunt.seed(self.seed + turn * _SEED_STEP)
            self.hunt.run(round(self.effort.positions * share), self.bound)
            self.generate(self.effort.extensions * (turn + 1) // (rounds + 1))
            self.combine()

    def generate(self, until: int) -> None:
        """Let the master have the routes of the search, and generate more."""
        self.columns.offer(self.found_routes())
        self.columns.run(until, lambda bound: bound > self.hunt.prize and not self.limit.is_reached)

    def combine(self) -> None:
        """Combine routes anew: all that an improvement can hold if they are few, else the most promising."""
        if not self.is_open:
            return
        every = self.columns.find_every_route(self.hunt.prize, self.effort.most_routes)
        candidates = self.columns.promising(self.effort.most_visits) if every is None else every
        packing = pack(self.problem, candidates, more_than=self.hunt.prize, nodes=self.effort.nodes)
        if every is not None and packing.bound is not None:
            self.proven = min(self.proven, packing.bound)
        if packing.chosen:
            self.hunt.take(self.for_vehicles(packing.chosen))

    def found_routes(self) -> Iterator[Candidate]:
        """The best routes and those of the pool, with their kinds of vehicle."""
        routes = enumerate(self.hunt.routes)
        for vehicle, route in (*routes, *self.hunt.pooled_routes()):
            if route:
                yield Candidate(self.kind_of_vehicle[vehicle], route)

    def for_vehicles(self, chosen: Iterable[Candidate]) -> list[Route]:
        """The chosen routes in the order of the vehicles."""
        left = list(chosen)
        routes: list[Route] = []
        for kind in self.kind_of_vehicle:
            of_kind = next((each for each in left if each.kind == kind), None)
            routes.append(of_kind.route if of_kind else ())
            if of_kind:
                left.remove(of_kind)
        return routes
