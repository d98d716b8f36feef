"""The time planned is enough: a visit has its minutes on site, a review its minutes at the desk.

Source: rules.md, Workload (on site 60 or 45 minutes by risk; minutes of each kind of review).
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Assignment, Violation, VisitPlan
from rso_planner.planning.assigned_work import is_trip, kinds_of, length_minutes
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words, minutes_in_words

NAME = "time_for_the_visit"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each assignment that is shorter than its work."""
    for assignment in plan.assignments:
        needed, planned = _needed_minutes(problem, assignment), length_minutes(assignment)
        if planned < needed:
            work = "visit to" if is_trip(problem, assignment) else "review of"
            yield Violation(
                rule=NAME,
                sentence=f"The {work} {assignment.offender_id} on {day_in_words(assignment.on)} has "
                f"{minutes_in_words(max(0, planned))}; it needs {minutes_in_words(needed)}.",
                offender_id=assignment.offender_id,
                on=assignment.on,
            )


def _needed_minutes(problem: PlanningProblem, assignment: Assignment) -> int:
    if not is_trip(problem, assignment):
        return sum(problem.review_minutes[kind] for kind in kinds_of(problem, assignment))
    person = problem.person_by_id.get(assignment.offender_id)
    return person.on_site_minutes if person else 0
