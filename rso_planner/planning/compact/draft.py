"""A week under construction: routes of each officer's day, earliest start times, minutes used.

Start times are the least solution of 'nobody starts before the crew can be there', so a new visit can only
push later ones back; a route is feasible exactly when those earliest times are.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from rso_planner.planning.compact.week_index import DAYS_A_WEEK, StartWindow, WeekIndex

NO_OFFICER = -1


@dataclass(frozen=True, slots=True)
class Trip:
    """One call at a person's home: by whom, on which day, and whether the assessment is made there."""

    person: int
    with_assessment: bool
    lead: int
    second: int
    day: int
    not_before: int = 0

    @property
    def officers(self) -> tuple[int, ...]:
        """The crew, the lead first."""
        return (self.lead,) if self.second == NO_OFFICER else (self.lead, self.second)


class Placed(NamedTuple):
    """A trip's earliest start and the window it lies in."""

    start: int
    window: StartWindow


class DraftWeek:
    """Trips and reviews placed so far; every change keeps each hard rule or leaves the draft as it was."""

    def __init__(self, index: WeekIndex) -> None:
        self.index = index
        officers = len(index.officers)
        self.trip_of: dict[int, Trip] = {}
        self.placed: dict[int, Placed] = {}
        self.routes: list[list[list[int]]] = [[[] for _ in range(DAYS_A_WEEK)] for _ in range(officers)]
        self.field_used = [[0] * DAYS_A_WEEK for _ in range(officers)]
        self.week_used = [0] * officers
        self.reviewer_of: dict[str, int] = {}

    def copy(self) -> "DraftWeek":
        """An independent copy that shares the index."""
        twin = DraftWeek.__new__(DraftWeek)
        twin.index = self.index
        twin.trip_of, twin.placed = dict(self.trip_of), dict(self.placed)
        twin.routes = [[list(route) for route in days] for days in self.routes]
        twin.field_used = [list(days) for days in self.field_used]
        twin.week_used = list(self.week_used)
        twin.reviewer_of = dict(self.reviewer_of)
        return twin

    def become(self, other: "DraftWeek") -> None:
        """Take over the other draft's content; the other must not be used any more."""
        self.trip_of, self.placed, self.routes = other.trip_of, other.placed, other.routes
        self.field_used, self.week_used = other.field_used, other.week_used
        self.reviewer_of = other.reviewer_of

    # -- trips

    def insert(self, trip: Trip, lead_position: int, second_position: int) -> bool:
        """Place the trip at these positions of its crew's routes; False, and nothing changed, if it fails."""
        positions = (lead_position, second_position)
        self.trip_of[trip.person] = trip
        for officer, position in zip(trip.officers, positions, strict=False):
            self.routes[officer][trip.day].insert(position, trip.person)
        moved = self._push_back_from(trip.person)
        if moved is not None:
            before = {person: self.placed.get(person) for person in moved}
            self.placed.update(moved)
            if self._take_minutes(trip, moved):
                return True
            self._restore(before)
        for officer in trip.officers:
            self.routes[officer][trip.day].remove(trip.person)
        del self.trip_of[trip.person]
        return False

    def remove(self, person: int) -> Trip:
        """Take the trip out; the others of that day move up to their earliest starts."""
        trip = self.trip_of.pop(person)
        del self.placed[person]
        self.week_used[trip.lead] -= self.index.desk_minutes(person, trip.with_assessment)
        for officer in trip.officers:
            self.routes[officer][trip.day].remove(person)
        for officer in {*trip.officers, *self._move_up(trip.day)}:
            self._recount(officer, trip.day)
        return trip

    def change_assessment(self, person: int, with_assessment: bool) -> bool:
        """Add the assessment to a trip, or take it off; False, and nothing changed, if a rule stops it."""
        trip = self.trip_of[person]
        if trip.lead not in self.index.leads(person, with_assessment):
            return False
        extra = self.index.desk_minutes(person, with_assessment) - self.index.desk_minutes(
            person, trip.with_assessment
        )
        if self.week_used[trip.lead] + extra > self.index.week_minutes[trip.lead]:
            return False
        self.week_used[trip.lead] += extra
        self.trip_of[person] = replace(trip, with_assessment=with_assessment)
        return True

    def start_of(self, person: int) -> int:
        """The trip's start in minutes since midnight."""
        return self.placed[person].start

    def may_be_visited_on(self, person: int, day: int) -> bool:
        """Tell whether nobody who must be kept apart from the person is visited that day."""
        for other in self.index.apart_from.get(person, ()):
            trip = self.trip_of.get(other)
            if trip is not None and trip.day == day:
                return False
        return True

    # -- reviews

    @property
    def is_within_minutes(self) -> bool:
        """Tell whether every day and week fits; taking a visit out can make another leave base once more."""
        index = self.index
        return all(
            self.week_used[officer] <= index.week_minutes[officer]
            and all(used <= most for used, most in zip(days, index.plannable[officer], strict=True))
            for officer, days in enumerate(self.field_used)
        )

    def place_review(self, task_id: str, officer: int, minutes: int) -> bool:
        """Give the review to the officer; False when the week's minutes do not allow it."""
        if self.week_used[officer] + minutes > self.index.week_minutes[officer]:
            return False
        self.week_used[officer] += minutes
        self.reviewer_of[task_id] = officer
        return True

    def remove_review(self, task_id: str, minutes: int) -> None:
        """Take the review back."""
        self.week_used[self.reviewer_of.pop(task_id)] -= minutes

    # -- times and minutes

    def _predecessors(self, trip: Trip) -> Iterator[tuple[int, int]]:
        for officer in trip.officers:
            route = self.routes[officer][trip.day]
            position = route.index(trip.person)
            if position:
                yield officer, route[position - 1]

    def _earliest(self, trip: Trip, placed: dict[int, Placed]) -> Placed | None:
        index = self.index
        second = None if trip.second == NO_OFFICER else trip.second
        before = [
            (officer, other, self._outing_of(officer, other, placed))
            for officer, other in self._predecessors(trip)
        ]
        for window in index.start_windows(trip.person, trip.lead, second, trip.day):
            start = max(window.earliest, trip.not_before)
            for officer, other, outing in before:
                mine = window.lead_outing if officer == trip.lead else window.second_outing
                if outing > mine:
                    break
                if outing == mine:
                    end = self._start(other, placed) + index.people[other].on_site_minutes
                    start = max(start, end + index.leg[other][trip.person])
            else:
                if start <= window.latest:
                    return Placed(start, window)
        return None

    def _start(self, person: int, placed: dict[int, Placed]) -> int:
        return (placed.get(person) or self.placed[person]).start

    def _outing_of(self, officer: int, person: int, placed: dict[int, Placed]) -> int:
        window = (placed.get(person) or self.placed[person]).window
        return window.lead_outing if self.trip_of[person].lead == officer else window.second_outing

    def _push_back_from(self, person: int) -> dict[int, Placed] | None:
        """The earliest times of the trip and of all that it pushes back, or None when they do not fit."""
        moved: dict[int, Placed] = {}
        waiting = [person]
        # More pushes than that mean that two crews wait for each other.
        rounds_left = 4 * len(self.trip_of) + 8
        while waiting:
            rounds_left -= 1
            current = waiting.pop(0)
            trip = self.trip_of[current]
            if rounds_left < 0 or any(
                other not in moved and other not in self.placed for _, other in self._predecessors(trip)
            ):
                return None
            placed = self._earliest(trip, moved)
            if placed is None:
                return None
            if placed == moved.get(current, self.placed.get(current)):
                continue
            moved[current] = placed
            for officer in trip.officers:
                route = self.routes[officer][trip.day]
                waiting.extend(route[route.index(current) + 1 :][:1])
        return moved

    def _move_up(self, day: int) -> set[int]:
        """Recompute the day from scratch after a trip went, so that others may be earlier; whose time changed."""
        of_day = [person for person, trip in self.trip_of.items() if trip.day == day]
        fresh: dict[int, Placed] = {}
        for person in sorted(of_day, key=lambda each: (self.placed[each].start, each)):
            placed = self._earliest(self.trip_of[person], fresh)
            fresh[person] = placed or self.placed[person]
        moved = [person for person in of_day if fresh[person] != self.placed[person]]
        self.placed.update(fresh)
        return {officer for person in moved for officer in self.trip_of[person].officers}

    def route_minutes(self, officer: int, day: int) -> int:
        """Time on site and travel of the officer's day, each outing from base and back to it."""
        index, base, total, here = self.index, self.index.base(officer), 0, -1
        outing = None
        for person in self.routes[officer][day]:
            this_outing = self._outing_of(officer, person, {})
            if this_outing != outing:
                total += index.leg[here][base] if here >= 0 else 0
                here, outing = base, this_outing
            total += index.leg[here][person] + index.people[person].on_site_minutes
            here = person
        return total + (index.leg[here][base] if here >= 0 else 0)

    def _take_minutes(self, trip: Trip, moved: dict[int, Placed]) -> bool:
        touched = sorted({officer for person in moved for officer in self.trip_of[person].officers})
        field = {officer: self.route_minutes(officer, trip.day) for officer in touched}
        desk = self.index.desk_minutes(trip.person, trip.with_assessment)
        for officer, minutes in field.items():
            week = self.week_used[officer] + minutes - self.field_used[officer][trip.day]
            week += desk if officer == trip.lead else 0
            if minutes > self.index.plannable[officer][trip.day] or week > self.index.week_minutes[officer]:
                return False
        for officer, minutes in field.items():
            self.week_used[officer] += minutes - self.field_used[officer][trip.day]
            self.field_used[officer][trip.day] = minutes
        self.week_used[trip.lead] += desk
        return True

    def _restore(self, before: dict[int, Placed | None]) -> None:
        for person, placed in before.items():
            if placed is None:
                del self.placed[person]
            else:
                self.placed[person] = placed

    def _recount(self, officer: int, day: int) -> None:
        minutes = self.route_minutes(officer, day)
        self.week_used[officer] += minutes - self.field_used[officer][day]
        self.field_used[officer][day] = minutes
