"""Making the columns that a plan is chosen from: price every crew of every day, add the best, solve, again.

The number of rounds and of columns a round is counted, never timed. Prices are mixed with those of the round
before, because the linear program's own prices swing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rso_planner.planning.columns.column import keeps_people_apart, read_route
from rso_planner.planning.columns.field_week import ALONE, FieldWeek, Flags, Ints
from rso_planner.planning.columns.master import Master, Row
from rso_planner.planning.columns.prices import (
    Aim,
    Prices,
    along_values,
    lead_values,
    minute_prices,
    priced_reviews,
    road_prices,
)
from rso_planner.planning.columns.pricing import Finder
from rso_planner.planning.columns.route_search import KEPT
from rso_planner.planning.columns.week_cuts import WeekCuts
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.greedy import reviewers_of
from rso_planner.planning.compact.recombine import DayPart, draft_parts
from rso_planner.planning.compact.safety import SafetyLimit
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.problem import Tier

_COLUMNS_A_ROUND = 400
_ROUTES_A_CREW = 3
_MOST_NODES = 200
_MOST_NODES_APART = 100
_SMOOTHING = 0.5
# Crews that start at different places seldom do well; all are priced when the others run dry, or now and then.
_FEW = 60
_ROUNDS_TO_ALL = 4


@dataclass(frozen=True, slots=True)
class Closed:
    """Shifts and stops of which no further column is wanted."""

    shifts: Flags
    stops: Flags


class Reviews:
    """The week's reviews by number: minutes, and the officers who may do each."""

    def __init__(self, index: WeekIndex) -> None:
        self.tasks = tuple(task for task in index.reviews if reviewers_of(index, task))
        minutes = [index.problem.review_minutes[task.kind] for task in self.tasks]
        self.minutes = np.array(minutes, dtype=np.int64)
        self.able = np.zeros((len(self.tasks), len(index.officers)), dtype=np.bool_)
        for number, task in enumerate(self.tasks):
            self.able[number, reviewers_of(index, task)] = True

    def cheapest(self, prices: Ints) -> tuple[Ints, Ints]:
        """For each review the officer whose minute costs the least, and the cost of the review there."""
        if not len(self.tasks):
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        costs = np.where(self.able, self.minutes[:, None] * prices[None, :], 2**60)
        return costs.argmin(axis=1), costs.min(axis=1)

    def entries(self, number: int, officer: int) -> list[tuple[Row, int]]:
        """The master's entries of a review done by an officer."""
        return [(("review", number, 0), 1), (("minute", officer, 0), int(self.minutes[number]))]

    def gains(self, number: int) -> tuple[int, ...]:
        """The worth in each tier, and no points."""
        task = self.tasks[number]
        return (*(task.worth if task.tier is tier else 0 for tier in Tier), 0)


class CrewPool:
    """Every column made so far, in the order of making, and the master over them."""

    def __init__(self, index: WeekIndex, week: FieldWeek, cuts: WeekCuts) -> None:
        self.index, self.week, self.cuts = index, week, cuts
        self.reviews = Reviews(index)
        self.columns: list[DayPart] = []
        self.column_of: list[DayPart | None] = []
        self.review_places: list[tuple[int, int]] = []
        self.master = Master(week, cuts)
        self._finder = Finder(week)
        self._crews = np.concatenate([week.crews, week.solos])
        bases = week.leg[week.base][:, week.base]
        self._starts_together = bases[self._crews[:, 0], np.maximum(self._crews[:, 1], self._crews[:, 0])] == 0
        self._seen: set[object] = set()
        self.shift_number = {
            (int(officer), int(day)): number
            for number, (officer, day) in enumerate(zip(week.worker, week.day, strict=True))
        }

    def add_draft(self, draft: DraftWeek) -> None:
        """Add what the draft does, so that the pool can always say it again."""
        for column in self.of_draft(draft):
            self._add(column)
        for number, task in enumerate(self.reviews.tasks):
            if task.task_id in draft.reviewer_of:
                self._add_review(number, draft.reviewer_of[task.task_id])

    def of_draft(self, draft: DraftWeek) -> list[DayPart]:
        """The draft as columns."""
        return draft_parts(draft, range(DAYS_A_WEEK))

    def generate(self, aim: Aim, start: Prices, rounds: int, limit: SafetyLimit) -> Prices:
        """Add columns for the aim until nothing is worth adding, for so many rounds at most; the last prices.

        Raises:
            MasterNotSolvedError: the linear solver ended without an optimum.
        """
        self.master.aim_at(aim)
        self.price(aim, start)
        found = self.master.solve()
        mixed, is_all = start, False
        for number in range(rounds):
            if limit.is_reached:
                break
            mixed = mixed.mixed_with(found, _SMOOTHING)
            added = self.price(aim, mixed, is_all=is_all)
            # Mixed prices that want nothing say little: only those of the linear program itself can end the work.
            if not added and not self.price(aim, found):
                break
            is_all = not is_all and (added < _FEW or number % _ROUNDS_TO_ALL == _ROUNDS_TO_ALL - 1)
            found = self.master.solve()
        return found

    def ranked(self, aim: Aim, prices: Prices) -> list[DayPart]:
        """The columns, those that the prices like best first."""
        held = [(each.number, int(price)) for each, price in zip(aim.held, prices.held, strict=True)]
        profits = []
        for column in self.columns:
            profit = aim.fineness * column.worths[aim.number]
            profit += sum(price * column.worths[number] for number, price in held)
            profit -= sum(entry * _price_of(prices, row) for row, entry in self.entries(column))
            profits.append(profit)
        order = sorted(range(len(profits)), key=lambda place: (-profits[place], place))
        return [self.columns[place] for place in order]

    def price(self, aim: Aim, prices: Prices, closed: Closed | None = None, *, is_all: bool = True) -> int:
        """Add good columns under these prices, of open shifts and stops; how many were new.

        Unless `is_all`, only crews that start together are priced, and only with stops that promised much before.
        """
        week = self.week
        crews = self._crews if is_all else self._crews[self._starts_together]
        if closed is not None:
            crews = crews[~(closed.shifts[crews[:, 0]] | ((crews[:, 1] != ALONE) & closed.shifts[crews[:, 1]]))]
        prospect = self._finder.look(
            crews,
            lead_values(week, self.cuts, aim, prices)[week.worker],
            along_values(week, self.cuts, aim, prices)[week.worker],
            ~week.needs_two,
            road_prices(week, aim, prices),
            None if closed is None else closed.stops,
            is_rough=not is_all,
        )
        floors = prices.shift[crews[:, 0]] + np.where(crews[:, 1] == ALONE, 0, prices.shift[crews[:, 1]])
        most, routes = prospect.best(floors, keep=_ROUTES_A_CREW, most_nodes=_MOST_NODES)
        added = self._add_best(crews, routes, floors)
        order = np.argsort(floors - most, kind="stable")
        for number, route in zip(order, prospect.apart(order, most_nodes=_MOST_NODES_APART), strict=True):
            if route[0, KEPT] >= 0:
                added += self._add_route(crews[number], route[0])
        return added + self._price_reviews(aim, prices)

    def _add_best(self, crews: Ints, routes: Ints, floors: Ints) -> int:
        profit = (routes[:, :, 0] - floors[:, None]).ravel()
        added = 0
        for place in np.argsort(-profit, kind="stable")[:_COLUMNS_A_ROUND]:
            if profit[place] <= 0:
                break
            number, kept = divmod(int(place), routes.shape[1])
            added += self._add_route(crews[number], routes[number, kept])
        return added

    def _add_route(self, crew: Ints, route: Ints) -> bool:
        first, second = int(crew[0]), int(crew[1])
        officers = (int(self.week.worker[first]), ALONE if second == ALONE else int(self.week.worker[second]))
        return self._add(read_route(self.index, officers, int(self.week.day[first]), route))

    def _add(self, column: DayPart) -> bool:
        if column.trips in self._seen or not keeps_people_apart(self.index, column):
            return False
        self._seen.add(column.trips)
        self.columns.append(column)
        self.column_of.append(column)
        self.master.add((*column.worths, column.points), self.entries(column))
        return True

    def shifts_of(self, column: DayPart) -> list[int]:
        """The shifts that the column takes."""
        return [self.shift_number[officer, column.day] for officer, _ in column.minutes]

    def close_for(self, column: DayPart, closed: Closed) -> None:
        """Close what the column takes."""
        closed.shifts[self.shifts_of(column)] = True
        closed.stops[[trip.person for trip in column.trips]] = True

    def is_closed(self, column: DayPart, closed: Closed) -> bool:
        """Tell whether the column takes something that is closed."""
        is_taken = closed.shifts[self.shifts_of(column)].any()
        return bool(is_taken or closed.stops[[trip.person for trip in column.trips]].any())

    def entries(self, column: DayPart) -> Iterable[tuple[Row, int]]:
        """What the column takes of each row of the master."""
        for trip in column.trips:
            yield ("stop", trip.person, 0), 1
        units: dict[int, Ints] = {}
        for officer, minutes in column.minutes:
            if self.week.is_short[officer]:
                yield ("minute", officer, 0), minutes
            yield ("shift", self.shift_number[officer, column.day], 0), 1
            units[officer] = np.zeros(len(self.cuts.most), dtype=np.int64)
        for trip in column.trips:
            units[trip.lead] += self.cuts.lead[:, trip.lead, int(trip.with_assessment), trip.person]
            if trip.second != ALONE:
                units[trip.second] += self.cuts.along[:, trip.second, trip.person]
        for officer, counts in units.items():
            for cut in np.flatnonzero(counts * self.week.is_short[officer]):
                yield ("cut", int(cut), officer), int(counts[cut])

    def _price_reviews(self, aim: Aim, prices: Prices) -> int:
        officers, costs = self.reviews.cheapest(minute_prices(aim, prices))
        worth = priced_reviews(aim, prices) - costs
        chosen: Sequence[int] = np.flatnonzero(worth > 0).tolist()
        return sum(self._add_review(number, int(officers[number])) for number in chosen)

    def _add_review(self, number: int, officer: int) -> bool:
        if (number, officer) in self._seen:
            return False
        self._seen.add((number, officer))
        self.review_places.append((number, officer))
        self.column_of.append(None)
        self.master.add(self.reviews.gains(number), self.reviews.entries(number, officer))
        return True


def _price_of(prices: Prices, row: Row) -> int:
    kind, first, second = row
    return int(prices.cut[first, second] if kind == "cut" else getattr(prices, kind)[first])
