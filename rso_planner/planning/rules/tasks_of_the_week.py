"""A plan places the work that is due in the week, for the person whose work it is, under its own kind.

Source: rules.md, Words (a task is work due); end_of_management, missing_or_wanted and clock_suspension, which
leave people without tasks: a task that is not in the week's problem may not be planned.
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Assignment, Violation, VisitPlan
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "tasks_of_the_week"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each task that is not due, is somebody else's or is called another kind; assignments without one."""
    for assignment in plan.assignments:
        for sentence in _sentences(problem, assignment):
            yield Violation(rule=NAME, sentence=sentence, offender_id=assignment.offender_id, on=assignment.on)


def _sentences(problem: PlanningProblem, assignment: Assignment) -> Iterator[str]:
    day = day_in_words(assignment.on)
    if not assignment.task_ids:
        yield f"The work for {assignment.offender_id} on {day} holds no task."
    if len(assignment.kinds) != len(assignment.task_ids):
        yield f"The work for {assignment.offender_id} on {day} does not name one kind for each of its tasks."
    for position, task_id in enumerate(assignment.task_ids):
        task = problem.task_by_id.get(task_id)
        kind = assignment.kinds[position] if position < len(assignment.kinds) else None
        if task is None:
            yield f"Task {task_id}, planned on {day}, is not among the work of this week."
        elif task.offender_id != assignment.offender_id:
            yield f"Task {task_id}, planned on {day} for {assignment.offender_id}, is {task.offender_id}'s."
        elif kind is not None and kind is not task.kind:
            yield f"Task {task_id}, planned on {day} as {kind.value}, is of the kind {task.kind.value}."
