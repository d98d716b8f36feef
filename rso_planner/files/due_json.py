"""What is due as one JSON document: what `due --json` prints."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from rso_planner.domain.data_warnings import DataWarning
from rso_planner.domain.due import Enquiry, IndefiniteReview, Notification, WarrantFlag
from rso_planner.domain.headline_figures import HeadlineFigures
from rso_planner.domain.risk_level import ByRisk, RiskLevel
from rso_planner.domain.task import Task


def make_figures_document(figures: HeadlineFigures) -> dict[str, Any]:
    """The figures that every summary leads with, in the contract's shape."""
    return {
        "as_of": figures.as_of.isoformat(),
        "people": {
            "registered": figures.registered,
            "in_community": figures.in_community,
            "active": figures.active,
            "reactive": figures.reactive,
            "by_risk": _by_risk(figures.by_risk),
        },
        "overdue": {
            "visits": figures.overdue_visits,
            "by_risk": _by_risk(figures.overdue_by_risk),
            "oldest_days": figures.oldest_days,
            "arms": figures.overdue_arms,
            "not_rso": {"visits": figures.other_overdue_visits, "arms": figures.other_overdue_arms},
        },
        "arms": {"ever": figures.arms_ever, "current": figures.arms_current},
        "orders": figures.orders,
        "officers_fte": figures.officers_fte,
        "people_to_officer": figures.people_to_officer,
        "enquiries_by_kind": {
            "missing": figures.missing,
            "wanted": figures.wanted,
            "no_place": figures.no_place,
        },
    }


def make_task_document(task: Task, days_overdue: int, lateness: float, standing: str) -> dict[str, Any]:
    """One task, with the sentence that explains its due date."""
    return {
        "task_id": task.task_id,
        "offender_id": task.offender_id,
        "kind": task.kind.value,
        "risk_level": task.risk_level.value,
        "due_on": task.due_on.isoformat(),
        "days_overdue": days_overdue,
        "lateness": round(lateness, 4),
        "standing": standing,
        "rule": task.rule,
        "reason": task.reason,
        "owner": task.owner.value,
    }


def make_lists_document(
    *,
    enquiries: Iterable[Enquiry],
    warrant_flags: Iterable[WarrantFlag],
    notifications: Iterable[Notification],
    indefinite_reviews: Iterable[IndefiniteReview],
    data_warnings: Iterable[DataWarning],
) -> dict[str, Any]:
    """The lists that stand beside the tasks."""
    return {
        "enquiries": [
            {"offender_id": each.offender_id, "kind": each.kind.value, "reason": each.reason} for each in enquiries
        ],
        "warrant_flags": [{"offender_id": each.offender_id, "reason": each.reason} for each in warrant_flags],
        "notifications": [
            {
                "offender_id": each.offender_id,
                "due_on": _day(each.due_on),
                "reason": each.reason,
                "indefinite_review_from": _day(each.indefinite_review_from),
            }
            for each in notifications
        ],
        "indefinite_reviews": [
            {
                "offender_id": each.offender_id,
                "possible_from": each.possible_from.isoformat(),
                "reason": each.reason,
            }
            for each in indefinite_reviews
        ],
        "data_warnings": [
            {"offender_id": each.offender_id, "field": each.field, "sentence": each.sentence}
            for each in data_warnings
        ],
    }


def _by_risk(counts: ByRisk[int]) -> dict[str, int]:
    return {level.value: counts[level] for level in RiskLevel}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
