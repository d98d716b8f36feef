"""`rso-planner load-register`, as a person types it."""

import json
from pathlib import Path
from typing import Any

import pytest

from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.main import run
from tests.registers import Rows, column_of, good_rows, without, write_csv


@pytest.fixture(autouse=True)
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, where the default store and the default rejects lie."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RSO_PLANNER_DATABASE_URL", raising=False)
    return tmp_path


def _write(rows: Rows, name: str = "register.csv") -> str:
    return str(write_csv(rows, Path(name)))


def _broken() -> str:
    rows = good_rows("people")
    rows[1][column_of(rows, "risk_level")] = "severe"
    return _write(rows)


def _json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_a_good_export_is_loaded_without_a_mapping(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["load-register", _write(good_rows("people"))]) == ExitCode.DONE
    assert capsys.readouterr() == ("people: 4 records of 20 November 2026\n", "")
    assert {path.name for path in working_folder.iterdir()} == {"register.csv", "rso_planner.db"}
    assert run(["load-register", "register.csv"]) == ExitCode.DONE
    assert capsys.readouterr().out == (
        "This export is in the store already; nothing was changed.\npeople: 4 records of 20 November 2026\n"
    )


def test_a_broken_export_is_refused_with_its_rejects(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["load-register", _broken()]) == ExitCode.INPUT_REFUSED
    assert capsys.readouterr() == (
        "",
        (
            "1 problem found in the export:\n"
            "  register.csv, row 2, risk_level: severe is not one of very_high, high, medium, low\n"
            "All of them are listed in rejects.\n"
            "Mend the rows on top of rejects/register.csv and load that file, with the same mapping.\n"
            "Nothing was loaded.\n"
        ),
    )
    assert not (working_folder / "rso_planner.db").exists()


def test_good_rows_are_accepted_on_demand_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load-register", _broken(), "--accept-good-rows", "--rejects", "mine.csv"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.out == "people: 3 records of 20 November 2026\npeople: 1 row left out\n"
    told = "All of them are listed in mine.csv.\nMend them in the export itself and load it again.\n"
    assert captured.err.endswith(told)


def test_what_was_skipped_and_ignored_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [[*row, "x"] for row in good_rows("people")]
    rows[0][-1] = "Remarks"
    page = [["Register of people"], [], rows[0]]
    file = _write([*page, *rows[1:3], *page, *rows[3:], ["Total: 5"], ["OFFICIAL"]])
    assert run(["load-register", file]) == ExitCode.DONE
    assert capsys.readouterr().err == (
        "register.csv: the column Remarks is not known and was ignored.\n"
        "register.csv: skipped 2 titles, 2 blank rows, 1 repeated heading, 1 total, 1 note.\n"
        "The export's own total is 5; 4 rows were found.\n"
    )


def test_a_shipped_mapping_is_named_without_its_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load-register", _write(good_rows("visits")), "--mapping", "register-visits"]) == ExitCode.DONE
    assert run(["load-register", _write(good_rows("arms")), "--mapping", "register-arms"]) == ExitCode.DONE
    assert capsys.readouterr().out == (
        "visits: 2 records of 20 November 2026\nassessments: 2 records of 20 November 2026\n"
    )
    assert run(["load-register", "register.csv", "--mapping", "nowhere"]) == ExitCode.INPUT_REFUSED
    assert capsys.readouterr().err == "nowhere.toml: the file: cannot be opened\n"


def test_the_day_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    file = _write(without(good_rows("people"), "snapshot_on"))
    assert run(["load-register", file]) == ExitCode.INPUT_REFUSED
    assert "does not say of which day it is; give it with --snapshot" in capsys.readouterr().err
    assert run(["load-register", file, "--snapshot", "2026-11-20"]) == ExitCode.DONE
    assert run(["load-register", file, "--snapshot", "20/11/2026"]) == ExitCode.WRONG_USE


def test_an_older_export_needs_force(capsys: pytest.CaptureFixture[str]) -> None:
    newer = _write(without(good_rows("people"), "snapshot_on"))
    older = _write(without(good_rows("people")[:2], "snapshot_on"), "older.csv")
    run(["load-register", newer, "--snapshot", "2026-11-20"])
    capsys.readouterr()
    assert run(["load-register", older, "--snapshot", "2026-11-19"]) == ExitCode.INPUT_REFUSED
    assert capsys.readouterr() == (
        "",
        (
            "The export is of 19 November 2026, older than the store's of 20 November 2026; nothing was loaded. "
            "Use --force to load it all the same.\n"
        ),
    )
    assert run(["load-register", older, "--snapshot", "2026-11-19", "--force"]) == ExitCode.DONE


def test_json_is_one_document_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load-register", _write([["A title"], *good_rows("people")]), "--json"]) == ExitCode.DONE
    assert _json(capsys) == {
        "loaded": True,
        "changed": True,
        "layout": "people",
        "snapshot_on": "2026-11-20",
        "records": 4,
        "people": 3,
        "skipped": {"title": 1},
        "notices": [],
        "rejects": [],
        "left_out": 0,
        "left_out_ids": [],
        "ignored_columns": [],
        "rejects_path": None,
    }
    assert run(["load-register", _broken(), "--json"]) == ExitCode.INPUT_REFUSED
    refused = _json(capsys)
    assert (refused["loaded"], refused["snapshot_on"], refused["rejects_path"]) == (False, None, "rejects")
    assert refused["rejects"] == [
        {
            "file": "register.csv",
            "row": 2,
            "column": "risk_level",
            "value": "severe",
            "reason": "severe is not one of very_high, high, medium, low",
        }
    ]


def test_what_is_wrong_is_told_even_where_the_rejects_cannot_lie(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder holds the rejects of an extract, say; nobody's mended rows are overwritten."""
    (working_folder / "rejects").mkdir()
    (working_folder / "rejects" / "offenders.csv").write_text("mended by somebody")
    assert run(["load-register", _broken()]) == ExitCode.INPUT_REFUSED
    assert capsys.readouterr().err == (
        "rejects is there already and holds other things than rejects; name another folder for them.\n"
        "1 problem found in the export:\n"
        "  register.csv, row 2, risk_level: severe is not one of very_high, high, medium, low\n"
        "Nothing was loaded.\n"
    )
    assert run(["load-register", "register.csv", "--accept-good-rows"]) == ExitCode.INPUT_REFUSED
    assert "problem" not in capsys.readouterr().err, "no row is left out that cannot be mended later"
    assert not (working_folder / "rso_planner.db").exists()
    assert (working_folder / "rejects" / "offenders.csv").read_text() == "mended by somebody"
