"""A person of no fixed abode is visited at the place notified; without a place it is an enquiry.

Rule no_fixed_abode, law. Source: APP. Never a route to a default point: no visit is planned and none counts as
overdue, while an assessment stays due. A person with a home whose coordinates are missing keeps the visit, with
a data warning.
"""

from rso_planner.domain.duties.enquiry import Enquiry, EnquiryKind
from rso_planner.domain.offender import Offender, Status


def has_no_place(offender: Offender) -> bool:
    """Tell whether the person has no fixed abode and no place is notified."""
    return offender.no_fixed_abode is True and offender.place is None


def find_no_place_enquiry(offender: Offender) -> Enquiry | None:
    """The enquiry for a person in the community without a place, or None."""
    if offender.status is not Status.COMMUNITY or not has_no_place(offender):
        return None
    return Enquiry(
        offender_id=offender.offender_id,
        kind=EnquiryKind.NO_PLACE,
        reason="No fixed abode and no place notified: find out where the person can be visited.",
    )
