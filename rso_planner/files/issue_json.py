"""What was issued, and what a later plan changes, as the documents of `issue --json` and `replan --json`."""

import json
from collections.abc import Sequence
from typing import Any

from rso_planner.domain.issued_plan import IssuedPlan
from rso_planner.domain.plan_changes import PlanChange
from rso_planner.files.plan_json import make_assignment_document


def make_issue_document(issued: IssuedPlan, changes: Sequence[PlanChange]) -> dict[str, Any]:
    """The version with its plan; `changes` are those from the version before it."""
    return {
        "week": issued.week.isoformat(),
        "version": issued.version,
        "issued_at": issued.issued_at.isoformat(),
        "signed_by": issued.signed_by,
        "changes": make_change_documents(changes),
        "plan": json.loads(issued.content),
    }


def make_change_documents(changes: Sequence[PlanChange]) -> list[dict[str, Any]]:
    """Each change; `before` or `after` is null where there was or is none."""
    return [
        {
            "kind": each.kind.value,
            "offender_id": each.offender_id,
            "before": None if each.before is None else make_assignment_document(each.before),
            "after": None if each.after is None else make_assignment_document(each.after),
            "reason": each.reason,
        }
        for each in changes
    ]
