"""The first whole run: what a supervisor has in hand after `make demo`."""

import csv
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


def test_every_planted_difference_is_found_with_its_cause_and_no_other(demo: DemoRun) -> None:
    with (demo.folder / "answer_key.csv").open(encoding="utf-8", newline="") as file:
        planted = {(row["offender_id"], row["register_id"]): row["cause"] for row in csv.DictReader(file)}
    answer = json.loads(demo.ask("reconcile", "--json"))
    found = {(each["offender_id"] or "", each["register_id"] or ""): each["cause"] for each in answer["people"]}
    assert {cause for cause in planted.values()} >= {line["cause"] for line in answer["bridge"]}
    assert found.keys() == planted.keys()
    assert found == planted


def test_the_two_totals_tie(demo: DemoRun) -> None:
    answer = json.loads(demo.ask("reconcile", "--json"))
    effects = sum(line["effect"] for line in answer["bridge"])
    assert answer["force_total"] == 98
    assert answer["force_total"] + effects == answer["register_total"] > 300
    on_visits = sum(line["effect"] for line in answer["visits_bridge"])
    assert answer["visits_force_total"] + on_visits == answer["visits_register_total"]
