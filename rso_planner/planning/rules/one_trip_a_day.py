"""A person is visited once a day at most: one trip meets all that is due.

Source: rules.md, Retry ('one trip meets both') and arms_with_visit ('one trip, two duties met').
"""

from collections import Counter
from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "one_trip_a_day"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each person and day with more than one trip."""
    counts = Counter((trip.offender_id, trip.on) for trip in find_trips(problem, plan))
    for (offender_id, on), count in counts.items():
        if count > 1:
            yield Violation(
                rule=NAME,
                sentence=f"{offender_id} is visited {count} times on {day_in_words(on)}; one trip meets all.",
                offender_id=offender_id,
                on=on,
            )
