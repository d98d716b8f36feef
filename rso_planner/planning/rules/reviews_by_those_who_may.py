"""A review is done by one officer who does reviews; a supervisor's review by a supervisor.

Source: rules.md, Workload (minutes of one officer) and supervisor_review.
"""

from collections.abc import Iterator

from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import Assignment, Violation, VisitPlan
from rso_planner.planning.assigned_work import find_desk_work, kinds_of
from rso_planner.planning.problem import PlannedOfficer, PlanningProblem
from rso_planner.planning.wording import day_in_words

NAME = "reviews_by_those_who_may"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each review with more than one officer, and each officer who may not do it."""
    for desk_work in find_desk_work(problem, plan):
        review = f"review of {desk_work.offender_id} on {day_in_words(desk_work.on)}"
        if len(desk_work.officer_ids) > 1:
            yield _violation(desk_work, f"The {review} names {len(desk_work.officer_ids)} officers; one does it.")
        needs_supervisor = TaskKind.SUPERVISOR_REVIEW in kinds_of(problem, desk_work)
        for officer_id in dict.fromkeys(desk_work.officer_ids):
            officer = problem.officer_by_id.get(officer_id)
            if officer and not officer.can_review:
                yield _violation(desk_work, f"{officer_id} does no reviews; the {review} needs another.", officer)
            elif officer and needs_supervisor and not officer.is_supervisor:
                yield _violation(
                    desk_work, f"{officer_id} is no supervisor; the supervisor's {review} needs one.", officer
                )


def _violation(desk_work: Assignment, sentence: str, officer: PlannedOfficer | None = None) -> Violation:
    return Violation(
        rule=NAME,
        sentence=sentence,
        offender_id=desk_work.offender_id,
        officer_id=officer.officer_id if officer else None,
        on=desk_work.on,
    )
