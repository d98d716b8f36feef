"""No task after the notification's end, death, archive or transfer out.

Rule end_of_management, law. The last day is still in force. A sexual risk order subject's management ends with
the order; where none is on file or its end is not known, it has not ended. People of another register type are
managed until their `notification_ends_on`, if they have one.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.notification_end import (
    NO_END,
    End,
    EndStanding,
    latest_end,
    notification_end,
    order_end,
)
from rso_planner.domain.offender import NO_LONGER_MANAGED, RegisterType
from rso_planner.domain.order import OrderKind


def has_management_ended(case: Case, as_of: date) -> bool:
    """Tell whether nothing is due for the person any more."""
    return case.offender.status in NO_LONGER_MANAGED or management_end(case, as_of).is_past(as_of)


def management_end(case: Case, as_of: date) -> End:
    """The end that the law or the order sets, whatever the person's status."""
    offender = case.offender
    if offender.register_type is RegisterType.RSO:
        return notification_end(case, as_of)
    if offender.register_type is RegisterType.SRO:
        orders = (each for each in case.orders if each.kind is OrderKind.SRO and each.made_on <= as_of)
        return latest_end([order_end(order) for order in orders])
    ends_on = offender.notification_ends_on
    return NO_END if ends_on is None else End(EndStanding.KNOWN, ends_on)
