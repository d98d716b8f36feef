"""Seeing a person meets every visit that is due: a plan with a trip to the person leaves none of them out.

Source: rules.md, arms_with_visit ('one trip, two duties met'), Retry ('one trip meets both'), and Workload
(the interview of an assessment is a visit). The assessment itself may be left for another week.
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import find_trips
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "one_trip_meets_every_visit_due"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each visit task that the plan leaves out although it sends officers to the person."""
    planned = {task_id for assignment in plan.assignments for task_id in assignment.task_ids}
    first_trip = {trip.offender_id: trip for trip in reversed(list(find_trips(problem, plan)))}
    for offender_id, trip in first_trip.items():
        person = problem.person_by_id.get(offender_id)
        for task in person.visit_tasks if person else ():
            if task.task_id not in planned:
                yield Violation(
                    rule=NAME,
                    sentence=f"{offender_id} is seen on {day_in_words(trip.on)}, which meets task "
                    f"{task.task_id} too; the plan leaves it out.",
                    offender_id=offender_id,
                    on=trip.on,
                )
