"""The first assessment after registration or release: 84 days police-led; probation-led 15 days.

Rule arms_first, policy. Sources: 84 days assumed; 15 days APP. A probation-led first assessment is another
agency's task: shown, never planned. A person back in the community whose assessment was out of date on that day
has 84 days from it; one that was current keeps its date. Transfer in and return to active leave the clock
alone.
"""

from datetime import date, timedelta

from rso_planner.domain.case import Case
from rso_planner.domain.duties.arms_cycle import cycle_due_on
from rso_planner.domain.duties.arms_significant_event import significant_days_after
from rso_planner.domain.duties.clock_suspension import back_in_community_on
from rso_planner.domain.offender import LeadAgency
from rso_planner.domain.policy import PlanningPolicy


def first_counts_from(case: Case) -> date:
    """The later of registration and the return to the community."""
    return max(case.offender.registered_on, back_in_community_on(case) or date.min)


def is_first_by_probation(case: Case) -> bool:
    """Tell whether a first assessment is probation's; a lead agency that is not known counts as the police."""
    return case.offender.lead_agency is LeadAgency.PROBATION


def first_due_on(counts_from: date, policy: PlanningPolicy) -> date:
    """When a police-led first assessment is due."""
    return counts_from + timedelta(days=policy.arms_first_police_led)


def first_due_on_by_probation(counts_from: date, policy: PlanningPolicy) -> date:
    """When a probation-led first assessment is due."""
    return counts_from + timedelta(days=policy.arms_first_probation_led)


def find_stale_return(case: Case, policy: PlanningPolicy, completed_on: date) -> date | None:
    """The day of a return to the community on which the assessment was already out of date, if there is one."""
    back_on = back_in_community_on(case)
    if back_on is None or back_on <= completed_on:
        return None
    was_marred = any(day < back_on for day in significant_days_after(case, completed_on))
    return back_on if was_marred or cycle_due_on(completed_on, policy) < back_on else None
