"""`record-visit`, `load-flags` and `decide`, as a person types them."""

import json
from pathlib import Path
from typing import Any

import pytest

from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.main import run
from tests.extracts import write_good_extract

VISIT = [
    "record-visit",
    "--offender",
    "0001",
    "--at",
    "2026-11-20T14:30",
    "--outcome",
    "seen",
    "--officers",
    "OM1,S1",
]


@pytest.fixture(autouse=True)
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A store with three people."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RSO_PLANNER_DATABASE_URL", raising=False)
    write_good_extract(Path("extract"))
    assert run(["load", "extract"]) == ExitCode.DONE
    capsys.readouterr()


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run([*arguments, "--json"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    document: dict[str, Any] = json.loads(captured.out)
    return document


def test_a_visit_is_told_with_what_is_due_from_now_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(VISIT) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Recorded: 0001 on 20 November 2026 at 14:30, seen.", "Due from now on:"]
    assert any("so due on 1 January 2027" in line for line in lines[2:])


def test_a_visit_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    document = _json(capsys, *VISIT, "--arms", "medium", "--rmp-reviewed")
    assert document["officer_ids"] == ["OM1", "S1"]
    assert (document["saved"], document["arms"], document["rmp_reviewed"]) == ("added", "medium", True)
    assert {"task_id": "0001:visit", "kind": "visit", "due_on": "2027-01-01"} in document["tasks"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (VISIT[:3], "--at, --outcome, --officers missing; or give --file"),
        ([*VISIT[:-1], "OM1,OM1"], "the second officer is the lead officer again"),
        ([*VISIT[:-1], "A,B,C"], "is one officer, or two with a comma between"),
        ([*VISIT, "--arms", "big"], "big is not one of low, medium, high, very_high"),
        ([*VISIT, "--file", "plan.csv"], "leave out the options for a single one"),
        (
            ["decide", "--offender", "1", "--decision", "x", "--authorised-by", "A", "--reason", "B"],
            "x is not one of",
        ),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == ExitCode.WRONG_USE
    told = " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert words in told


def test_a_bad_file_is_refused_with_the_contracts_code(capsys: pytest.CaptureFixture[str]) -> None:
    Path("plan.csv").write_text(
        "offender_id,date,starts_at,lead_id,outcome\n0001,2026-11-20,14:30,OM9,seen\n", encoding="utf-8"
    )
    assert run(["record-visit", "--file", "plan.csv"]) == ExitCode.INPUT_REFUSED
    told = capsys.readouterr().err
    assert "plan.csv, row 2, lead_id: the force has no officer OM9" in told
    assert "Nothing was recorded." in told


def test_flags_tell_what_they_raise(capsys: pytest.CaptureFixture[str]) -> None:
    Path("flags.csv").write_text(
        "offender_id,occurred_on,kind,significant,source\n0002,2026-11-20,intelligence,yes,call log\n",
        encoding="utf-8",
    )
    assert run(["load-flags", "flags.csv"]) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["1 event new.", "Raised by events:"]
    assert len(lines) == 4, "the review for active and that of the RMP"


def test_a_decision_names_the_authority(capsys: pytest.CaptureFixture[str]) -> None:
    decision = ["--decision", "to_active", "--authorised-by", "DI Made-Up", "--reason", "new intelligence"]
    assert run(["decide", "--offender", "0002", *decision, "--on", "2026-11-23"]) == ExitCode.DONE
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "Recorded: 0002, back to active management, from 23 November 2026, authorised by DI Made-Up."
