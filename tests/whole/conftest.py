"""One run of the demo in a process of its own, shared by all tests of whole runs."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class DemoRun:
    """The folder that `demo` filled, and what it printed."""

    folder: Path
    printed: str

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.folder / 'rso_planner.db'}"

    @property
    def plan(self) -> Mapping[str, Any]:
        document: dict[str, Any] = json.loads((self.folder / "plan.json").read_text(encoding="utf-8"))
        return document

    def ask(self, *arguments: str, expected: int = 0) -> str:
        """Run a command on the demo's store and return its standard output."""
        return run_command("--database", self.database_url, *arguments, expected=expected)


def run_command(*arguments: str, expected: int = 0, hash_seed: str = "0") -> str:
    """Run `rso-planner` in a process of its own and return its standard output."""
    ran = subprocess.run(
        [sys.executable, "-m", "rso_planner", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        check=False,
    )
    assert ran.returncode == expected, ran.stderr
    return ran.stdout


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoRun:
    """The demo, run once."""
    folder = tmp_path_factory.mktemp("whole") / "demo"
    printed = run_command("demo", "--out", str(folder))
    return DemoRun(folder, printed)
