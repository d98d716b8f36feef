"""An enquiry: a person who must be found before a visit can be planned."""

from dataclasses import dataclass
from enum import StrEnum


class EnquiryKind(StrEnum):
    """Why the person must be found."""

    MISSING = "missing"
    WANTED = "wanted"
    NO_PLACE = "no_place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """One line of the enquiry list, with its reason in a sentence."""

    offender_id: str
    kind: EnquiryKind
    reason: str
