"""A reallocation and the papers of a Monday on the whole synthetic force."""

import json
from typing import Any

import pytest

from tests.whole.conftest import DemoRun, run_command

pytestmark = pytest.mark.whole_run

MOST = 60


def _propose(demo: DemoRun, hash_seed: str) -> dict[str, Any]:
    arguments = ("--database", demo.database_url, "reallocate", "propose", "--most", str(MOST), "--json")
    document: dict[str, Any] = json.loads(run_command(*arguments, hash_seed=hash_seed))
    return document


def test_a_proposal_is_proven_adds_up_and_is_the_same_in_another_process(demo: DemoRun) -> None:
    first, second = _propose(demo, "1"), _propose(demo, "2")
    own = ("proposal_id", "made_at", "accepted_earlier", "changes")
    assert {k: v for k, v in first.items() if k not in own} == {k: v for k, v in second.items() if k not in own}
    moves = [
        [(each["offender_id"], each["from_officer_id"], each["to_officer_id"]) for each in found["changes"]]
        for found in (first, second)
    ]
    assert moves[0] == moves[1]
    assert len(moves[0]) == len({who for who, *_ in moves[0]}) == MOST
    values = {each["name"]: each["value"] for each in first["objectives"]}
    assert all(0 <= each["bound"] <= each["value"] for each in first["objectives"])
    assert values["changes_to_even"] == 0, "with so few changes everybody without an officer comes first"
    assert values["changes"] == MOST
    assert values["without_officer"] == len(first["without_officer"])
    before, after = ([each[when] for each in first["officers"]] for when in ("before", "after"))
    newcomers = sum(was is None for _, was, _ in moves[0])
    assert sum(each["people"] for each in after) == sum(each["people"] for each in before) + newcomers


def test_what_is_accepted_holds_for_the_next_question_and_the_rest_stays_open(demo: DemoRun) -> None:
    found = _propose(demo, "0")
    numbers = [str(each["change_id"]) for each in found["changes"]]
    demo.ask("reallocate", "accept", *numbers[:10], "--json")
    demo.ask("reallocate", "reject", *numbers[10:15], "--json")
    listed = json.loads(demo.ask("reallocate", "list", "--json"))
    standings = [each["standing"] for each in listed["changes"]]
    assert standings == ["accepted"] * 10 + ["rejected"] * 5 + ["open"] * (MOST - 15)
    again = _propose(demo, "0")
    decided = {each["offender_id"]: each["to_officer_id"] for each in found["changes"][:15]}
    proposed = {each["offender_id"]: each["to_officer_id"] for each in again["changes"]}
    assert not any(proposed.get(who) == officer for who, officer in decided.items())
    # The demo's store is shared: leave its officers as they were.
    demo.ask("reallocate", "undo", *numbers[:10], "--json")


def test_the_monday_sheet_and_the_brief_have_the_figures_of_due(demo: DemoRun) -> None:
    due = json.loads(demo.ask("due", "--json"))
    high = due["overdue"]["by_risk"]["very_high"] + due["overdue"]["by_risk"]["high"]
    for command in ("monday-sheet", "head-brief"):
        paper = json.loads(demo.ask(command, "--json"))
        assert [each["figure"] for each in paper["figures"]] == [98, high, due["overdue"]["oldest_days"]]
        assert (demo.folder / f"{command}-2026-11-20.html").exists()
        assert (demo.folder / f"{command}-2026-11-20.xlsx").exists()
    late = json.loads(demo.ask("monday-sheet", "--json"))["tables"]["late_visits"]["rows"]
    assert sum(each["work"] in ("visit", "first visit") for each in late) >= 98


def test_the_briefings_of_all_areas_name_everybody_in_the_community_with_an_area_once(demo: DemoRun) -> None:
    refused = run_command("--database", demo.database_url, "briefing", "--area", "", expected=2)
    assert refused == ""
    told: list[str] = []
    for area in ("Glasshelen", "Inventley", "Northsand", "Quillmere", "Zedwirral"):
        tables = json.loads(demo.ask("briefing", "--area", area, "--json"))["tables"]
        told += [row["reference"] for table in tables.values() for row in table["rows"]]
    assert len(told) == len(set(told))
    due = json.loads(demo.ask("due", "--json"))
    assert len(told) > 0.95 * due["people"]["in_community"]
