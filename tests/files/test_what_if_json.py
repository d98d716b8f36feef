"""The document of a what-if run has the fields of the contract, and never a figure that is none."""

import json
from pathlib import Path

from rso_planner.files.what_if_json import make_what_if_document, write_what_if_json
from tests.drawing.what_ifs import make_small_what_if, make_what_if_without_officers


def test_the_fields_of_the_contract_are_there() -> None:
    document = make_what_if_document(make_small_what_if())
    assert (document["weeks"], document["replications"]) == (52, 20)
    assert (document["as_of"], document["first_week"], document["seed"]) == ("2026-11-27", "2026-11-30", 7)
    assert document["mode"] == "fast"
    assert [each["name"] for each in document["scenarios"]] == ["baseline", "made-up-50", "made-up-lone"]
    halved = document["scenarios"][1]
    assert [week["week"] for week in halved["weekly"]] == list(range(1, 53))
    last = halved["weekly"][-1]
    assert list(last["overdue_by_risk"]) == ["very_high", "high", "medium", "low"]
    assert last["overdue_by_risk"]["high"]["mean"] == 3
    for measure in ("arms_current_share", "oldest_days", "hours_used", "hours_available", "people_to_officer"):
        assert list(last[measure]) == ["mean", "low", "high"]
    assert last["arms_current_share"] == {"mean": 0.97, "low": 0.873, "high": 1}
    assert halved["against_baseline"]["high_or_above_overdue"] == {"mean": -38, "low": -41.9, "high": -34.1}


def test_a_breach_a_title_and_the_changes_stand_beside_the_figures() -> None:
    baseline, halved, lone = make_what_if_document(make_small_what_if())["scenarios"]
    assert baseline["breach"] == halved["breach"] == ""
    assert lone["breach"] == "Departs from the practice of two officers at each visit."
    assert halved["title"] == "50 people to an officer"
    assert baseline["changes"] == ["Nothing is changed."]
    assert lone["changes"][0] == "From week 1: officers_required.low of the policy is 1."


def test_every_measure_stands_once_in_each_week() -> None:
    run = make_small_what_if()
    week = make_what_if_document(run)["scenarios"][0]["weekly"][0]
    levels = {f"{level}_overdue" for level in week["overdue_by_risk"]}
    assert (week.keys() - {"week", "overdue_by_risk"}) | levels == run.baseline.weekly.keys()
    assert levels.isdisjoint(week)


def test_a_figure_that_is_none_is_null(tmp_path: Path) -> None:
    path = tmp_path / "whatif.json"
    write_what_if_json(make_what_if_without_officers(), path)
    text = path.read_text("utf-8")
    assert "NaN" not in text
    nobody = json.loads(text)["scenarios"][1]
    assert nobody["weekly"][0]["people_to_officer"] == {"mean": None, "low": None, "high": None}
    assert nobody["against_baseline"]["workload"]["mean"] is None


def test_the_same_run_gives_the_same_file_however_long_it_took(tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    write_what_if_json(make_small_what_if(), first)
    write_what_if_json(make_small_what_if(), second)
    assert first.read_bytes() == second.read_bytes()
    assert b"seconds" not in first.read_bytes()
