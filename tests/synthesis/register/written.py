"""A synthetic force with its register, read back from the written files and counted anew from the written rules.

Shares no code with the drawing of the register, the reading of registers or the reconciliation.
"""

import csv
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path

from rso_planner.domain.case import Case
from rso_planner.domain.interval import read_interval
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.visit import VisitOutcome
from rso_planner.files.extract_reading import read_extract
from rso_planner.files.force_model_file import force_model_path
from rso_planner.files.policy_file import read_policy
from rso_planner.use_cases.synthesise_force import write_synthetic_force
from tests.synthesis.counting import due_on, is_registered, is_routinely_visited

Row = Mapping[str, str]
SHIPPED = force_model_path("merseyside-2018").read_text(encoding="utf-8")


@cache
def merseyside_register(seed: int, as_of: date, lag: int = 0) -> "Written":
    """The files of the shipped model, written once; `lag` changes its snapshot_lag."""
    folder = Path(tempfile.mkdtemp(prefix="rso-register-"))
    before = "[register.snapshot_lag]\nvalue = 0"
    assert SHIPPED.count(before) == 1
    (folder / "model.toml").write_text(SHIPPED.replace(before, before[:-1] + str(lag)), encoding="utf-8")
    write_synthetic_force(str(folder / "model.toml"), as_of, seed, folder)
    return Written(folder, as_of, as_of - timedelta(days=lag))


@dataclass(frozen=True)
class Person:
    """A person of the extract beside the register's row, as far as there is one."""

    case: Case
    row: Row | None
    policy: PlanningPolicy
    as_of: date

    @cached_property
    def seen(self) -> list[date]:
        return sorted(row.started_at.date() for row in self.case.visits if row.outcome is VisitOutcome.SEEN)

    @cached_property
    def tried(self) -> list[date]:
        return [row.started_at.date() for row in self.case.visits if row.outcome is not VisitOutcome.SEEN]

    @property
    def is_registered(self) -> bool:
        return is_registered(self.case, self.as_of)

    @cached_property
    def due_on(self) -> date | None:
        """When the routine visit is due by the force's rules; None where none can be due."""
        return due_on(self.case, self.policy) if is_routinely_visited(self.case.offender) else None

    @cached_property
    def owed(self) -> int:
        return self.owed_on(self.as_of)

    def owed_on(self, day: date) -> int:
        """How many visits the force's rules say are owed, by the visits until the day."""
        if self.due_on is None or not self.is_registered:
            return 0
        until = tuple(visit for visit in self.case.visits if visit.started_at.date() <= day)
        then_due_on = due_on(replace(self.case, visits=until), self.policy)
        own = self.case.offender.visit_interval
        interval = own or read_interval(
            f"{self.policy.visit_interval_table[self.case.offender.risk_level]} months"
        )
        dues = (interval.after(then_due_on, times) for times in range(1000))
        return next(number for number, due in enumerate(dues) if due >= day)

    def agreeing_row(self) -> Row:
        """What a row says that agrees with the extract, in the columns that planted causes may change."""
        offender = self.case.offender
        return {
            "register_type": offender.register_type.value,
            "status": offender.status.value,
            "risk_level": offender.risk_level.value,
            "management": offender.management.value,
            "officer_id": offender.officer_id or "",
            "area": offender.area or "",
            "visit_interval": str(offender.visit_interval or ""),
            "last_visit_on": str(max(self.seen, default="")),
            "next_visit_due_on": str(self.due_on or "") if self.is_registered or not offender.is_rso else "",
        }

    def changed(self) -> set[str]:
        """The columns in which the row says something else."""
        assert self.row is not None
        return {column for column, value in self.agreeing_row().items() if self.row[column] != value}


@dataclass(frozen=True)
class Written:
    """One run of `synth`, read back."""

    folder: Path
    as_of: date
    snapshot_on: date
    policy: PlanningPolicy = field(default_factory=read_policy)

    def _table(self, name: str) -> list[Row]:
        with (self.folder / name).open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    @cached_property
    def rows(self) -> list[Row]:
        return self._table("register.csv")

    @cached_property
    def key(self) -> list[Row]:
        return self._table("answer_key.csv")

    @cached_property
    def people(self) -> dict[str, Person]:
        """Everybody of the extract; the made-up register numbers tell whose row is whose."""
        force = read_extract(self.folder / "extract").force
        assert force is not None
        by_number = {row["register_id"]: row for row in self.rows}
        return {
            case.offender.offender_id: Person(
                case, by_number.get(f"SYN{case.offender.offender_id}"), self.policy, self.as_of
            )
            for case in force.cases
        }

    def planted(self, *causes: str) -> Iterator[tuple[Row, Person]]:
        """The lines of the key with these causes, of people whom the force has."""
        for line in self.key:
            if line["cause"] in causes and line["offender_id"]:
                yield line, self.people[line["offender_id"]]

    def is_overdue(self, row: Row) -> bool:
        """The register's own verdict."""
        if row["visits_outstanding"]:
            return int(row["visits_outstanding"]) > 0
        return bool(row["next_visit_due_on"]) and date.fromisoformat(row["next_visit_due_on"]) < self.snapshot_on
