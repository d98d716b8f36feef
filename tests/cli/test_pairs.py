"""`rso-planner pairs`, as a person types it."""

import json
from pathlib import Path
from typing import Any

import pytest

from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.main import run
from tests.extracts import write_good_extract
from tests.registers import good_rows, write_csv


@pytest.fixture(autouse=True)
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A store with three people and the register's four records."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RSO_PLANNER_DATABASE_URL", raising=False)
    write_good_extract(Path("extract"))
    assert run(["load", "extract"]) == ExitCode.DONE
    assert run(["load-register", str(write_csv(good_rows("people"), Path("register.csv")))]) == ExitCode.DONE
    capsys.readouterr()


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["pairs", *arguments, "--json"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    document: dict[str, Any] = json.loads(captured.out)
    return document


def test_the_list_shows_both_sides_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pairs", "list"]) == ExitCode.DONE
    assert capsys.readouterr() == (
        (
            "The extract of 23 November 2026 and the register's export of 20 November 2026.\n"
            "\n"
            "1 person on both lists for certain:\n"
            "        1 by the force's identifier\n"
            "On one list only: 1 record of the register, 1 person of the force.\n"
            "About somebody who is on the same list already: 1 record of the register, 0 rows of the force.\n"
            "\n"
            "12  O'Zample, Zoë; born 5 May 1975; high risk; custody; area Madeup; officer OM2\n"
            "  0002 fits, but a date of birth is missing, and names alone pair nobody.\n"
            "    0002  O'Zample, Zoë; date of birth not said; low risk; community; area Madeup; officer OM2\n"
            "      More than 99% likely. The family name is the same, the given names are the same, the date of "
            "birth is missing on one list or both.\n"
            "\n"
            "1 record to decide on: rso-planner pairs accept (or reject) REGISTER_ID OFFENDER_ID\n"
        ),
        "",
    )


def test_a_decision_is_used_until_it_is_undone(capsys: pytest.CaptureFixture[str]) -> None:
    assert [each["register_id"] for each in _json(capsys, "list")["queue"]] == ["12"]
    assert run(["pairs", "accept", "12", "0002"]) == ExitCode.DONE
    assert capsys.readouterr().out == "12 and 0002: one person.\n"
    accepted = _json(capsys, "list")
    assert accepted["queue"] == []
    assert accepted["certain"] == {"decided": 1, "register_id": 0, "force_id": 1, "names": 0}
    assert [(each["register_id"], each["decision"]) for each in accepted["decisions"]] == [("12", "accepted")]

    assert run(["pairs", "reject", "12", "0002"]) == ExitCode.DONE
    assert capsys.readouterr().out == "12 and 0002: two people.\n"
    rejected = _json(capsys, "list")
    assert (rejected["queue"], rejected["certain"]["decided"]) == ([], 0)
    assert rejected["unpaired"] == {"force": ["0002", "12"], "register": ["12", "V-7"]}

    assert run(["pairs", "undo", "12", "0002"]) == ExitCode.DONE
    assert capsys.readouterr().out == "12 and 0002: open again.\n"
    assert [each["register_id"] for each in _json(capsys, "list")["queue"]] == ["12"]


def test_certain_pairs_and_who_is_there_twice_are_shown_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pairs", "list", "--certain"]) == ExitCode.DONE
    assert capsys.readouterr().out.endswith(
        "\nPaired by names and date of birth:\n"
        "\nOn a list twice:\n"
        "  V-7 as V-7. Both are linked by an identifier.\n"
    )


def test_what_was_decided_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pairs", "accept", "12", "0002"]) == ExitCode.DONE
    assert run(["pairs", "list"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "No record of the register waits for a decision." in out
    assert "Decided so far (rso-planner pairs undo takes a decision back):\n  12 and 0002: one person (" in out


def test_the_same_again_changes_nothing_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    first = _json(capsys, "accept", "12", "0002")
    assert first == {"register_id": "12", "offender_id": "0002", "decision": "accepted", "changed": True}
    assert _json(capsys, "accept", "12", "0002")["changed"] is False
    assert len(_json(capsys, "list")["decisions"]) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["accept", "R-99", "0002"], "The register's latest export has no record R-99.\n"),
        (["reject", "12", "0099"], "The force has no person 0099.\n"),
        (["undo", "12", "0002"], "Nothing has been decided on 12 and 0002.\n"),
    ],
)
def test_a_decision_on_nobody_is_refused(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["pairs", *arguments]) == ExitCode.WRONG_USE
    assert capsys.readouterr() == ("", told)


def test_without_an_export_there_is_nothing_to_pair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path / "extract")
    assert run(["load", "."]) == ExitCode.DONE
    capsys.readouterr()
    assert run(["pairs", "list"]) == ExitCode.WRONG_USE
    assert capsys.readouterr().err.startswith("No export of the register with people or visits has been loaded.")
