"""A plan that was signed and handed out: what officers hold, kept as it was."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPlan:
    """One version of a week's plan; `content` is its plan.json and `table` its plan.csv, as they were handed out.

    Versions of a week count from 1. `plan_id` is the number of the plan in the store.
    """

    week: date
    version: int
    plan_id: int
    issued_at: datetime
    signed_by: str
    content: str
    table: str
