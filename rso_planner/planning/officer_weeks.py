"""What a plan takes of each officer's week, and the legs that its trips show."""

from rso_planner.domain.officer_week import OfficerWeek
from rso_planner.domain.task import ASSESSMENT_KINDS
from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.assigned_work import is_trip, kinds_of, length_minutes
from rso_planner.planning.officer_routes import officer_routes
from rso_planner.planning.problem import PlanningProblem


def officer_weeks(problem: PlanningProblem, plan: VisitPlan) -> tuple[OfficerWeek, ...]:
    """The minutes of every officer of the problem, in the problem's order, with nothing planned too.

    Travel holds the ways back to base; desk holds reviews, and the lead's preparation and write-up.
    """
    on_site = dict.fromkeys(problem.officer_by_id, 0)
    travel = dict.fromkeys(problem.officer_by_id, 0)
    desk = dict.fromkeys(problem.officer_by_id, 0)
    for route in officer_routes(problem, plan):
        on_site[route.officer_id] += route.on_site_minutes
        travel[route.officer_id] += route.travel_minutes
    for assignment in plan.assignments:
        if assignment.officer_ids and assignment.lead_id in desk:
            desk[assignment.lead_id] += desk_minutes(problem, assignment)
    return tuple(
        OfficerWeek(
            officer_id=officer.officer_id,
            plannable_minutes=officer.week_minutes,
            on_site_minutes=on_site[officer.officer_id],
            travel_minutes=travel[officer.officer_id],
            desk_minutes=desk[officer.officer_id],
        )
        for officer in problem.officers
    )


def desk_minutes(problem: PlanningProblem, assignment: Assignment) -> int:
    """The lead's desk time for the assignment: a review as long as planned, a trip by what it holds."""
    if not is_trip(problem, assignment):
        return max(0, length_minutes(assignment))
    person = problem.person_by_id.get(assignment.offender_id)
    if person is None:
        return 0
    if ASSESSMENT_KINDS.isdisjoint(kinds_of(problem, assignment)):
        return person.visit_desk_minutes
    return person.assessment_desk_minutes


def travel_legs(problem: PlanningProblem, plan: VisitPlan) -> tuple[tuple[int, ...], ...]:
    """For each assignment of the plan, in its order, each officer's minutes of the leg to it; () at a desk.

    The leg starts at base, or at the officer's visit before it in the same outing. It is 0 for an officer or
    a place that the problem does not know, which only a plan that breaks a rule has.
    """
    legs = {
        (visit.index, route.officer_id): visit.leg_minutes
        for route in officer_routes(problem, plan)
        for visit in route.visits
    }
    return tuple(
        tuple(legs.get((index, officer_id), 0) for officer_id in assignment.officer_ids)
        if is_trip(problem, assignment)
        else ()
        for index, assignment in enumerate(plan.assignments)
    )
