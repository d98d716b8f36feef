"""The `synth` command."""

from pathlib import Path

import pytest

from rso_planner.cli.main import run
from rso_planner.files.extract_reading import read_extract

ARGUMENTS = ["synth", "--model", "merseyside-2018", "--as-of", "2026-11-23", "--seed", "1", "--out"]


@pytest.mark.whole_run
def test_synth_writes_an_extract_that_can_be_loaded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*ARGUMENTS, str(tmp_path)]) == 0
    reading = read_extract(tmp_path / "extract")
    assert reading.rejects == ()
    assert reading.force is not None
    printed = capsys.readouterr().out
    assert f"Wrote a synthetic force of {len(reading.force.cases):,} people" in printed
    rows = (tmp_path / "register.csv").read_text(encoding="utf-8").count("\n") - 1
    differences = (tmp_path / "answer_key.csv").read_text(encoding="utf-8").count("\n") - 1
    assert f"Wrote a register export of {rows:,} records" in printed
    assert f"It differs on {differences:,} people" in printed


def test_an_unknown_model_is_input_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["synth", "--model", "atlantis-1999", "--as-of", "2026-11-23", "--out", str(tmp_path)]
    assert run(arguments) == 3
    assert capsys.readouterr().err == "atlantis-1999.toml: the file: does not exist\n"
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_to_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file, not a folder", encoding="utf-8")
    assert run([*ARGUMENTS, str(tmp_path / "taken")]) == 2
    assert "cannot be written into" in capsys.readouterr().err


def test_a_day_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    assert run(["synth", "--as-of", "2026-02-30", "--out", str(tmp_path)]) == 2
