"""A plan is for one week, Monday to Sunday, and nothing in it lies on another day.

Source: the contract (`plan --week MONDAY`).
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "plan_within_the_week"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """A plan of another week, and each assignment on a day outside the week."""
    week = f"the week of {day_in_words(problem.week)}"
    if plan.week != problem.week:
        yield Violation(rule=NAME, sentence=f"The plan is for another week than {week}.", on=plan.week)
    for assignment in plan.assignments:
        if assignment.on not in problem.days:
            yield Violation(
                rule=NAME,
                sentence=f"The work for {assignment.offender_id} on {day_in_words(assignment.on)} "
                f"is not within {week}.",
                offender_id=assignment.offender_id,
                on=assignment.on,
            )
