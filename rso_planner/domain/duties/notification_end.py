"""The later of the finite period and the end of any SHPO or SOPO; 'until further order' is no end.

Rule notification_end, law. Source: SOA s.82, 91A to 91F, 103G, 107. An indefinite notification may be reviewed
from 15 years after registration, or from 8 for a person who was under 18 then, if the person asks; never while a
SHPO or SOPO is in force (s.91A). The last day is still in force. An end that is not written down anywhere it
should be is 'not known', and not known never counts as ended.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rso_planner.domain.case import Case
from rso_planner.domain.interval import add_months
from rso_planner.domain.offender import Offender
from rso_planner.domain.order import PREVENTION_ORDERS, Order
from rso_planner.domain.plain_words import day_in_words

_REVIEW_MONTHS = 15 * 12
_REVIEW_MONTHS_OF_A_CHILD = 8 * 12
_ADULT_AT = 18


class EndStanding(StrEnum):
    """What is known of an end."""

    KNOWN = "known"
    NO_END = "no_end"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class End:
    """The last day in force; a day only where the end is known."""

    standing: EndStanding
    on: date | None = None

    def is_past(self, as_of: date) -> bool:
        """Tell whether the last day lies before the as-of day."""
        return self.on is not None and self.on < as_of


@dataclass(frozen=True, slots=True, kw_only=True)
class IndefiniteReview:
    """A person whose indefinite notification may now be reviewed, and since when."""

    offender_id: str
    possible_from: date
    reason: str


NO_END = End(EndStanding.NO_END)
END_NOT_KNOWN = End(EndStanding.NOT_KNOWN)


def notification_end(case: Case, as_of: date) -> End:
    """When the person's notification requirements end, by the orders made until the as-of day."""
    orders = (each for each in case.orders if each.kind in PREVENTION_ORDERS and each.made_on <= as_of)
    return latest_end([_finite_period(case.offender), *map(order_end, orders)])


def order_end(order: Order) -> End:
    """When the order ends."""
    if order.until_further_order:
        return NO_END
    return END_NOT_KNOWN if order.ends_on is None else End(EndStanding.KNOWN, order.ends_on)


def latest_end(ends: list[End]) -> End:
    """The latest of several ends: none ends later than no end, and one not known leaves the whole not known."""
    if NO_END in ends:
        return NO_END
    days = [end.on for end in ends if end.on is not None]
    return End(EndStanding.KNOWN, max(days)) if ends and len(days) == len(ends) else END_NOT_KNOWN


def indefinite_review_from(offender: Offender) -> date | None:
    """The first day on which an indefinite notification may be reviewed; None where it is not indefinite.

    A person whose date of birth is not known counts as an adult on registration.
    """
    if not offender.notification_indefinite:
        return None
    age = offender.age_on(offender.registered_on)
    was_child = age is not None and age < _ADULT_AT
    return add_months(offender.registered_on, _REVIEW_MONTHS_OF_A_CHILD if was_child else _REVIEW_MONTHS)


def find_indefinite_review(case: Case, as_of: date) -> IndefiniteReview | None:
    """The person's indefinite notification as one that may be reviewed on the as-of day, or None."""
    possible_from = indefinite_review_from(case.offender)
    orders = (each for each in case.orders if each.kind in PREVENTION_ORDERS)
    if possible_from is None or possible_from > as_of or any(each.is_in_force_on(as_of) for each in orders):
        return None
    return IndefiniteReview(
        offender_id=case.offender.offender_id,
        possible_from=possible_from,
        reason=(
            f"Registered on {day_in_words(case.offender.registered_on)} without an end; the person may ask for a "
            f"review since {day_in_words(possible_from)}, and no SHPO or SOPO is in force."
        ),
    )


def _finite_period(offender: Offender) -> End:
    if offender.notification_indefinite:
        return NO_END
    ends_on = offender.notification_ends_on
    return END_NOT_KNOWN if ends_on is None else End(EndStanding.KNOWN, ends_on)
