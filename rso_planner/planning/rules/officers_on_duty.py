"""Officers are on duty for what they do: time on site, and a review, lie within one rostered row of that day.

Source: the contract, duties and absences; rules.md, Workload (a duty row starts and ends at base).
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Assignment, Violation, VisitPlan
from rso_planner.planning.assigned_work import end_minute, is_trip, start_minute
from rso_planner.planning.problem import PlannedOfficer, PlanningProblem
from rso_planner.planning.wording import day_in_words, time_in_words

NAME = "officers_on_duty"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each officer of an assignment who is off that day of the week, or not on duty for all of it."""
    in_week = (assignment for assignment in plan.assignments if assignment.on in problem.days)
    for assignment in in_week:
        work = "visit to" if is_trip(problem, assignment) else "review of"
        for officer_id in dict.fromkeys(assignment.officer_ids):
            officer = problem.officer_by_id.get(officer_id)
            lack = _find_lack(officer, assignment) if officer else None
            if lack:
                yield Violation(
                    rule=NAME,
                    sentence=f"{officer_id} {lack}; the {work} {assignment.offender_id} is planned then.",
                    offender_id=assignment.offender_id,
                    officer_id=officer_id,
                    on=assignment.on,
                )


def _find_lack(officer: PlannedOfficer, assignment: Assignment) -> str | None:
    day = officer.days.get(assignment.on)
    start, end = start_minute(assignment), end_minute(assignment)
    if day is None:
        return f"has no time for planned work on {day_in_words(assignment.on)}"
    if any(outing.is_on_duty(start, end) for outing in day.outings):
        return None
    return (
        f"is not on duty from {time_in_words(assignment.starts_at)} to {time_in_words(assignment.ends_at)} "
        f"on {day_in_words(assignment.on)}"
    )
