"""Active risk management system (ARMS) assessments, and 'other assessments' on the same clock."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ArmsPriority(StrEnum):
    """The priority that an assessment gives; a scale of its own: low ARMS is not low risk."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmsAssessment:
    """One row of the extract's arms; without `completed_on` it was started but not done."""

    assessment_id: str
    offender_id: str
    assessed_on: date
    priority: ArmsPriority
    completed_on: date | None = None
    officer_id: str | None = None

    def __post_init__(self) -> None:
        if self.completed_on is not None and self.completed_on < self.assessed_on:
            raise ValueError(f"completed_on {self.completed_on} is before assessed_on {self.assessed_on}")
