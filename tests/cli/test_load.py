"""`rso-planner load` and `upgrade`, as a person types them."""

import json
from pathlib import Path
from typing import Any

import pytest

from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.main import run
from tests.extracts import good_tables, set_cell, write_good_extract, write_tables


@pytest.fixture(autouse=True)
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, where the default store and the default rejects lie."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RSO_PLANNER_DATABASE_URL", raising=False)
    return tmp_path


def _broken(folder: Path) -> str:
    tables = good_tables()
    set_cell(tables, "offenders", 2, "risk_level", "severe")
    return str(write_tables(tables, folder))


def _json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_a_good_extract_is_loaded_into_the_default_store(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract = str(write_good_extract(working_folder / "extract"))
    assert run(["load", extract]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert "offenders: 3 added\nvisits: 3 added\n" in captured.out
    assert captured.err == ""
    assert {path.name for path in working_folder.iterdir()} == {"extract", "rso_planner.db"}
    assert run(["load", extract]) == ExitCode.DONE
    assert capsys.readouterr().out == "This extract is in the store already; nothing was changed.\n"


def test_a_broken_extract_is_refused_with_its_rejects(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["load", _broken(working_folder / "extract")]) == ExitCode.INPUT_REFUSED
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "1 problem found in the extract:\n"
        "  offenders.csv, row 2, risk_level: severe is not one of very_high, high, medium, low\n"
        "All of them are listed in rejects.\n"
        "It holds the extract with the rejected rows on top: mend them there and load that folder.\n"
        "Nothing was loaded.\n"
    )
    assert (working_folder / "rejects" / "rejects.csv").exists()
    assert not (working_folder / "rso_planner.db").exists()


def test_the_rejects_folder_can_be_mended_and_loaded(working_folder: Path) -> None:
    run(["load", _broken(working_folder / "extract")])
    offenders = working_folder / "rejects" / "offenders.csv"
    mended = offenders.read_text(encoding="utf-8-sig").replace(",severe,", ",high,")
    offenders.write_text(mended, encoding="utf-8-sig")
    assert run(["load", "rejects"]) == ExitCode.DONE


def test_good_rows_are_accepted_on_demand_and_counted(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract = _broken(working_folder / "extract")
    assert run(["load", extract, "--accept-good-rows", "--rejects", "mine.csv"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert "offenders: 2 added" in captured.out
    assert "offenders: 1 row left out\nvisits: 2 rows left out" in captured.out
    assert "All of them are listed in mine.csv." in captured.err


def test_json_is_one_document_and_nothing_else(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load", str(write_good_extract(working_folder / "extract")), "--json"]) == ExitCode.DONE
    loaded = _json(capsys)
    assert (loaded["loaded"], loaded["changed"], loaded["extracted_on"]) == (True, True, "2026-11-23")
    assert loaded["tables"]["visits"]["added"] == 3
    assert run(["load", _broken(working_folder / "broken"), "--json"]) == ExitCode.INPUT_REFUSED
    refused = _json(capsys)
    assert refused["loaded"] is False
    assert refused["rejects"] == [
        {
            "file": "offenders.csv",
            "row": 2,
            "column": "risk_level",
            "value": "severe",
            "reason": "severe is not one of very_high, high, medium, low",
        }
    ]


def test_an_older_extract_needs_force(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", "2026-11-30")
    run(["load", str(write_tables(tables, working_folder / "newer"))])
    older = str(write_good_extract(working_folder / "older"))
    assert run(["load", older]) == ExitCode.INPUT_REFUSED
    assert "Use --force to load it all the same." in capsys.readouterr().err
    assert run(["load", older, "--force"]) == ExitCode.DONE


def test_missing_people_and_ignored_columns_are_told(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["load", str(write_good_extract(working_folder / "first"))])
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", "2026-11-30")
    del tables["offenders"][3], tables["orders"][2]
    tables["arms"] = [[*row, "Notes"] for row in tables["arms"]]
    capsys.readouterr()
    assert run(["load", str(write_tables(tables, working_folder / "second"))]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.err == (
        "arms.csv: the column Notes is not known and was ignored.\n"
        "1 person is in the store and not in this extract, and kept:\n  12\n"
    )
    assert "orders: 1 unchanged, 1 no longer in the extract and kept\n" in captured.out


def test_no_extract_and_no_mapping_are_refused(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load", "nowhere"]) == ExitCode.INPUT_REFUSED
    assert capsys.readouterr().err == "There is no folder or file nowhere.\n"
    extract = str(write_good_extract(working_folder / "extract"))
    assert run(["load", extract, "--mapping", "none.toml"]) == ExitCode.INPUT_REFUSED
    assert capsys.readouterr().err == "none.toml: the file: cannot be opened\n"


def test_upgrade_makes_a_store_and_then_has_nothing_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["upgrade"]) == ExitCode.DONE
    assert run(["upgrade"]) == ExitCode.DONE
    assert capsys.readouterr().out == "The store is now up to date.\nThe store was up to date already.\n"
