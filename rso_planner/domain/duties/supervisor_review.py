"""A supervisor reviews very high risk monthly, high quarterly, others yearly.

Rule supervisor_review, policy, assumed.
"""

from rso_planner.domain.case import Case
from rso_planner.domain.duties.review_clock import review_after
from rso_planner.domain.interval import months
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskKind


def find_supervisor_review(case: Case, policy: PlanningPolicy) -> Task:
    """The next review of the person's case by a supervisor."""
    return review_after(
        case,
        TaskKind.SUPERVISOR_REVIEW,
        reviewed_on=case.offender.supervisor_reviewed_on,
        cycle=months(policy.supervisor_review[case.offender.risk_level]),
        words="Supervisor's review",
    )
