"""An ARMS assessment is made by a lead who is trained in ARMS; an 'other assessment' needs no such training.

Source: rules.md, arms_with_visit ('needs an ARMS-trained lead') and Traps (ARMS by an untrained lead).
"""

from collections.abc import Iterator

from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips, kinds_of
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "arms_by_an_arms_trained_lead"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each trip with an ARMS assessment whose lead is not ARMS-trained."""
    for trip in find_trips(problem, plan):
        lead = problem.officer_by_id.get(trip.lead_id) if trip.officer_ids else None
        if lead and not lead.arms_trained and TaskKind.ARMS in kinds_of(problem, trip):
            yield Violation(
                rule=NAME,
                sentence=f"{lead.officer_id} leads the ARMS assessment of {trip.offender_id} on "
                f"{day_in_words(trip.on)} and is not trained in ARMS.",
                offender_id=trip.offender_id,
                officer_id=lead.officer_id,
                on=trip.on,
            )
