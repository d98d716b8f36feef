"""Court orders."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OrderKind(StrEnum):
    """The kinds of court order that the planner knows."""

    SHPO = "SHPO"
    SOPO = "SOPO"
    SRO = "SRO"
    OTHER = "other"


PREVENTION_ORDERS = frozenset({OrderKind.SHPO, OrderKind.SOPO})
"""Sexual harm (or offences) prevention orders: they can prolong the notification period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One row of the extract's orders; no `ends_on` and not until further order is 'end not known'."""

    order_id: str
    offender_id: str
    kind: OrderKind
    made_on: date
    ends_on: date | None = None
    until_further_order: bool = False

    def __post_init__(self) -> None:
        if self.ends_on is not None and self.ends_on < self.made_on:
            raise ValueError(f"ends_on {self.ends_on} is before made_on {self.made_on}")
        if self.ends_on is not None and self.until_further_order:
            raise ValueError("an order until further order has no ends_on")

    def is_in_force_on(self, day: date) -> bool:
        """Tell whether the order is in force on the day; the last day counts, an end not known too."""
        return self.made_on <= day and (self.ends_on is None or day <= self.ends_on)
