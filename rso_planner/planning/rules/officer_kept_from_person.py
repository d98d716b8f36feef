"""An officer who is kept from a person does not visit that person.

Source: the contract, separations: officer_offender.
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "officer_kept_from_person"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each trip with an officer who is kept from the person."""
    for trip in find_trips(problem, plan):
        for officer_id in dict.fromkeys(trip.officer_ids):
            if (officer_id, trip.offender_id) in problem.officers_kept_from_people:
                yield Violation(
                    rule=NAME,
                    sentence=f"{officer_id} must not visit {trip.offender_id}; the plan sends them together "
                    f"on {day_in_words(trip.on)}.",
                    offender_id=trip.offender_id,
                    officer_id=officer_id,
                    on=trip.on,
                )
