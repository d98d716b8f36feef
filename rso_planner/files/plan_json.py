"""The plan as one JSON document: what `plan --json` prints and plan.json holds."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from rso_planner.domain.officer_week import OfficerWeek
from rso_planner.domain.planned_week import PlannedWeek, is_desk_work
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import Assignment, ObjectiveValue, UnplannedReason, UnplannedTask, VisitPlan
from rso_planner.files.whole_file import write_whole_file


def make_plan_document(planned_week: PlannedWeek, past: tuple[Assignment, ...] = ()) -> dict[str, Any]:
    """The document; dates are YYYY-MM-DD, times HH:MM, lengths minutes; no name of a person is in it.

    `past` are assignments of days that were over when the plan was made; the summary leaves them out.
    """
    result = planned_week.result
    return {
        "week": planned_week.week.isoformat(),
        "as_of": planned_week.as_of.isoformat(),
        "status": result.status.value,
        "reproducible": result.reproducible,
        "seed": result.seed,
        "plan_hash": planned_week.plan_hash,
        "seconds": round(result.seconds, 2),
        "objectives": [_objective(each) for each in result.objectives],
        "assignments": [make_assignment_document(each) for each in (*past, *planned_week.assignments)],
        "unplanned": [_unplanned(each) for each in result.unplanned],
        "summary": _summary(planned_week),
        "officers": [_officer_week(each) for each in planned_week.officer_weeks],
        "policy_hash": planned_week.policy_hash,
        "input_hash": planned_week.input_hash,
        "code_version": planned_week.code_version,
        "ortools_version": planned_week.ortools_version,
    }


def write_plan_json(planned_week: PlannedWeek, path: Path) -> None:
    """Write the document, indented, in UTF-8."""
    text = json.dumps(make_plan_document(planned_week), ensure_ascii=False, indent=2)
    write_whole_file(path, f"{text}\n".encode())


def read_plan_document(document: Mapping[str, Any]) -> tuple[VisitPlan, dict[str, UnplannedReason]]:
    """The plan of a document, and the reason of each task that it leaves out."""
    assignments = tuple(
        Assignment(
            task_ids=tuple(each["task_ids"]),
            kinds=tuple(TaskKind(kind) for kind in each["kinds"]),
            offender_id=each["offender_id"],
            on=date.fromisoformat(each["date"]),
            starts_at=time.fromisoformat(each["starts_at"]),
            ends_at=time.fromisoformat(each["ends_at"]),
            officer_ids=tuple(each["officer_ids"]),
            travel_minutes=tuple(each["travel_minutes"]),
        )
        for each in document["assignments"]
    )
    reasons = {each["task_id"]: UnplannedReason(each["reason"]) for each in document["unplanned"]}
    return VisitPlan(week=date.fromisoformat(document["week"]), assignments=assignments), reasons


def _objective(objective: ObjectiveValue) -> dict[str, Any]:
    return {
        "name": objective.name,
        "sense": objective.sense.value,
        "value": objective.value,
        "bound": objective.bound,
        "gap": objective.gap,
        "words": objective.words,
    }


def make_assignment_document(assignment: Assignment) -> dict[str, Any]:
    """One assignment as the document has it."""
    return {
        "task_ids": list(assignment.task_ids),
        "kinds": [kind.value for kind in assignment.kinds],
        "offender_id": assignment.offender_id,
        "date": assignment.on.isoformat(),
        "starts_at": assignment.starts_at.isoformat("minutes"),
        "ends_at": assignment.ends_at.isoformat("minutes"),
        "officer_ids": list(assignment.officer_ids),
        "travel_minutes": list(assignment.travel_minutes),
    }


def _unplanned(left_out: UnplannedTask) -> dict[str, Any]:
    return {
        "task_id": left_out.task_id,
        "kind": left_out.kind.value,
        "offender_id": left_out.offender_id,
        "reason": left_out.reason.value,
        "rules": dict(sorted(left_out.rules.items())),
        "cheapest_change": left_out.cheapest_change,
    }


def _summary(planned_week: PlannedWeek) -> dict[str, Any]:
    unplanned = planned_week.result.unplanned
    reasons = Counter(each.reason for each in unplanned)
    risks = Counter(planned_week.task_by_id[each.task_id].risk_level for each in unplanned)
    planned = sum(len(each.task_ids) for each in planned_week.assignments)
    headlines = planned_week.headlines
    return {
        "overdue": {
            "visits": headlines.overdue_visits,
            "by_risk": {level.value: headlines.overdue_by_risk[level] for level in RiskLevel},
            "oldest_days": headlines.oldest_days,
        },
        "tasks": planned + len(unplanned),
        "planned": planned,
        "trips": len(planned_week.trips),
        "evening": {
            "trips": len(planned_week.evening_trips),
            "due": planned_week.count_due_an_evening_visit(planned_week.trips),
            "due_and_met": planned_week.count_due_an_evening_visit(planned_week.evening_trips),
        },
        "desk_pieces": sum(is_desk_work(each) for each in planned_week.assignments),
        "unplanned": len(unplanned),
        "unplanned_by_reason": {reason.value: reasons[reason] for reason in UnplannedReason},
        "unplanned_by_risk": {level.value: risks[level] for level in RiskLevel},
        "used_minutes": sum(each.used_minutes for each in planned_week.officer_weeks),
        "plannable_minutes": sum(each.plannable_minutes for each in planned_week.officer_weeks),
        "data_warnings": planned_week.data_warnings,
    }


def _officer_week(week: OfficerWeek) -> dict[str, Any]:
    """`used_share` is null, never 0, for an officer who is not available."""
    return {
        "officer_id": week.officer_id,
        "plannable_minutes": week.plannable_minutes,
        "on_site_minutes": week.on_site_minutes,
        "travel_minutes": week.travel_minutes,
        "desk_minutes": week.desk_minutes,
        "used_share": None if week.used_share is None else round(week.used_share, 4),
    }
