"""Nobody is visited without a place: no fixed abode without one is an enquiry, never a default point.

Source: rules.md, no_fixed_abode (College of Policing, authorised professional practice).
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "known_place"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each trip to a person without a place."""
    for trip in find_trips(problem, plan):
        person = problem.person_by_id.get(trip.offender_id)
        if person and not person.has_place:
            yield Violation(
                rule=NAME,
                sentence=f"No place is known for {trip.offender_id}, so the visit on {day_in_words(trip.on)} "
                "cannot be made; make an enquiry.",
                offender_id=trip.offender_id,
                on=trip.on,
            )
