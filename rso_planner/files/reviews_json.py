"""The management reviews as one JSON document: what `reviews --json` prints."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from rso_planner.domain.management.reactive_eligibility import ReactiveReview
from rso_planner.domain.management.reactive_trigger import MustBeReviewed


def make_reviews_document(
    as_of: date, candidates: Iterable[ReactiveReview], must_be_reviewed: Iterable[MustBeReviewed]
) -> dict[str, Any]:
    """Each active person's criteria, and who on reactive management is to be reviewed."""
    return {
        "as_of": as_of.isoformat(),
        "may_move_to_reactive": [_candidate(each) for each in candidates if each.is_eligible],
        "not_eligible": [_candidate(each) for each in candidates if not each.is_eligible],
        "must_be_reviewed": [
            {
                "offender_id": each.offender_id,
                "since": each.since.isoformat(),
                "due_on": each.due_on.isoformat(),
                "triggers": [{"since": t.since.isoformat(), "what": t.words} for t in each.triggers],
                "reason": each.reason,
            }
            for each in must_be_reviewed
        ],
    }


def _candidate(review: ReactiveReview) -> dict[str, Any]:
    return {
        "offender_id": review.offender_id,
        "eligible": review.is_eligible,
        "criteria": [
            {"name": each.name, "standing": each.standing.value, "evidence": each.evidence}
            for each in review.criteria
        ],
    }
