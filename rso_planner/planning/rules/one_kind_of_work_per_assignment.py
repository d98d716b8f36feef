"""An assignment is one trip or one review: they are not mixed, and reviews are planned one by one.

Source: rules.md, Workload: a review has desk minutes of its own and one officer; a trip has two.
"""

from collections.abc import Iterator

from rso_planner.domain.task import DESK_KINDS
from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.assigned_work import kinds_of
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "one_kind_of_work_per_assignment"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each assignment that holds a review and anything else."""
    for assignment in plan.assignments:
        kinds = kinds_of(problem, assignment)
        reviews = sum(kind in DESK_KINDS for kind in kinds)
        if reviews and len(kinds) > 1:
            beside = "another review" if reviews == len(kinds) else "a visit"
            yield Violation(
                rule=NAME,
                sentence=f"The work for {assignment.offender_id} on {day_in_words(assignment.on)} "
                f"puts a review and {beside} into one; plan each review by itself.",
                offender_id=assignment.offender_id,
                on=assignment.on,
            )
