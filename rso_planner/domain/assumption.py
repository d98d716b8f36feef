"""A figure that a what-if run rests on though no source was found for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One assumed figure: of the demand or of the policy, its key there, and its value with the unit."""

    part: str
    key: str
    value: str
    unit: str
    note: str
