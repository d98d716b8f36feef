"""plan.json has the fields of the contract, and no name of a person."""

import json
from dataclasses import replace
from pathlib import Path

from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import PlanStatus
from rso_planner.files.plan_json import make_plan_document, write_plan_json
from tests.drawing.planned_weeks import make_large_week, make_small_week


def test_the_fields_of_the_contract_are_there() -> None:
    document = make_plan_document(make_small_week())
    assert document["week"] == "2026-11-23"
    assert document["as_of"] == "2026-11-20"
    assert (document["status"], document["reproducible"], document["seed"]) == ("feasible", True, 7)
    assert len(document["plan_hash"]) == 64
    assert document["seconds"] == 4.25
    assert document["objectives"][1] == {
        "name": "high_risk_assessments",
        "sense": "max",
        "value": 800,
        "bound": 810,
        "gap": 10 / 810,
        "words": "points of lateness removed",
    }
    assert document["assignments"][0] == {
        "task_ids": ["P001:visit", "P001:arms"],
        "kinds": ["visit", "arms"],
        "offender_id": "P001",
        "date": "2026-11-23",
        "starts_at": "09:15",
        "ends_at": "10:15",
        "officer_ids": ["OM-01", "OM-02"],
        "travel_minutes": [15, 16],
    }
    assert document["unplanned"] == [
        {
            "task_id": "P004:visit",
            "kind": TaskKind.VISIT.value,
            "offender_id": "P004",
            "reason": "no_capacity",
            "rules": {"officers_on_duty": 14, "week_minutes": 3},
            "cheapest_change": "A second officer on Tuesday 24 November.",
        }
    ]


def test_the_summary_counts_every_task_once() -> None:
    summary = make_plan_document(make_large_week())["summary"]
    assert (summary["tasks"], summary["planned"], summary["unplanned"]) == (590, 90, 500)
    assert sum(summary["unplanned_by_reason"].values()) == sum(summary["unplanned_by_risk"].values()) == 500
    assert summary["trips"] + summary["desk_pieces"] == 90
    assert summary["overdue"] == {
        "visits": 98,
        "by_risk": {"very_high": 1, "high": 20, "medium": 40, "low": 37},
        "oldest_days": 412,
    }


def test_the_summary_counts_evening_visits_and_those_due_one() -> None:
    week = replace(make_small_week(), due_an_evening_visit=frozenset({"P001", "P002"}))
    assert make_plan_document(week)["summary"]["evening"] == {"trips": 1, "due": 2, "due_and_met": 1}


def test_an_officer_who_is_not_available_has_no_share() -> None:
    officers = make_plan_document(make_small_week())["officers"]
    assert [officer["used_share"] is None for officer in officers] == [False, False, True]


def test_no_plan_has_no_assignments() -> None:
    week = make_small_week()
    document = make_plan_document(replace(week, result=replace(week.result, status=PlanStatus.NO_PLAN, plan=None)))
    assert (document["status"], document["assignments"]) == ("no_plan", [])


def test_the_file_is_the_document_and_holds_no_name(tmp_path: Path) -> None:
    write_plan_json(make_small_week(), tmp_path / "plan.json")
    text = (tmp_path / "plan.json").read_text(encoding="utf-8")
    assert json.loads(text) == make_plan_document(make_small_week())
    assert "Madeup" not in text
    assert "Invented" not in text
