"""The fingerprint of a plan: equal for two plans exactly when they ask the same work of the same officers."""

import hashlib
import json
from collections.abc import Iterable

from rso_planner.domain.visit_plan import Assignment, UnplannedTask, VisitPlan


def hash_plan(plan: VisitPlan | None, unplanned: Iterable[UnplannedTask]) -> str:
    """The SHA-256, in 64 hexadecimal digits, of what is placed and what is left out with its reason.

    The order of the lists does not count; neither do travel minutes and the wording of explanations, which
    follow from the rest.
    """
    content = {
        "week": plan.week.isoformat() if plan else None,
        "assignments": sorted(_row(each) for each in plan.assignments) if plan else [],
        "unplanned": sorted([each.task_id, each.reason.value] for each in unplanned),
    }
    canonical = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _row(assignment: Assignment) -> list[str]:
    return [
        assignment.on.isoformat(),
        assignment.starts_at.isoformat("minutes"),
        assignment.ends_at.isoformat("minutes"),
        assignment.offender_id,
        json.dumps(assignment.task_ids),
        json.dumps(assignment.officer_ids),
    ]
