"""A visit is led by an officer who may lead.

Source: the contract, officers: may_lead ('holds for every visit').
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "lead_may_lead"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each trip whose lead may not lead."""
    for trip in find_trips(problem, plan):
        lead = problem.officer_by_id.get(trip.lead_id) if trip.officer_ids else None
        if lead and not lead.may_lead:
            yield Violation(
                rule=NAME,
                sentence=f"{lead.officer_id} may not lead, and is to lead the visit to {trip.offender_id} "
                f"on {day_in_words(trip.on)}.",
                offender_id=trip.offender_id,
                officer_id=lead.officer_id,
                on=trip.on,
            )
