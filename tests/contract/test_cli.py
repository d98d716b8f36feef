"""Exit codes, one JSON document, the as-of day, bad use."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.extracts import WEEK, Desk, Extract


def _shell(desk: Desk, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rso_planner", *arguments],
        env={**os.environ, "RSO_PLANNER_DATABASE_URL": desk.database},
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def test_json_is_one_document_on_standard_output_and_nothing_else(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-01-01")
    folder = extract.write(desk.folder / "extract")
    for arguments in (("load", str(folder)), ("plan", "--week", WEEK, "--seconds", "1")):
        done = _shell(desk, *arguments, "--json")
        assert done.returncode == 0, done.stderr
        assert isinstance(json.loads(done.stdout), dict)


def test_the_fields_that_callers_rely_on(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-01-01")
    due = desk.due(extract)
    assert {"as_of", "people", "overdue", "arms", "orders", "officers_fte", "tasks"} <= set(due)
    fields = {"task_id", "offender_id", "kind", "risk_level", "due_on", "days_overdue", "lateness"}
    assert fields <= set(due["tasks"][0])
    plan = desk.json("plan", "--week", WEEK, "--seconds", "1", "--seed", "5")
    assert {"week", "as_of", "status", "reproducible", "seed", "plan_hash", "seconds", "summary"} <= set(plan)
    assert (plan["week"], plan["as_of"], plan["seed"]) == (WEEK, "2026-11-23", 5)
    assert {"name", "sense", "value", "bound", "gap"} <= set(plan["objectives"][0])
    row = plan["assignments"][0]
    assert set(row) >= {
        "task_ids",
        "kinds",
        "offender_id",
        "date",
        "starts_at",
        "ends_at",
        "officer_ids",
        "travel_minutes",
    }
    assert len(row["officer_ids"]) == len(row["travel_minutes"]) == 2


def test_as_of_defaults_to_the_day_of_the_extract_never_to_today(desk: Desk) -> None:
    extract = Extract(extracted_on="2024-02-29", reviewed_on="2024-02-20")
    extract.officer("OM1")
    extract.person("1", seen="2024-02-20", arms="2024-02-20", last_notified_on="2024-02-20")
    assert desk.due(extract)["as_of"] == "2024-02-29"
    assert desk.json("reviews")["as_of"] == "2024-02-29"


def test_no_plan_could_be_made_is_4_and_every_task_has_its_reason(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-01-01")
    extract.absence("OM1", WEEK, "2026-11-29")
    extract.absence("OM2", WEEK, "2026-11-29")
    answer = desk.plan(extract, expects=4)
    assert answer["status"] == "no_plan"
    assert [each["task_id"] for each in answer["unplanned"]] == ["1:visit"]
    assert answer["assignments"] == []


def test_a_force_with_nothing_due_has_an_empty_plan_and_exit_code_0(desk: Desk, extract: Extract) -> None:
    extract.person("1")
    answer = desk.plan(extract)
    assert (answer["status"], answer["assignments"], answer["unplanned"]) == ("optimal", [], [])


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan",),
        ("plan", "--week", "2026-11-24"),
        ("plan", "--week", "next Monday"),
        ("plan", "--week", WEEK, "--seconds", "0"),
        ("due", "--as-of", "23/11/2026"),
        ("due", "--weeks", "-1"),
        ("fly",),
        ("due", "--no-such-option"),
        ("synth", "--out", "somewhere"),
    ],
)
def test_wrong_use_is_2_with_a_sentence_and_nothing_on_standard_output(
    desk: Desk, extract: Extract, arguments: tuple[str, ...]
) -> None:
    extract.person("1", seen="2026-01-01")
    desk.load(extract)
    code, out, errors = desk.ask(*arguments)
    assert (code, out) == (2, "")
    assert errors.strip()
    assert "Traceback" not in errors


@pytest.mark.parametrize("command", [("due",), ("reviews",), ("plan", "--week", WEEK)])
@pytest.mark.parametrize("has_store", [True, False])
def test_a_store_without_an_extract_says_so(desk: Desk, command: tuple[str, ...], has_store: bool) -> None:
    if not has_store:
        (desk.folder / "store.db").unlink()
    code, out, errors = desk.ask(*command)
    assert code in {2, 3}
    assert out == ""
    assert "load" in errors
    assert "Traceback" not in errors


def test_an_extract_that_is_not_there_is_refused(desk: Desk) -> None:
    code, out, errors = desk.ask("load", str(desk.folder / "nowhere"))
    assert (code, out) == (3, "")
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[no_such_rule]\nvalue = 1\nunit = "days"\n', "no_such_rule"),
        ('[arms_cycle]\nvalue = 12\nunit = "weeks"\n', "arms_cycle"),
        ('[arms_cycle]\nvalue = -1\nunit = "calendar months"\n', "arms_cycle"),
        ('[overdue]\nvalue = "whenever"\nunit = "word"\n', "overdue"),
    ],
)
def test_a_policy_that_cannot_be_is_refused_with_file_and_key(
    desk: Desk, extract: Extract, text: str, named: str
) -> None:
    extract.person("1")
    desk.load(extract)
    code, _, errors = desk.ask("due", "--policy", desk.policy(text))
    assert code == 3
    assert "policy.toml" in errors
    assert named in errors


def test_no_name_and_no_place_of_a_person_is_in_any_answer(desk: Desk, extract: Extract) -> None:
    extract.person("1", family_name="Zzsurname", given_names="Zzgiven", seen="2026-01-01", arms="2024-01-01")
    desk.load(extract)
    out = desk.folder / "out"
    for arguments in (("due", "--json"), ("reviews", "--json"), ("plan", "--week", WEEK, "--out", str(out))):
        _, answer, errors = desk.ask(*arguments)
        assert "Zz" not in answer + errors
    calendars = list(out.rglob("*.ics"))
    assert calendars
    for path in calendars:
        assert "Zz" not in path.name + path.read_text(encoding="utf-8")


def test_synth_writes_the_same_bytes_for_the_same_arguments(desk: Desk) -> None:
    model = Path(__file__).parents[2] / "models" / "merseyside-2018.toml"
    written = []
    for folder in ("a", "b"):
        out = desk.folder / folder
        code, _, errors = desk.ask(
            "synth", "--model", str(model), "--as-of", "2026-11-20", "--seed", "7", "--out", str(out)
        )
        assert code == 0, errors
        written.append({path.name: path.read_bytes() for path in sorted((out / "extract").iterdir())})
    assert written[0] == written[1]
    assert set(written[0]) >= {"extract.csv", "offenders.csv", "visits.csv", "arms.csv", "officers.csv"}


def test_the_synthetic_forces_published_figures_are_read_back(desk: Desk) -> None:
    model = Path(__file__).parents[2] / "models" / "merseyside-2018.toml"
    out = desk.folder / "force"
    desk.ask("synth", "--model", str(model), "--as-of", "2026-03-31", "--seed", "3", "--out", str(out))
    assert desk.ask("load", str(out / "extract"))[0] == 0
    answer = desk.json("due")
    people = answer["people"]
    assert (people["registered"], people["in_community"], people["reactive"]) == (2256, 1769, 62)
    assert (people["by_risk"]["high"], people["by_risk"]["very_high"]) == (277, 6)
    assert (answer["orders"], answer["overdue"]["visits"], answer["arms"]["ever"]) == (1157, 98, 902)
    assert answer["overdue"]["by_risk"]["high"] > 0
    assert answer["officers_fte"] == pytest.approx(17.7)
