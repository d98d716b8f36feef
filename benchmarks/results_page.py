"""Writes the results of a benchmark into its own section of docs/benchmarks.md; the others stay as they are."""

import os
import platform
import re
import subprocess
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
_OPENING = """\
# Benchmarks

Each section is written by the command that it names, never by hand. `make benchmarks` runs them all, one after
another; keep the machine quiet meanwhile. How long the planner's commands take stands in
[measurements.md](measurements.md).
"""


def write_section(command: str, title: str, lines: Iterable[str], page: Path = PAGE) -> None:
    """Put the lines into the section of the command (`side_by_side` of `python -m benchmarks.side_by_side`).

    A section that the page does not have yet is put at its end.
    """
    begin = f"<!-- {command}: the lines below are written by `python -m benchmarks.{command}`. -->"
    end = f"<!-- {command} ends here. -->"
    section = "\n".join([begin, "", f"## {title}", "", *lines, "", end])
    text = page.read_text("utf-8") if page.exists() else _OPENING
    before, found, rest = text.partition(begin)
    changed = before + section + rest.partition(end)[2] if found else f"{text.rstrip()}\n\n{section}\n"
    page.write_text(changed, "utf-8")


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a Markdown table: the first column to the left, the others, figures, to the right."""
    return [
        f"| {' | '.join(heading)} |",
        f"|---|{'---:|' * (len(heading) - 1)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


def circumstances(*packages: str) -> str:
    """On what and with which versions the figures were measured, as a sentence for the foot of a section."""
    versions = ", ".join(f"{package} {_version(package)}" for package in packages)
    return (
        f"Measured on {date.today().isoformat()}: {os.cpu_count()} cores ({_processor()}), {platform.system()} "  # noqa: DTZ011 - a day for people, in the place where it was measured
        f"{platform.machine()}, Python {platform.python_version()}, {versions}, commit {_commit()}."
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    cpu = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*: (.+)$", cpu.read_text("utf-8"), re.MULTILINE) if cpu.exists() else None
    return " ".join(found[1].split()) if found else platform.processor() or "processor not known"


def _commit() -> str:
    asked = subprocess.run(
        ["git", "describe", "--always", "--dirty=, changed since"],
        cwd=PAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout.strip() or "not known"
