"""`rso-planner briefing`, `head-brief` and `monday-sheet`, as a person types them."""

import json
from pathlib import Path
from typing import Any

import pytest

from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.main import run
from tests.extracts import write_good_extract


@pytest.fixture(autouse=True)
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A store with three people."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RSO_PLANNER_DATABASE_URL", raising=False)
    write_good_extract(Path("extract"))
    assert run(["load", "extract"]) == ExitCode.DONE
    capsys.readouterr()


def _out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(_out(capsys, *arguments, "--json"))
    return document


def test_a_briefing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    out = _out(capsys, "briefing", "--area", "Madeup", "--as-of", "2026-11-23")
    assert out.startswith("Neighbourhood briefing: Madeup\nOn the records as of 23 November 2026.\n")
    assert "  0001  " in out
    assert "NA, Zzed  " in out
    assert "SJ 350 900" in out
    assert "high risk; SHPO in force" in out


def test_a_briefing_as_a_document_holds_the_same_people(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = (
        "briefing",
        "--area",
        "Madeup",
        "--recipient",
        "a team",
        "--reason",
        "why",
        "--expires",
        "2026-12-24",
    )
    found = _json(capsys, *arguments)
    assert [each["reference"] for each in found["tables"]["in_the_area"]["rows"]] == ["0001", "0002"]
    assert found["sentences"][0] == "For a team. Reason: why."
    assert found["sentences"][1].startswith("Destroy it after 24 December 2026.")


def test_an_area_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["briefing", "--area", "Nowhere"]) == ExitCode.WRONG_USE
    assert capsys.readouterr() == ("", "The extract has no area Nowhere. It has: Madeup.\n")


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("head-brief", "Sex offender unit: brief for the head of department"),
        ("monday-sheet", "Supervisor's Monday sheet"),
    ],
)
def test_the_papers_are_shown_and_written(capsys: pytest.CaptureFixture[str], command: str, title: str) -> None:
    out = _out(capsys, command, "--out", "papers")
    assert out.startswith(f"{title}\nOn the records as of 23 November 2026.\n")
    assert "Backlog: people overdue a visit: " in out
    for ending in (".html", ".xlsx"):
        path = Path("papers") / f"{command}-2026-11-23{ending}"
        assert f"Wrote {path}.\n" in out
        assert path.stat().st_size > 1000
    assert _json(capsys, command)["title"] == title


def test_the_enquiry_lists_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    out = _out(capsys, "enquiries")
    assert "0 people to be found." in out
    assert "Missing. Nobody.\n\nWanted. Nobody.\n\nWithout a place. Nobody.\n" in out


def test_a_proposal_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    _out(capsys, "reallocate", "propose")
    out = _out(capsys, "reallocate", "list", "--out", "papers")
    page = Path("papers") / "reallocation-2026-11-23.html"
    assert f"Wrote {page}.\n" in out
    html = page.read_text("utf-8")
    assert "there is no officer" in html
    assert "Zample" not in html
