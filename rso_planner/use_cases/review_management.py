"""Who may move from active to reactive management, and who on reactive management must be reviewed."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.management.reactive_eligibility import ReactiveReview, find_reactive_candidates
from rso_planner.domain.management.reactive_trigger import MustBeReviewed, find_must_be_reviewed
from rso_planner.use_cases.force_on_a_day import consult_force
from rso_planner.use_cases.recording import Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagementReviews:
    """Advice for decisions; `candidates` are all active people in the community, the eligible first."""

    as_of: date
    candidates: tuple[ReactiveReview, ...]
    must_be_reviewed: tuple[MustBeReviewed, ...]

    @property
    def eligible(self) -> tuple[ReactiveReview, ...]:
        """Those who meet every criterion."""
        return tuple(review for review in self.candidates if review.is_eligible)

    @property
    def nearly_eligible(self) -> tuple[ReactiveReview, ...]:
        """Those of whom a single criterion is not met or not known."""
        return tuple(review for review in self.candidates if review.is_nearly_eligible)

    @property
    def not_eligible(self) -> tuple[ReactiveReview, ...]:
        """Those of whom any criterion is not met or not known."""
        return tuple(review for review in self.candidates if not review.is_eligible)


def review_management(
    asking: Asking, as_of: date | None = None, policy_file: Path | None = None
) -> ManagementReviews:
    """Go through everybody's criteria on the as-of day; a person decides on each move, not the planner."""
    known = consult_force(asking, "reviews", as_of, policy_file)
    return ManagementReviews(
        as_of=known.as_of,
        candidates=find_reactive_candidates(known.force, known.policy, known.as_of),
        must_be_reviewed=find_must_be_reviewed(known.force, known.policy, known.as_of),
    )
