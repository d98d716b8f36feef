"""The offender's own legal duty: to notify again within a year of the last notification.

Rule notification_due, law. Source: SOA s.84 and 85, Regulations 2012. A year after the latest of first, change
and yearly notification (`last_notified_on`; a foreign-travel notice does not count); 7 days for a person of no
fixed abode. While away nothing is due; one that fell due meanwhile has three days beginning with the return. No
date on file is 'not known', never 'fine'.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rso_planner.domain.case import Case
from rso_planner.domain.duties.clock_suspension import back_in_community_on, is_away
from rso_planner.domain.duties.notification_end import indefinite_review_from
from rso_planner.domain.duties.three_day_periods import last_day_beginning_with
from rso_planner.domain.interval import add_months
from rso_planner.domain.plain_words import day_in_words

_MONTHS = 12
_NO_FIXED_ABODE = timedelta(days=7)


class NotificationStanding(StrEnum):
    """Whether a date is set for the next notification."""

    DUE = "due"
    NOT_DUE_WHILE_AWAY = "not_due_while_away"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """When the person must notify next; the date is there only where the standing is due.

    `indefinite_review_from` is the first day on which an indefinite notification may be reviewed, else None.
    """

    offender_id: str
    standing: NotificationStanding
    due_on: date | None
    reason: str
    indefinite_review_from: date | None = None


def notification_due(case: Case) -> Notification:
    """When the person must notify next; `case` is the case as known on the as-of day."""
    offender = case.offender
    if is_away(offender):
        where = {"custody": "in custody", "hospital": "in hospital"}.get(
            offender.status.value, offender.status.value
        )
        return _without_date(case, NotificationStanding.NOT_DUE_WHILE_AWAY, f"Not due while {where}.")
    if offender.last_notified_on is None:
        return _without_date(
            case, NotificationStanding.NOT_KNOWN, "The day of the last notification is not known."
        )
    due_on, reason = _due(case, offender.last_notified_on)
    return Notification(
        offender_id=offender.offender_id,
        standing=NotificationStanding.DUE,
        due_on=due_on,
        reason=reason,
        indefinite_review_from=indefinite_review_from(offender),
    )


def _due(case: Case, last_on: date) -> tuple[date, str]:
    if case.offender.no_fixed_abode:
        due_on, how_often = last_on + _NO_FIXED_ABODE, "Every 7 days without a fixed abode"
    else:
        due_on, how_often = add_months(last_on, _MONTHS), "Every year"
    back_on = back_in_community_on(case)
    if back_on is not None and last_on < back_on and due_on < back_on:
        due_on = last_day_beginning_with(back_on)
        return due_on, (
            f"It fell due while the person was away: within three days beginning with the return on "
            f"{day_in_words(back_on)}, so due on {day_in_words(due_on)}."
        )
    return due_on, f"{how_often}; last notified on {day_in_words(last_on)}, so due on {day_in_words(due_on)}."


def _without_date(case: Case, standing: NotificationStanding, reason: str) -> Notification:
    return Notification(
        offender_id=case.offender.offender_id,
        standing=standing,
        due_on=None,
        reason=reason,
        indefinite_review_from=indefinite_review_from(case.offender),
    )
