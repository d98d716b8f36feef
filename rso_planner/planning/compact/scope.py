"""The part of a week that one CP-SAT model decides anew; the rest of the draft stands."""

from collections.abc import Collection
from dataclasses import dataclass

from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.greedy import reviewers_of
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.problem import PlanTask


@dataclass(frozen=True, slots=True)
class Scope:
    """Officer-days to be routed anew, people who may be visited on them, reviews that may be given anew.

    `week_room` is each officer's minutes of the week that the rest of the draft leaves.
    """

    officer_days: tuple[tuple[int, int], ...]
    people: tuple[int, ...]
    reviews: tuple[PlanTask, ...]
    week_room: tuple[int, ...]
    closed_days: frozenset[tuple[int, int]]

    def may_visit_on(self, person: int, day: int) -> bool:
        """Tell whether nobody outside the scope who is kept apart from the person is visited that day."""
        return (person, day) not in self.closed_days


def whole_week(index: WeekIndex) -> Scope:
    """Everything is decided."""
    return Scope(
        officer_days=tuple(
            (officer, day)
            for officer in range(len(index.officers))
            for day in range(DAYS_A_WEEK)
            if index.plannable[officer][day]
        ),
        people=tuple(range(len(index.people))),
        reviews=tuple(task for task in index.reviews if reviewers_of(index, task)),
        week_room=tuple(index.week_minutes),
        closed_days=frozenset(),
    )


def some_days(
    draft: DraftWeek, officers: Collection[int], days: Collection[int], left_out: Collection[int]
) -> tuple[Scope, DraftWeek]:
    """The days of these officers and of all who go out with them, with the draft emptied of those trips.

    `left_out` are people without a trip who may get one.
    """
    emptied = draft.copy()
    officer_days: list[tuple[int, int]] = []
    people: list[int] = []
    for day in sorted(days):
        crew = _who_go_out_together(draft, officers, day)
        officer_days += [(officer, day) for officer in crew if draft.index.plannable[officer][day]]
        people += [person for officer in crew for person in draft.routes[officer][day]]
    people = sorted(set(people))
    for person in people:
        emptied.remove(person)
    return _scope_of(emptied, officer_days, people, left_out), emptied


def _scope_of(
    emptied: DraftWeek, officer_days: list[tuple[int, int]], people: list[int], left_out: Collection[int]
) -> Scope:
    index = emptied.index
    chosen = tuple(sorted({*people, *left_out}))
    return Scope(
        officer_days=tuple(sorted(officer_days)),
        people=chosen,
        reviews=(),
        week_room=tuple(
            available - used for available, used in zip(index.week_minutes, emptied.week_used, strict=True)
        ),
        closed_days=frozenset(
            (person, day)
            for person in chosen
            for day in range(DAYS_A_WEEK)
            if not emptied.may_be_visited_on(person, day)
        ),
    )


def _who_go_out_together(draft: DraftWeek, officers: Collection[int], day: int) -> list[int]:
    found, waiting = set(officers), list(officers)
    while waiting:
        for person in draft.routes[waiting.pop()][day]:
            for other in draft.trip_of[person].officers:
                if other not in found:
                    found.add(other)
                    waiting.append(other)
    return sorted(found)
