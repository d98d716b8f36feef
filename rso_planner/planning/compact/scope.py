"""The part of a week that one CP-SAT model decides anew; the rest of the draft stands."""

from dataclasses import dataclass

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
