"""A task is planned once at most: work done is not done again.

Source: the contract ('every task of the problem is in exactly one of the two lists').
"""

from collections import Counter
from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.problem import PlanningProblem

NAME = "each_task_once"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each task that the plan names more than once."""
    counts = Counter(task_id for assignment in plan.assignments for task_id in assignment.task_ids)
    for task_id, count in counts.items():
        if count > 1:
            task = problem.task_by_id.get(task_id)
            yield Violation(
                rule=NAME,
                sentence=f"Task {task_id} is planned {count} times; it is done once.",
                offender_id=task.offender_id if task else None,
            )
