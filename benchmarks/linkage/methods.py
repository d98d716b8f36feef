"""The ways of linking that are compared, each run in a process of its own with its own time and memory."""

import csv
import json
import subprocess
import sys
import tempfile
import venv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.linkage.lists import Lists, write_list
from benchmarks.linkage.scored import ScoredPair

SPLINK = "splink==5.0.0"

_TOP = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """What a method found, by kind, and what it took."""

    found: Mapping[str, Sequence[ScoredPair]]
    seconds: float
    megabytes: float
    queue: int = 0


def run_ours(lists: Lists) -> Run:
    """Pair as the planner does."""
    return _run(lists, [sys.executable, "-m", "benchmarks.linkage.run_ours"])


def run_rapidfuzz(lists: Lists) -> Run:
    """Compare everybody with everybody by one similarity."""
    return _run(lists, [sys.executable, "-m", "benchmarks.linkage.run_rapidfuzz"])


def run_splink(lists: Lists, python: Path, kind: str) -> Run:
    """Link with splink, by an interpreter that has it."""
    return _run(lists, [str(python), "-m", "benchmarks.linkage.run_splink"], kind)


def make_splink_environment(folder: Path) -> Path:
    """Install splink into an environment of its own and return its interpreter.

    It brings pyarrow, which changes how the planner's pandas reads text: the two do not share one environment.
    """
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    command = [str(python), "-m", "pip", "install", "--quiet", SPLINK]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return python


def _run(lists: Lists, command: Sequence[str], *more: str) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        left, right, found = (Path(folder) / name for name in ("left.csv", "right.csv", "found.csv"))
        write_list(lists.left, left)
        write_list(lists.right, right)
        arguments = [*command, *(str(path) for path in (left, right, found)), *more]
        asked = subprocess.run(arguments, cwd=_TOP, stdout=subprocess.PIPE, text=True, check=True)
        answer = json.loads(asked.stdout)
        return Run(
            found=_read_found(found),
            seconds=answer["seconds"],
            megabytes=answer["megabytes"],
            queue=answer.get("queue", 0),
        )


def _read_found(path: Path) -> Mapping[str, Sequence[ScoredPair]]:
    found: dict[str, list[ScoredPair]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for kind, score, left, right in csv.reader(file):
            found[kind].append((float(score), left, right))
    return found
