"""Decisions on how a person is managed; people make them, the planner never does (rule person_decides)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DecisionKind(StrEnum):
    """What was decided."""

    TO_REACTIVE = "to_reactive"
    TO_ACTIVE = "to_active"
    STAY = "stay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One row of the extract's decisions; `officer_satisfied` is the offender manager's recorded view."""

    decision_id: str
    offender_id: str
    decided_on: date
    decision: DecisionKind
    authorised_by: str
    reason: str
    officer_satisfied: bool | None = None
