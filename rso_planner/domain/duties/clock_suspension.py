"""Custody, hospital and abroad stop the clock; on the end the first_visit rule applies.

Neither the old due date nor 'fine' holds on the return. Rule clock_suspension, policy: switched off, the return
starts no new visit clock. Source: SOA s.85, by analogy.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.event import EventKind
from rso_planner.domain.offender import AWAY, Offender


def is_away(offender: Offender) -> bool:
    """Tell whether the person is in custody, in hospital or abroad."""
    return offender.status in AWAY


def back_in_community_on(case: Case) -> date | None:
    """The end of the person's last absence, or None where the records tell of none.

    It is `in_community_since`; where that is empty, the day of the latest release among the events.
    """
    if case.offender.in_community_since is not None:
        return case.offender.in_community_since
    releases = (event.occurred_on for event in case.events if event.kind is EventKind.RELEASE)
    return max(releases, default=None)
