"""How long the whole national list takes: 70,000 people a side loaded, paired and reconciled, as a user would.

    python -m benchmarks.national_list [--people 70000]

The list is made of as many synthetic forces as it takes, each with a prefix of its own on every identifier. Each
command is a process of its own, so that its time and its peak memory are its own too.
"""

import argparse
import csv
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from subprocess import Popen

from benchmarks.results_page import circumstances, table, write_section
from rso_planner.use_cases.synthesise_force import write_synthetic_force

_AS_OF = date(2026, 11, 20)
_IDENTIFIERS = frozenset(
    {
        *("offender_id", "register_id", "visit_id", "assessment_id", "order_id", "event_id", "decision_id"),
        *("officer_id", "second_officer_id", "first_id", "second_id"),
    }
)
_KILOBYTES_A_MEGABYTE = 1000


@dataclass(frozen=True)
class Measured:
    """What one command took."""

    command: str
    seconds: float
    megabytes: float


def make_national_list(people: int, folder: Path) -> int:
    """Write the extract and the register of so many people into the folder; return how many there are."""
    (folder / "extract").mkdir(parents=True)
    written, number = 0, 0
    while written < people:
        number += 1
        with tempfile.TemporaryDirectory() as one:
            written += len(write_synthetic_force("merseyside-2018", _AS_OF, number, Path(one)).force.cases)
            for path in (*sorted((Path(one) / "extract").glob("*.csv")), Path(one) / "register.csv"):
                _append(path, folder / path.relative_to(one), f"{number:02}-", is_first=number == 1)
            _append(Path(one) / "answer_key.csv", folder / "answer_key.csv", f"{number:02}-", is_first=number == 1)
    return written


def _append(source: Path, target: Path, prefix: str, *, is_first: bool) -> None:
    if source.name == "extract.csv" and not is_first:
        return
    with (
        source.open(encoding="utf-8-sig", newline="") as read,
        target.open("w" if is_first else "a", encoding="utf-8", newline="") as written,
    ):
        rows = csv.DictReader(read)
        writer = csv.DictWriter(written, rows.fieldnames or ())
        if is_first:
            writer.writeheader()
        for row in rows:
            writer.writerow({key: _prefixed(prefix, key, value) for key, value in row.items()})


def _prefixed(prefix: str, key: str, value: str) -> str:
    return f"{prefix}{value}" if value and key in _IDENTIFIERS else value


def measure(folder: Path, *arguments: str) -> Measured:
    """Run one command on the folder's store and take its time and its peak memory."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "rso_planner", "--database", f"sqlite:///{folder / 'store.db'}", *arguments]
    with (folder / f"{arguments[0]}.out").open("w") as out:
        process = Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}")
    return Measured(arguments[0], time.perf_counter() - began, usage.ru_maxrss / _KILOBYTES_A_MEGABYTE)


def count_found(folder: Path) -> tuple[int, int, int]:
    """How many planted differences there are, how many are found with their cause, and how many else are found."""
    with (folder / "answer_key.csv").open(encoding="utf-8", newline="") as file:
        planted = Counter((row["offender_id"], row["register_id"], row["cause"]) for row in csv.DictReader(file))
    answer = json.loads((folder / "reconcile.out").read_text("utf-8"))
    found = Counter(
        (each["offender_id"] or "", each["register_id"] or "", each["cause"]) for each in answer["people"]
    )
    return planted.total(), (planted & found).total(), (found - planted).total()


def lines_of(people: int, measured: Iterable[Measured], found: tuple[int, int, int]) -> list[str]:
    """The section of the results page."""
    rows = [(f"`{each.command}`", f"{each.seconds:.1f} s", f"{each.megabytes:,.0f} MB") for each in measured]
    planted, right, else_found = found
    return [
        f"{people:,} people on the force's side and as many on the register's, made of synthetic forces.",
        "",
        *table(("command", "seconds", "peak memory"), rows),
        "",
        f"Of {planted:,} planted differences {right:,} are found with their cause, and {else_found:,} others.",
        "Forces share made-up names, so some people of different forces are alike by name and date of birth.",
        "",
        circumstances("pandas", "sqlalchemy", "rapidfuzz"),
    ]


def main() -> None:
    """Make the list, run the commands, write the section."""
    parser = argparse.ArgumentParser(description="Time the reconciliation of the national list.")
    parser.add_argument("--people", type=int, default=70_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        people = make_national_list(given.people, folder)
        measured = [
            measure(folder, "load", str(folder / "extract")),
            measure(folder, "load-register", str(folder / "register.csv")),
            measure(folder, "reconcile", "--json"),
        ]
        lines = lines_of(people, measured, count_found(folder))
    print("\n".join(lines))
    write_section("national_list", "The national list reconciled", lines)


if __name__ == "__main__":
    main()
