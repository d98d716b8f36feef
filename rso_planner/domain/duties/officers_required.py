"""Two visit-trained people; one only where a named authority is recorded.

For the person (`lone_visit_authorised_by`) or, in the policy, for a risk level. Rule officers_required, policy.
Source: HMICFRS, letter to Cambridgeshire, December 2024.
"""

from rso_planner.domain.offender import Offender
from rso_planner.domain.policy import PlanningPolicy


def officers_required(offender: Offender, policy: PlanningPolicy) -> int:
    """How many officers go: the person's own number, else 1 with an authority, else the policy's for the risk."""
    if offender.officers_required is not None:
        return offender.officers_required
    if offender.lone_visit_authorised_by:
        return 1
    return policy.officers_required[offender.risk_level]
