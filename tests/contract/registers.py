"""Register exports written by hand, sharing no code with the planner, and their comparison on the command line.

The register's day is that of the extract. A person of `extracts.Extract` is quiet, and so is the record made here
of one: it says what the extract says, so that a test sets only what it is about.
"""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.contract.extracts import AS_OF, Answer, Desk, Extract, Row

COLUMNS = (
    *("register_id", "register_type", "offender_id", "family_name", "given_names", "date_of_birth", "status"),
    *("risk_level", "management", "officer_id", "area", "visit_interval", "last_visit_on", "next_visit_due_on"),
    *("visits_outstanding", "last_arms_on", "next_arms_due_on", "snapshot_on"),
)
_SAME = (
    *("register_type", "family_name", "given_names", "date_of_birth", "status"),
    *("risk_level", "management", "area"),
)


@dataclass
class Register:
    """The rows of a register's export."""

    snapshot_on: str = AS_OF
    rows: list[Row] = field(default_factory=list)

    def agree(self, extract: Extract, offender_id: str, last: str, due: str, **cells: str) -> None:
        """A record of one of the extract's people, seen last on `last` and due on `due`."""
        person = next(row for row in extract.rows["offenders"] if row["offender_id"] == offender_id)
        said = {name: person.get(name, "") for name in _SAME}
        dates = {"last_visit_on": last, "next_visit_due_on": due, "snapshot_on": self.snapshot_on}
        self.rows.append({"register_id": f"R-{offender_id}", "offender_id": offender_id, **said, **dates, **cells})

    def write(self, folder: Path) -> Path:
        path = folder / "register.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="")
            writer.writeheader()
            writer.writerows(self.rows)
        return path


def reconcile(desk: Desk, extract: Extract, register: Register) -> Answer:
    """What `reconcile --json` says of the two."""
    desk.load(extract)
    code, _, errors = desk.ask("load-register", str(register.write(desk.folder)))
    assert code == 0, errors
    return desk.json("reconcile")


def cause_of(answer: Answer, offender_id: str) -> Any:
    """The cause of the one discrepancy on a person."""
    (found,) = [each for each in answer["people"] if each["offender_id"] == offender_id]
    return found["cause"]
