"""Two officers who are kept apart do not go out in one crew.

Source: the contract, separations: officers.
"""

from collections.abc import Iterator
from itertools import combinations

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "officers_kept_apart"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each trip whose crew holds two officers who are kept apart."""
    for trip in find_trips(problem, plan):
        for first_id, second_id in combinations(sorted(set(trip.officer_ids)), 2):
            if (first_id, second_id) in problem.officers_kept_apart:
                yield Violation(
                    rule=NAME,
                    sentence=f"{first_id} and {second_id} must not go out together; the plan sends both to "
                    f"{trip.offender_id} on {day_in_words(trip.on)}.",
                    offender_id=trip.offender_id,
                    officer_id=first_id,
                    on=trip.on,
                )
