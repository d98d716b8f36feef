"""The first whole run: what a supervisor has in hand after `make demo`."""

import json
from collections import Counter

import pytest

from tests.whole.conftest import DemoRun, run_command

pytestmark = pytest.mark.whole_run


def test_the_figures_of_the_report_are_read_back_exactly(demo: DemoRun) -> None:
    due = json.loads(demo.ask("due", "--json"))
    assert due["people"]["registered"] == 2256
    assert due["people"]["in_community"] == 1769
    assert due["people"]["by_risk"]["high"] == 277
    assert due["people"]["by_risk"]["very_high"] == 6
    assert due["people"]["reactive"] == 62
    assert due["orders"] == 1157
    assert due["overdue"]["visits"] == 98
    assert due["overdue"]["by_risk"]["high"] > 0
    assert due["arms"]["ever"] == 902
    assert due["officers_fte"] == 17.7
    assert due["people_to_officer"] == "100:1"


def test_it_prints_the_figures_the_status_the_objectives_and_the_files(demo: DemoRun) -> None:
    lines = demo.printed.splitlines()
    assert "Visits overdue         98 people" in lines
    assert any(line.startswith("The plan keeps every rule") for line in lines)
    for name in ("High risk visits", "Travel", "report.html", "plan.xlsx", "plan.csv", "plan.json", "calendars"):
        assert name in demo.printed


def test_every_task_is_in_exactly_one_of_the_two_lists(demo: DemoRun) -> None:
    placed = [task_id for each in demo.plan["assignments"] for task_id in each["task_ids"]]
    left_out = [each["task_id"] for each in demo.plan["unplanned"]]
    assert set(Counter(placed + left_out).values()) == {1}


def test_every_objective_is_within_its_bound(demo: DemoRun) -> None:
    for each in demo.plan["objectives"]:
        ahead = each["bound"] - each["value"] if each["sense"] == "max" else each["value"] - each["bound"]
        assert ahead >= 0, each["name"]
        assert each["gap"] == pytest.approx(abs(each["bound"] - each["value"]) / max(abs(each["bound"]), 1))


def test_the_plan_that_was_written_keeps_every_rule(demo: DemoRun) -> None:
    plan = str(demo.folder / "plan.csv")
    checked = json.loads(demo.ask("check", plan, "--week", demo.plan["week"], "--json"))
    assert checked["violations"] == []


def test_another_process_makes_the_same_plan(demo: DemoRun) -> None:
    again = run_command(
        "--database", demo.database_url, "plan", "--week", demo.plan["week"], "--json", hash_seed="12345"
    )
    assert json.loads(again)["plan_hash"] == demo.plan["plan_hash"]
