"""A file is there whole or not at all."""

import os
from pathlib import Path

import pytest

from rso_planner.files.whole_file import write_whole_file


def test_the_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    write_whole_file(tmp_path / "plan.csv", b"whole")
    assert (tmp_path / "plan.csv").read_bytes() == b"whole"
    assert (tmp_path / "plan.csv").stat().st_mode & 0o077 == 0


def test_a_failure_leaves_the_older_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(b"older")

    def fail(_descriptor: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space left"):
        write_whole_file(path, b"newer")
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]
