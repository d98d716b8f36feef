"""`rso-planner reallocate`, as a person types it."""

import json
from pathlib import Path
from typing import Any

import pytest

from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.main import run
from tests.extracts import good_tables, set_cell, write_tables


@pytest.fixture(autouse=True)
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A store with three people; the one in custody has no officer, and OM1 leaves."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RSO_PLANNER_DATABASE_URL", raising=False)
    tables = good_tables()
    set_cell(tables, "officers", 2, "leaves_on", "2026-12-01")
    tables["separations"] = tables["separations"][:1]
    write_tables(tables, Path("extract"))
    assert run(["load", "extract"]) == ExitCode.DONE
    capsys.readouterr()


def _out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["reallocate", *arguments]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(_out(capsys, *arguments, "--json"))
    return document


def test_a_proposal_is_read_aloud(capsys: pytest.CaptureFixture[str]) -> None:
    out = _out(capsys, "propose")
    assert out.startswith(
        "Proposal 1. Nothing changes until it is accepted.\n"
        "\n"
        "As of 23 November 2026, 2 changes of officer: 1 because there is no officer; 1 because the officer is "
        "not in post, or leaves soon.\n"
        "The officers' work lies between 4 and 4 % of a fair part now, between 100 and 100 % after.\n"
        "No smaller number of changes does as much: proven.\n"
    )
    assert "     1  12, medium risk: nobody to OM2; there is no officer.\n" in out
    assert "     2  0001, high risk: OM1 to OM2; the officer is not in post, or leaves soon.\n" in out
    assert out.endswith("\n     2  open\n")


def test_changes_are_decided_one_by_one_and_together(capsys: pytest.CaptureFixture[str]) -> None:
    _out(capsys, "propose")
    assert _out(capsys, "accept", "2") == (
        "     2  0001, high risk: OM1 to OM2; the officer is not in post, or leaves soon.\n1 change accepted.\n"
    )
    assert _json(capsys, "accept", "2") == {"decision": "accepted", "decided": [], "as_before": [2]}
    assert _json(capsys, "reject", "--all", "--note", "made up")["decided"] == [1]
    found = _json(capsys, "list")
    assert [each["standing"] for each in found["changes"]] == ["rejected", "accepted"]
    assert found["changes"][0]["history"][0]["note"] == "made up"
    assert {each["officer_id"]: each["before"]["people"] for each in found["officers_now"]} == {"OM2": 2}
    assert _out(capsys, "undo", "1").endswith("1 change taken back.\n")
    assert "     1  open\n     1  accepted\n" in _out(capsys, "list")


def test_the_document_has_the_caseloads_and_the_objectives(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "propose", "--most", "1")
    assert [each["offender_id"] for each in found["changes"]] == ["0001"]
    assert found["without_officer"] == ["12"]
    assert {each["name"]: each["value"] for each in found["objectives"]}["changes"] == 1
    assert {each["officer_id"]: each["after"]["people"] for each in found["officers"]} == {"OM1": 0, "OM2": 2}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["accept"], "Name the changes by their numbers, or all that are open with --all.\n"),
        (["reject", "1", "--all"], "Name the changes by their numbers, or all that are open with --all.\n"),
        (["list"], "No reallocation has been proposed yet: rso-planner reallocate propose.\n"),
        (["accept", "1"], "No reallocation has been proposed yet: rso-planner reallocate propose.\n"),
        (["propose", "--most", "-1"], "The most changes are 0 or more, not -1.\n"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["reallocate", *arguments]) == ExitCode.WRONG_USE
    assert capsys.readouterr() == ("", told)


def test_load_says_what_became_of_accepted_changes(capsys: pytest.CaptureFixture[str]) -> None:
    _out(capsys, "propose")
    _out(capsys, "accept", "--all")
    tables = good_tables()
    set_cell(tables, "offenders", 2, "officer_id", "OM2")
    set_cell(tables, "offenders", 4, "officer_id", "OM1")
    write_tables(tables, Path("next"))
    assert run(["load", "next"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "The extract holds 1 accepted change of officer.\n" in out
    assert "The extract has another officer than 1 accepted change: the extract stands.\n" in out
