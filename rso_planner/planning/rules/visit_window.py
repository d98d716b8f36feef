"""A visit starts within the times that the person's record allows.

Source: the contract, offenders: visit_not_before and visit_not_after (earliest and latest start).
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips, start_minute
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words, time_in_words

NAME = "visit_window"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each trip that starts too early or too late for the person."""
    for trip in find_trips(problem, plan):
        person = problem.person_by_id.get(trip.offender_id)
        if person is None or person.earliest_start <= start_minute(trip) <= person.latest_start:
            continue
        early = start_minute(trip) < person.earliest_start
        yield Violation(
            rule=NAME,
            sentence=f"The visit to {trip.offender_id} on {day_in_words(trip.on)} "
            f"starts at {time_in_words(trip.starts_at)}, "
            f"{'earlier' if early else 'later'} than this person may be visited.",
            offender_id=trip.offender_id,
            on=trip.on,
        )
