"""Work goes to officers of the unit who are in the week's problem, and to somebody.

Source: the contract ('References must resolve').
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "officers_of_the_unit"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each officer whom the unit does not have, and each assignment without an officer."""
    for assignment in plan.assignments:
        work = f"the work for {assignment.offender_id} on {day_in_words(assignment.on)}"
        if not assignment.officer_ids:
            yield Violation(
                rule=NAME,
                sentence=f"Nobody is named for {work}.",
                offender_id=assignment.offender_id,
                on=assignment.on,
            )
        for officer_id in assignment.officer_ids:
            if officer_id not in problem.officer_by_id:
                yield Violation(
                    rule=NAME,
                    sentence=f"{officer_id}, named for {work}, is not an officer of the unit this week.",
                    offender_id=assignment.offender_id,
                    officer_id=officer_id,
                    on=assignment.on,
                )
