"""None, current, out of date, due soon. 'Has had one' and 'is current' are different figures.

Rule arms_states, law. Source: SEED. Due soon is within 30 days and still current. The states run on by dates
while the person is away, missing or wanted.
"""

from datetime import date, timedelta
from enum import StrEnum

from rso_planner.domain.case import Case
from rso_planner.domain.duties.arms_cycle import cycle_due_on, last_completed_on
from rso_planner.domain.duties.arms_significant_event import significant_days_after
from rso_planner.domain.policy import PlanningPolicy

_DUE_SOON = timedelta(days=30)


class ArmsState(StrEnum):
    """Where a person's assessment stands."""

    NONE = "none"
    CURRENT = "current"
    OUT_OF_DATE = "out_of_date"
    DUE_SOON = "due_soon"

    @property
    def is_current(self) -> bool:
        """Tell whether the assessment still holds; one that is due soon does."""
        return self in (ArmsState.CURRENT, ArmsState.DUE_SOON)


def arms_state(case: Case, policy: PlanningPolicy, as_of: date) -> ArmsState:
    """Where the person's assessment stands; `case` is the case as known on the as-of day."""
    completed_on = last_completed_on(case)
    if completed_on is None:
        return ArmsState.NONE
    due_on = cycle_due_on(completed_on, policy)
    if due_on < as_of or significant_days_after(case, completed_on):
        return ArmsState.OUT_OF_DATE
    return ArmsState.DUE_SOON if due_on <= as_of + _DUE_SOON else ArmsState.CURRENT


def has_ever_been_assessed(case: Case) -> bool:
    """Tell whether a completed assessment of either kind is on file."""
    return last_completed_on(case) is not None
