"""The best values of a tiny week, found by trying every plan; shares no code with any solver or with check_plan.

Why earliest starts suffice: sort a day's trips of any feasible plan by start, take them in that order, each
officer's in the outing where the plan has it, and give each the earliest start that the crew's earlier trips,
travel, rows and the person's window allow. Each such start is a non-decreasing function of the starts before it,
so by induction no trip starts later than in the plan. What bounds a start from above (latest start, the end of a
row, the way back by the end of the outing) then still holds, and travel depends on the order alone. So trying
every order of a day's trips and every outing of each crew member finds a feasible day whenever there is one.

For up to about 4 people, 3 officers, 2 days. Reviews are placed by the week's minutes alone.

`best_preference_points` goes on to tier 5: of all plans with the best values, the most points. There the part of
the day of each start is tried too, as a window of its own, so earliest starts still suffice.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import permutations, product
from typing import NamedTuple

from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit import PartOfDay
from rso_planner.planning.problem import Person, PlannedOfficer, PlanningProblem, PlanTask
from rso_planner.planning.travel import Stop, base_of, home_of

Values = tuple[int, int, int, int]
Span = tuple[int, int]
WHOLE_DAY: Span = (0, 1439)
PARTS_OF_DAY: tuple[Span, ...] = ((0, 719), (720, 1019), (1020, 1439))


class Trip(NamedTuple):
    """One way of seeing a person: who goes, the lead first, on which day, with the assessment or without."""

    offender_id: str
    crew: tuple[str, ...]
    on: date
    with_assessment: bool
    starts: Span = WHOLE_DAY


class BestWeek(NamedTuple):
    """The best values and one set of trips, with the start of each, that reaches them."""

    values: Values
    trips: tuple[Trip, ...]
    starts: tuple[int, ...]


class Call(NamedTuple):
    """A trip as its day sees it: who leads makes no difference to time on site and travel."""

    offender_id: str
    crew: tuple[str, ...]
    starts: Span


class DaySchedule(NamedTuple):
    """A feasible day: the field minutes of each officer who is out, and when each person is seen."""

    minutes: dict[str, int]
    starts: dict[str, int]


class Out(NamedTuple):
    """Where an officer is: in which outing, at which stop, free from when, minutes used so far that day."""

    outing: int
    here: Stop
    free_from: int
    minutes: int


def best_values(problem: PlanningProblem) -> Values:
    """The worth placed in tiers 1 to 4, the lexicographically greatest of all plans."""
    return find_best_week(problem).values


def find_best_week(problem: PlanningProblem) -> BestWeek:
    """The best values with trips that reach them; the reviews are counted, not named."""
    return _Search(problem).run()


def best_preference_points(problem: PlanningProblem) -> int:
    """The points of tier 5 that the best plan in tiers 1 to 4 can have."""
    return _PreferenceSearch(problem, best_values(problem)).run()


class _PreferenceSearch:
    """Every plan with the given values, the day and part of the day of each trip tried by themselves."""

    def __init__(self, problem: PlanningProblem, values: Values) -> None:
        self.problem, self.values = problem, values
        self.search = _Search(problem)
        self.most = -1

    def run(self) -> int:
        """Try what is done for whom, then every crew, day and part of the day."""
        for modes in product(*(_modes(person) for person in self.problem.people)):
            worth = self.search.worth_of_modes(modes)
            reviews = worth_of(self.search.reviews)
            if _add(worth, reviews) < self.values:
                continue
            done = [(p.offender_id, mode) for p, mode in zip(self.problem.people, modes, strict=True)]
            options = [self._options(*each) for each in done if each[1] is not None]
            self._place(worth, 0, options, ())
        return self.most

    def _options(self, offender_id: str, mode: bool | None) -> list[tuple[int, Trip]]:
        """The trips with their points, the most points first."""
        found = [
            trip._replace(starts=span) for trip in self.search.options(offender_id, mode) for span in PARTS_OF_DAY
        ]
        return sorted(((points_of(self.problem, trip), trip) for trip in found), reverse=True)

    def _place(
        self, worth: Values, points: int, options: list[list[tuple[int, Trip]]], trips: tuple[Trip, ...]
    ) -> None:
        if points + sum(each[0][0] for each in options if each) <= self.most:
            return
        if not options:
            if any(
                _add(worth, _best_reviews(self.problem, self.search.reviews, left)) == self.values
                for left, _ in self.search.weeks(trips)
            ):
                self.most = points
            return
        for more, trip in options[0]:
            if self.search.may_join(trip, trips):
                self._place(worth, points + more, options[1:], (*trips, trip))


def points_of(problem: PlanningProblem, trip: Trip) -> int:
    """3 points for the own officer, else 1 for the area; 2 for another slot, 2 for a wanted evening."""
    person, lead = problem.person_by_id[trip.offender_id], problem.officer_by_id[trip.crew[0]]
    of_lead = (
        3
        if person.own_officer_id == lead.officer_id
        else int(person.area is not None and person.area == lead.area)
    )
    part = PARTS_OF_DAY.index(trip.starts)
    is_used = (trip.on.weekday(), list(PartOfDay)[part]) in person.slots_to_avoid
    return of_lead + (0 if is_used else 2) + (2 if part == 2 and person.is_due_an_evening_visit else 0)


class _Search:
    def __init__(self, problem: PlanningProblem) -> None:
        self.problem = problem
        self.reviews = [task for person in problem.people for task in person.desk_tasks]
        self.schedules = cache(self._schedules)
        self.options = cache(lambda person, mode: list(_options(problem, problem.person_by_id[person], mode)))
        self.best = BestWeek((0, 0, 0, -1), (), ())
        # Taking a visit out can lengthen a route only where a travel table breaks the triangle inequality.
        self.may_prune = not problem.travel.table

    def run(self) -> BestWeek:
        """Try what is done for whom, the most valuable first, until nothing better is left."""
        choices = product(*(_modes(person) for person in self.problem.people))
        valued = [(self.worth_of_modes(modes), modes) for modes in choices]
        for worth, modes in sorted(valued, key=lambda each: each[0], reverse=True):
            most = _add(worth, worth_of(self.reviews))
            if most <= self.best.values:
                break
            chosen = [(p.offender_id, mode) for p, mode in zip(self.problem.people, modes, strict=True)]
            self._place(worth, most, [each for each in chosen if each[1] is not None], ())
        return self.best

    def worth_of_modes(self, modes: Sequence[bool | None]) -> Values:
        pairs = zip(self.problem.people, modes, strict=True)
        return worth_of(task for person, mode in pairs for task in tasks_met(person, mode))

    def _place(
        self, worth: Values, most: Values, chosen: list[tuple[str, bool | None]], trips: tuple[Trip, ...]
    ) -> None:
        if len(trips) == len(chosen):
            self._add_reviews(worth, trips)
            return
        for trip in self.options(*chosen[len(trips)]):
            if self.best.values == most:
                return
            if self.may_join(trip, trips):
                self._place(worth, most, chosen, (*trips, trip))

    def may_join(self, trip: Trip, trips: tuple[Trip, ...]) -> bool:
        others = (other.offender_id for other in trips if other.on == trip.on)
        if not all(self.problem.may_share_a_day(trip.offender_id, other) for other in others):
            return False
        return not self.may_prune or any(True for _ in self.weeks((*trips, trip)))

    def _add_reviews(self, worth: Values, trips: tuple[Trip, ...]) -> None:
        for left, starts in self.weeks(trips):
            values = _add(worth, _best_reviews(self.problem, self.reviews, left))
            if values > self.best.values:
                self.best = BestWeek(values, trips, tuple(starts[trip.offender_id] for trip in trips))

    def weeks(self, trips: tuple[Trip, ...]) -> Iterator[tuple[dict[str, int], dict[str, int]]]:
        """Every way to time the trips: the minutes left of each officer's week, and the starts."""
        left = {officer.officer_id: officer.week_minutes for officer in self.problem.officers}
        calls: dict[date, list[Call]] = {}
        for trip in trips:
            person = self.problem.person_by_id[trip.offender_id]
            desk = person.assessment_desk_minutes if trip.with_assessment else person.visit_desk_minutes
            left[trip.crew[0]] -= desk
            calls.setdefault(trip.on, []).append(Call(trip.offender_id, tuple(sorted(trip.crew)), trip.starts))
        for days in product(*(self.schedules(on, frozenset(of_day)) for on, of_day in calls.items())):
            remaining, starts = dict(left), dict[str, int]()
            for day in days:
                starts |= day.starts
                for officer_id, minutes in day.minutes.items():
                    remaining[officer_id] -= minutes
            if min(remaining.values(), default=0) >= 0:
                yield remaining, starts

    def _schedules(self, on: date, calls: frozenset[Call]) -> list[DaySchedule]:
        """The feasible days of which no other uses less of every officer."""
        kept: list[DaySchedule] = []
        for order in permutations(sorted(calls)):
            for found in _timed(self.problem, on, order, {}, {}):
                if not any(_uses_no_more(other, found) for other in kept):
                    kept = [other for other in kept if not _uses_no_more(found, other)] + [found]
        return kept


def _modes(person: Person) -> tuple[bool | None, ...]:
    """What may be done for the person: nothing, a visit (False), a visit with the assessment (True)."""
    if not person.has_place:
        return (None,)
    without = (False,) if person.visit_tasks else ()
    return (None, *without, True) if person.assessment_tasks else (None, *without)


def tasks_met(person: Person, with_assessment: bool | None) -> tuple[PlanTask, ...]:
    """The tasks that a trip to the person meets; none without a trip."""
    if with_assessment is None:
        return ()
    return (*person.visit_tasks, *(person.assessment_tasks if with_assessment else ()))


def _options(problem: PlanningProblem, person: Person, with_assessment: bool) -> Iterator[Trip]:
    needs_arms = with_assessment and any(task.kind is TaskKind.ARMS for task in person.assessment_tasks)
    able = [
        officer
        for officer in problem.officers
        if officer.visit_trained
        and (officer.officer_id, person.offender_id) not in problem.officers_kept_from_people
    ]
    for crew in permutations(able, person.officers_required):
        lead = crew[0]
        crew_ids = tuple(officer.officer_id for officer in crew)
        apart = len(crew) == 2 and tuple(sorted(crew_ids)) in problem.officers_kept_apart
        if lead.may_lead and (lead.arms_trained or not needs_arms) and not apart:
            for on in problem.days:
                if all(on in officer.days for officer in crew):
                    yield Trip(person.offender_id, crew_ids, on, with_assessment)


def _timed(
    problem: PlanningProblem,
    on: date,
    order: Sequence[Call],
    out: dict[str, Out],
    starts: dict[str, int],
) -> Iterator[DaySchedule]:
    """Every feasible day with the trips in this order, each at its earliest, by every choice of outings."""
    if not order:
        minutes = {officer_id: _back_at_base(problem, on, officer_id, each) for officer_id, each in out.items()}
        whole = {officer_id: used for officer_id, used in minutes.items() if used is not None}
        if len(whole) == len(minutes) and all(
            used <= problem.officer_by_id[officer_id].days[on].plannable_minutes
            for officer_id, used in whole.items()
        ):
            yield DaySchedule(whole, starts)
        return
    person, crew = problem.person_by_id[order[0].offender_id], order[0].crew
    ways = [list(_ways_to(problem, on, officer_id, person, out.get(officer_id))) for officer_id in crew]
    for chosen in product(*ways):
        start = _earliest_start(problem, on, person, order[0], chosen)
        if start is not None:
            there = {
                officer_id: way._replace(free_from=start + person.on_site_minutes)
                for officer_id, way in zip(crew, chosen, strict=True)
            }
            yield from _timed(problem, on, order[1:], out | there, starts | {person.offender_id: start})


def _ways_to(
    problem: PlanningProblem, on: date, officer_id: str, person: Person, now: Out | None
) -> Iterator[Out]:
    """The officer at the person's door: on from the last stop, or from base in a later outing."""
    home, base = home_of(person.offender_id), base_of(officer_id)
    first_outing, used = 0, 0
    if now is not None:
        leg = problem.travel.minutes(now.here, home)
        yield Out(now.outing, home, now.free_from + leg, now.minutes + leg + person.on_site_minutes)
        back = _back_at_base(problem, on, officer_id, now)
        if back is None:
            return
        first_outing, used = now.outing + 1, back
    leg = problem.travel.minutes(base, home)
    outings = problem.officer_by_id[officer_id].days[on].outings
    for number in range(first_outing, len(outings)):
        yield Out(number, home, outings[number].starts_at + leg, used + leg + person.on_site_minutes)


def _back_at_base(problem: PlanningProblem, on: date, officer_id: str, out: Out) -> int | None:
    """The minutes used when the officer is back, or None when the outing ends before that."""
    leg = problem.travel.minutes(out.here, base_of(officer_id))
    outing = problem.officer_by_id[officer_id].days[on].outings[out.outing]
    return out.minutes + leg if out.free_from + leg <= outing.ends_at else None


def _earliest_start(
    problem: PlanningProblem, on: date, person: Person, call: Call, ways: Sequence[Out]
) -> int | None:
    rows = [
        problem.officer_by_id[officer_id].days[on].outings[way.outing].rows
        for officer_id, way in zip(call.crew, ways, strict=True)
    ]
    lowest = max(person.earliest_start, call.starts[0], *(way.free_from for way in ways))
    starts = {lowest, *(row_start for of_officer in rows for row_start, _ in of_officer)}
    for start in sorted(start for start in starts if lowest <= start <= min(person.latest_start, call.starts[1])):
        end = start + person.on_site_minutes
        if all(any(low <= start and end <= high for low, high in of_officer) for of_officer in rows):
            return start
    return None


def _uses_no_more(one: DaySchedule, other: DaySchedule) -> bool:
    return all(used <= other.minutes[officer_id] for officer_id, used in one.minutes.items())


def _best_reviews(problem: PlanningProblem, reviews: Sequence[PlanTask], left: dict[str, int]) -> Values:
    if not reviews:
        return (0, 0, 0, 0)
    review, rest = reviews[0], reviews[1:]
    best = (0, 0, 0, 0)
    needed = problem.review_minutes[review.kind]
    for officer in problem.officers:
        if _may_review(officer, review.kind) and left[officer.officer_id] >= needed:
            less = left | {officer.officer_id: left[officer.officer_id] - needed}
            best = max(best, _add(worth_of([review]), _best_reviews(problem, rest, less)))
    if best == worth_of(reviews):
        return best
    return max(best, _best_reviews(problem, rest, left))


def _may_review(officer: PlannedOfficer, kind: TaskKind) -> bool:
    return officer.can_review and (officer.is_supervisor or kind is not TaskKind.SUPERVISOR_REVIEW)


def worth_of(tasks: Iterable[PlanTask]) -> Values:
    """The worth of the tasks, tier by tier."""
    totals = [0, 0, 0, 0]
    for task in tasks:
        totals[task.tier - 1] += task.worth
    return totals[0], totals[1], totals[2], totals[3]


def _add(one: Values, other: Values) -> Values:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]
