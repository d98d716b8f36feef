"""The risk management plan (RMP) has its own clock beside the visit's: every 4 months (high, very high) or 12.

Rule rmp_review, policy. Sources: HM Inspectorate of Probation 2010 (4 months for high); the rest assumed. It
is reviewed with each visit and at least so often.
"""

from rso_planner.domain.case import Case
from rso_planner.domain.duties.review_clock import review_after
from rso_planner.domain.interval import months
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskKind


def find_rmp_review(case: Case, policy: PlanningPolicy) -> Task:
    """The next review of the person's risk management plan."""
    return review_after(
        case,
        TaskKind.RMP_REVIEW,
        reviewed_on=case.offender.rmp_reviewed_on,
        cycle=months(policy.rmp_review[case.offender.risk_level]),
        words="Review of the risk management plan",
    )
