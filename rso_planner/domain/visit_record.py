"""What an officer tells of a visit that was made: its outcome, and what was done there."""

from dataclasses import dataclass
from datetime import datetime

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.visit import VisitOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRecord:
    """A visit with its outcome; `arms` is the priority where the assessment was completed with it.

    Raises:
        ValueError: an assessment without having seen the person, or one officer twice.
    """

    offender_id: str
    started_at: datetime
    outcome: VisitOutcome
    officer_id: str
    second_officer_id: str | None = None
    arms: ArmsPriority | None = None
    is_rmp_reviewed: bool = False

    def __post_init__(self) -> None:
        if self.second_officer_id == self.officer_id:
            raise ValueError("the second officer is the lead officer again")
        if self.arms is not None and self.outcome is not VisitOutcome.SEEN:
            raise ValueError("an assessment needs an interview, so the outcome must be seen")
