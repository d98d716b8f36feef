"""Two people who are kept apart are never visited on one day, by anybody.

Source: the contract, separations: offenders; rules.md, Traps (the neighbour's visit on the same day).
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "people_kept_apart"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each day on which both of such a pair are visited."""
    visited = {(trip.offender_id, trip.on) for trip in find_trips(problem, plan)}
    days = sorted({on for _, on in visited})
    for first_id, second_id in sorted(problem.people_kept_apart):
        for on in days:
            if (first_id, on) in visited and (second_id, on) in visited:
                yield Violation(
                    rule=NAME,
                    sentence=f"{first_id} and {second_id} must not be visited on one day; "
                    f"the plan visits both on {day_in_words(on)}.",
                    offender_id=first_id,
                    on=on,
                )
