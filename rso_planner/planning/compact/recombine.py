"""The best week that can be put together from days already seen, chosen by CP-SAT.

A day part is what one group of officers, who meet each other on visits, does on one day. Every draft that the
search looks at is a set of day parts. Choosing among all parts seen is a set packing: each officer's day and each
person once, each officer's week within its minutes. CP-SAT solves it over parts from many drafts at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from rso_planner.planning.compact.draft import DraftWeek, Trip
from rso_planner.planning.compact.score import met_tasks, points_of, score
from rso_planner.planning.compact.solver_settings import make_solver
from rso_planner.planning.problem import Tier

# The worth of a tier is counted in points of lateness; these only order what is equal in it.
_TIER_STEP = 10_000
_POINT_STEP = 20
_MOST_PARTS = 6_000


@dataclass(frozen=True, slots=True)
class DayPart:
    """What some officers do on one day; `trips` in order of their starts, `minutes` by officer, desk included."""

    trips: tuple[Trip, ...]
    minutes: tuple[tuple[int, int], ...]
    worths: tuple[int, ...]
    points: int
    travel: int

    @property
    def day(self) -> int:
        """The day's number."""
        return self.trips[0].day


class PartPool:
    """The different day parts of all drafts seen, the first one with the same trips kept."""

    def __init__(self) -> None:
        self._parts: dict[tuple[Trip, ...], DayPart] = {}

    def add_days(self, draft: DraftWeek, days: Iterable[int]) -> None:
        """Add what the draft does on these days."""
        if len(self._parts) < _MOST_PARTS:
            self.add(draft_parts(draft, days))

    def add(self, parts: Iterable[DayPart]) -> None:
        """Add parts that were made elsewhere."""
        for part in parts:
            self._parts.setdefault(part.trips, part)

    @property
    def parts(self) -> tuple[DayPart, ...]:
        """All parts, in the order in which they were seen."""
        return tuple(self._parts.values())


def draft_parts(draft: DraftWeek, days: Iterable[int]) -> list[DayPart]:
    """What the draft does on these days, a part for each group of officers who meet one another."""
    return [
        _make_part(draft, tuple(draft.trip_of[person] for person in people))
        for day in days
        for people in _groups(draft, day)
    ]


def _groups(draft: DraftWeek, day: int) -> list[list[int]]:
    """The people of the day, grouped by crews that share an officer, in order of start."""
    people = sorted(
        (person for person, trip in draft.trip_of.items() if trip.day == day),
        key=lambda person: (draft.start_of(person), person),
    )
    group_of: dict[int, list[int]] = {}
    for person in people:
        joined: list[int] = [person]
        for officer in draft.trip_of[person].officers:
            joined += [other for other in group_of.get(officer, []) if other not in joined]
        for other in joined:
            for officer in draft.trip_of[other].officers:
                group_of[officer] = joined
    found: list[list[int]] = []
    for group in group_of.values():
        ordered = [person for person in people if person in group]
        if ordered not in found:
            found.append(ordered)
    return found


def _make_part(draft: DraftWeek, trips: tuple[Trip, ...]) -> DayPart:
    index, day = draft.index, trips[0].day
    minutes: dict[int, int] = {}
    on_site = 0
    for trip in trips:
        on_site += index.people[trip.person].on_site_minutes * len(trip.officers)
        for officer in trip.officers:
            minutes.setdefault(officer, draft.field_used[officer][day])
    travel = sum(minutes.values()) - on_site
    for trip in trips:
        minutes[trip.lead] += index.desk_minutes(trip.person, trip.with_assessment)
    worths = dict.fromkeys(Tier, 0)
    for trip in trips:
        for task in met_tasks(index, trip.person, trip.with_assessment):
            worths[task.tier] += task.worth
    points = sum(points_of(draft, trip) for trip in trips)
    return DayPart(trips, tuple(sorted(minutes.items())), tuple(worths.values()), points, travel)


def recombine(pool: PartPool, best: DraftWeek, tier: Tier, effort: float, seed: int) -> DraftWeek:
    """The best draft made of the pool's parts in this tier, those above no worse; reviews stay as they are."""
    parts = pool.parts
    model = cp_model.CpModel()
    chosen = [model.new_bool_var(f"part {number}") for number in range(len(parts))]
    _add_packing(model, parts, chosen, best)
    of_best = PartPool()
    of_best.add_days(best, range(7))
    reached = [sum(part.worths[number] for part in of_best.parts) for number in range(len(Tier))]
    for above in range(tier - 1):
        terms = [part.worths[above] * literal for part, literal in zip(parts, chosen, strict=True)]
        model.add(sum(terms) >= reached[above])
    model.maximize(
        sum(
            (_TIER_STEP * part.worths[tier - 1] + _POINT_STEP * part.points - part.travel) * literal
            for part, literal in zip(parts, chosen, strict=True)
        )
    )
    now = set(of_best.parts)
    for part, literal in zip(parts, chosen, strict=True):
        model.add_hint(literal, part in now)
    solver = make_solver(effort, seed)
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return best
    found = _put_together(
        best, [part for part, literal in zip(parts, chosen, strict=True) if solver.value(literal)]
    )
    # Stopped early, the solver may hold a worse choice than the one that it was given to start from.
    return best if found is None or score(found) <= score(best) else found


def _add_packing(
    model: cp_model.CpModel, parts: tuple[DayPart, ...], chosen: list[cp_model.IntVar], best: DraftWeek
) -> None:
    index = best.index
    of_day: dict[tuple[int, int], list[cp_model.IntVar]] = {}
    of_person: dict[int, list[cp_model.IntVar]] = {}
    on_day: dict[tuple[int, int], list[cp_model.IntVar]] = {}
    week: dict[int, list[cp_model.LinearExpr]] = {}
    for part, literal in zip(parts, chosen, strict=True):
        for officer, minutes in part.minutes:
            of_day.setdefault((officer, part.day), []).append(literal)
            week.setdefault(officer, []).append(minutes * literal)
        for trip in part.trips:
            of_person.setdefault(trip.person, []).append(literal)
            if trip.person in index.apart_from:
                on_day.setdefault((trip.person, part.day), []).append(literal)
    for literals in (*of_day.values(), *of_person.values()):
        model.add_at_most_one(literals)
    review_minutes = _review_minutes(best)
    for officer, terms in week.items():
        model.add(sum(terms) <= index.week_minutes[officer] - review_minutes.get(officer, 0))
    for (person, day), literals in on_day.items():
        for other in index.apart_from[person]:
            if other > person and (other, day) in on_day:
                model.add(sum(literals) + sum(on_day[other, day]) <= 1)


def _review_minutes(draft: DraftWeek) -> dict[int, int]:
    index = draft.index
    minutes: dict[int, int] = {}
    for task in index.reviews:
        officer = draft.reviewer_of.get(task.task_id)
        if officer is not None:
            minutes[officer] = minutes.get(officer, 0) + index.problem.review_minutes[task.kind]
    return minutes


def _put_together(best: DraftWeek, parts: list[DayPart]) -> DraftWeek | None:
    """A draft of these parts and the best one's reviews; None if the order of starts does not carry over."""
    index = best.index
    made = DraftWeek(index)
    for part in parts:
        for trip in part.trips:
            at = [len(made.routes[officer][trip.day]) for officer in trip.officers]
            if not made.insert(trip, at[0], at[-1]):
                return None
    for task in index.reviews:
        officer = best.reviewer_of.get(task.task_id)
        if officer is not None and not made.place_review(
            task.task_id, officer, index.problem.review_minutes[task.kind]
        ):
            return None
    return made
