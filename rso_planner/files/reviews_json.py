"""The management reviews as one JSON document: what `reviews --json` prints."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rso_planner.domain.management.reactive_eligibility import ReactiveReview, count_missing
from rso_planner.domain.management.reactive_trigger import MustBeReviewed


def make_reviews_document(
    as_of: date, candidates: Sequence[ReactiveReview], must_be_reviewed: Sequence[MustBeReviewed]
) -> dict[str, Any]:
    """The counts, each active person's criteria, and who on reactive management is to be reviewed."""
    return {
        "as_of": as_of.isoformat(),
        "summary": _summary(candidates, must_be_reviewed),
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


def _summary(candidates: Sequence[ReactiveReview], must_be_reviewed: Sequence[MustBeReviewed]) -> dict[str, Any]:
    """`nearly` counts those of whom a single criterion is missing; they are among the not eligible."""
    not_eligible = [each for each in candidates if not each.is_eligible]
    return {
        "may_move_to_reactive": len(candidates) - len(not_eligible),
        "nearly": sum(each.is_nearly_eligible for each in candidates),
        "not_eligible": len(not_eligible),
        "must_be_reviewed": len(must_be_reviewed),
        "missing": {
            name: {"not_met": missing.not_met, "not_known": missing.not_known}
            for name, missing in count_missing(not_eligible).items()
        },
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
