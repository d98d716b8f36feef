"""Explanations of a plan as the JSON document of `explain --json`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rso_planner.domain.explanation import CheapestChange, Displaced, Explanation
from rso_planner.domain.visit_plan import Assignment


def make_explanation_document(week: date, explanations: Sequence[Explanation]) -> dict[str, Any]:
    """The document; of a planned task `reason` is null, of one left out `assignment`."""
    return {"week": week.isoformat(), "tasks": [_explanation(each) for each in explanations]}


def _explanation(found: Explanation) -> dict[str, Any]:
    return {
        "task_id": found.task_id,
        "offender_id": found.offender_id,
        "kind": found.kind.value,
        "is_planned": found.assignment is not None,
        "sentences": list(found.sentences),
        "assignment": _assignment(found.assignment) if found.assignment else None,
        "reason": found.reason.value if found.reason else None,
        "rules": dict(found.rules) if found.rules else {},
        "officer_days": [
            {"officer_id": each.officer_id, "date": each.on.isoformat(), "rule": each.rule}
            for each in found.verdicts
        ],
        "displaced": _displaced(found.displaced) if found.displaced else None,
        "cheapest_change": _change(found.cheapest_change) if found.cheapest_change else None,
    }


def _assignment(assignment: Assignment) -> dict[str, Any]:
    return {
        "date": assignment.on.isoformat(),
        "starts_at": assignment.starts_at.isoformat("minutes"),
        "officer_ids": list(assignment.officer_ids),
        "task_ids": list(assignment.task_ids),
    }


def _displaced(displaced: Displaced) -> dict[str, Any]:
    return {
        "task_ids": list(displaced.task_ids),
        "value": displaced.value,
        "value_of_the_task": displaced.value_of_the_task,
    }


def _change(change: CheapestChange) -> dict[str, Any]:
    return {"kind": change.kind.value, "cost_minutes": change.cost_minutes, "sentence": change.sentence}
