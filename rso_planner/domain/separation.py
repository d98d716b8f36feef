"""Pairs that must be kept apart."""

from dataclasses import dataclass
from enum import StrEnum


class SeparationKind(StrEnum):
    """Who is kept apart from whom."""

    OFFICER_OFFENDER = "officer_offender"
    OFFICERS = "officers"
    OFFENDERS = "offenders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Separation:
    """Two who are kept apart: on a visit, in a crew, or two people never visited on one day."""

    kind: SeparationKind
    first_id: str
    second_id: str

    def __post_init__(self) -> None:
        if self.first_id == self.second_id:
            raise ValueError("nobody can be kept apart from themselves")
