"""What an assignment of a plan is: a trip or desk work, when and for how long, by the problem's own tasks."""

from collections.abc import Iterator

from rso_planner.domain.officer import minute_of_day
from rso_planner.domain.task import DESK_KINDS, TaskKind
from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.problem import PlanningProblem


def kinds_of(problem: PlanningProblem, assignment: Assignment) -> tuple[TaskKind, ...]:
    """The kinds of the assignment's tasks; the plan's word counts only for tasks that the problem lacks."""
    kinds = []
    for position, task_id in enumerate(assignment.task_ids):
        task = problem.task_by_id.get(task_id)
        if task is not None:
            kinds.append(task.kind)
        elif position < len(assignment.kinds):
            kinds.append(assignment.kinds[position])
    return tuple(kinds)


def is_trip(problem: PlanningProblem, assignment: Assignment) -> bool:
    """Tell whether officers go out for it; only an assignment of nothing but reviews is desk work."""
    kinds = kinds_of(problem, assignment)
    return not kinds or not DESK_KINDS.issuperset(kinds)


def find_trips(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Assignment]:
    """The plan's trips, in the plan's order."""
    return (assignment for assignment in plan.assignments if is_trip(problem, assignment))


def find_desk_work(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Assignment]:
    """The plan's desk work, in the plan's order."""
    return (assignment for assignment in plan.assignments if not is_trip(problem, assignment))


def start_minute(assignment: Assignment) -> int:
    """Minutes since midnight at which the assignment starts."""
    return minute_of_day(assignment.starts_at)


def end_minute(assignment: Assignment) -> int:
    """Minutes since midnight at which the assignment ends."""
    return minute_of_day(assignment.ends_at)


def length_minutes(assignment: Assignment) -> int:
    """Minutes from start to end; negative when the end is before the start."""
    return end_minute(assignment) - start_minute(assignment)
