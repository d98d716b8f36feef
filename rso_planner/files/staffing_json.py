"""The least staffing that reaches a target, as the JSON document of `staffing --json`."""

from dataclasses import asdict
from typing import Any

from rso_planner.domain.staffing_need import StaffingNeed
from rso_planner.domain.staffing_words import staffing_sentences


def make_staffing_document(found: StaffingNeed) -> dict[str, Any]:
    """The document; what no staffing reaches is null. `tried` holds every number of officers looked at."""
    return {
        "target": str(found.target),
        "by_week": found.by_week,
        "confidence": found.confidence,
        "replications": found.replications,
        "officers_today": found.officers_today,
        "officers": found.officers,
        "plannable_share": found.plannable_share,
        "recruits": found.recruits,
        "latest_recruits": found.latest_recruits,
        "tried": [asdict(point) for point in found.tried],
        "sentences": list(staffing_sentences(found)),
    }
