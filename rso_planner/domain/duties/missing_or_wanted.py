"""Missing and wanted people have no visit task but an enquiry, and are always in the counts.

Rule missing_or_wanted, law. Source: Scottish MAPPA guidance. Being found after missing keeps the old clock.
"""

from rso_planner.domain.duties.enquiry import Enquiry, EnquiryKind
from rso_planner.domain.offender import SOUGHT, Offender
from rso_planner.domain.plain_words import day_in_words


def find_sought_enquiry(offender: Offender) -> Enquiry | None:
    """The enquiry for a person who is missing or wanted, or None."""
    if offender.status not in SOUGHT:
        return None
    since = day_in_words(offender.status_since) if offender.status_since else "a day that is not known"
    return Enquiry(
        offender_id=offender.offender_id,
        kind=EnquiryKind(offender.status.value),
        reason=f"The person is {offender.status.value} since {since}.",
    )
