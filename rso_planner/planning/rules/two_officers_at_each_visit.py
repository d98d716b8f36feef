"""Two visit-trained officers make each visit; one only where an authority for that person is recorded.

Source: rules.md, officers_required (HMICFRS, letter to Cambridgeshire, December 2024).
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Assignment, Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "two_officers_at_each_visit"
_LARGEST_CREW = 2


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each visit with too few or too many different officers, and each officer who is not visit-trained."""
    for trip in find_trips(problem, plan):
        visit = f"visit to {trip.offender_id} on {day_in_words(trip.on)}"
        yield from _crew_of_the_wrong_size(problem, trip, visit)
        for officer_id in dict.fromkeys(trip.officer_ids):
            officer = problem.officer_by_id.get(officer_id)
            if officer and not officer.visit_trained:
                yield Violation(
                    rule=NAME,
                    sentence=f"{officer_id}, named for the {visit}, is not trained for visits.",
                    offender_id=trip.offender_id,
                    officer_id=officer_id,
                    on=trip.on,
                )


def _crew_of_the_wrong_size(problem: PlanningProblem, trip: Assignment, visit: str) -> Iterator[Violation]:
    person = problem.person_by_id.get(trip.offender_id)
    needed = person.officers_required if person else 0
    different = len(set(trip.officer_ids))
    sentence = None
    if different < needed:
        sentence = f"The {visit} has {different} of the {needed} different officers it needs."
    elif len(trip.officer_ids) > _LARGEST_CREW:
        sentence = f"The {visit} names {len(trip.officer_ids)} officers; a crew is two at most."
    if sentence:
        yield Violation(rule=NAME, sentence=sentence, offender_id=trip.offender_id, on=trip.on)
