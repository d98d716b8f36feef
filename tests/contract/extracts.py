"""Force extracts written by hand, sharing no code with the planner, and a desk that asks the command line.

The extract's day is Monday 23 November 2026. A person made here is *quiet*: nothing of theirs is due for
weeks, so that a test sets only what it is about.
"""

import csv
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rso_planner.cli.main import run

Row = dict[str, str]
Answer = dict[str, Any]

AS_OF = "2026-11-23"
WEEK = "2026-11-23"

_QUIET_PERSON: Row = {
    "register_type": "rso",
    "family_name": "Madeup",
    "given_names": "Zz",
    "date_of_birth": "1980-01-01",
    "sex": "male",
    "risk_level": "medium",
    "status": "community",
    "management": "active",
    "mappa_level": "1",
    "lead_agency": "police",
    "area": "Northmadeup",
    "easting": "400000",
    "northing": "300000",
    "no_fixed_abode": "no",
    "registered_on": "2010-01-04",
    "notification_ends_on": "indefinite",
    "last_notified_on": "2026-11-02",
    "on_licence": "no",
    "open_investigation": "no",
}

_OFFICER: Row = {
    "role": "offender_manager",
    "contracted_hours": "37",
    "arms_trained": "yes",
    "visit_trained": "yes",
    "area": "Northmadeup",
    "base_easting": "400000",
    "base_northing": "300000",
}


@dataclass
class Extract:
    """The rows of a force's extract, file by file."""

    extracted_on: str = AS_OF
    events_complete_from: str = "2010-01-01"
    reviewed_on: str = "2026-11-20"
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, **cells: str) -> None:
        self.rows.setdefault(table, []).append(dict(cells))

    def person(
        self, offender_id: str, *, seen: str = "2026-11-20", arms: str = "2026-11-01", **cells: str
    ) -> None:
        """A quiet person; `seen` and `arms` are the days of the last completed ones, '' for none."""
        reviewed = {"rmp_reviewed_on": self.reviewed_on, "supervisor_reviewed_on": self.reviewed_on}
        self.add("offenders", **{"offender_id": offender_id, **_QUIET_PERSON, **reviewed, **cells})
        if seen:
            self.visit(offender_id, f"{seen}T10:00", "seen")
        if arms:
            self.assessment(offender_id, arms, arms)

    def visit(self, offender_id: str, at: str, outcome: str, officer: str = "OM1", **cells: str) -> None:
        number = f"V{len(self.rows.get('visits', [])) + 1}"
        self.add(
            "visits",
            visit_id=number,
            offender_id=offender_id,
            started_at=at,
            outcome=outcome,
            officer_id=officer,
            **cells,
        )

    def assessment(self, offender_id: str, assessed: str, completed: str, priority: str = "low") -> None:
        self.add(
            "arms",
            assessment_id=f"A{len(self.rows.get('arms', [])) + 1}",
            offender_id=offender_id,
            assessed_on=assessed,
            completed_on=completed,
            priority=priority,
        )

    def event(self, offender_id: str, on: str, kind: str = "intelligence", significant: str = "yes") -> None:
        self.add(
            "events",
            event_id=f"E{len(self.rows.get('events', [])) + 1}",
            offender_id=offender_id,
            occurred_on=on,
            kind=kind,
            significant=significant,
        )

    def order(self, offender_id: str, kind: str, made_on: str, ends_on: str = "", further: str = "") -> None:
        self.add(
            "orders",
            order_id=f"C{len(self.rows.get('orders', [])) + 1}",
            offender_id=offender_id,
            kind=kind,
            made_on=made_on,
            ends_on=ends_on,
            until_further_order=further,
        )

    def decision(self, offender_id: str, on: str, decision: str, satisfied: str = "") -> None:
        self.add(
            "decisions",
            decision_id=f"D{len(self.rows.get('decisions', [])) + 1}",
            offender_id=offender_id,
            decided_on=on,
            decision=decision,
            authorised_by="DI Madeup",
            reason="Made-up reason",
            officer_satisfied=satisfied,
        )

    def officer(self, officer_id: str, **cells: str) -> None:
        self.add("officers", **{"officer_id": officer_id, "name": f"PC {officer_id}", **_OFFICER, **cells})

    def duty(self, officer_id: str, on: str, starts: str, ends: str, minutes: int) -> None:
        self.add(
            "duties",
            officer_id=officer_id,
            date=on,
            starts_at=starts,
            ends_at=ends,
            plannable_minutes=str(minutes),
        )

    def absence(self, officer_id: str, first: str, last: str, kind: str = "leave", share: str = "") -> None:
        self.add("absences", officer_id=officer_id, **{"from": first}, to=last, kind=kind, share=share)

    def separation(self, kind: str, first_id: str, second_id: str) -> None:
        self.add("separations", kind=kind, first_id=first_id, second_id=second_id)

    def travel(self, from_id: str, to_id: str, minutes: int) -> None:
        self.add("travel", from_id=from_id, to_id=to_id, minutes=str(minutes))

    def tables(self) -> dict[str, list[list[str]]]:
        """Every file as its heading and rows; files that must be there stand with a heading alone."""
        rows = {**_EMPTY, **self.rows}
        rows["extract"] = [{"extracted_on": self.extracted_on, "events_complete_from": self.events_complete_from}]
        return {name: _table(name, found) for name, found in rows.items()}

    def write(self, folder: Path) -> Path:
        """Write a folder of CSV files."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in self.tables().items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(table)
        return folder


_HEADINGS = {
    "offenders": "offender_id register_type risk_level status management registered_on",
    "visits": "visit_id offender_id started_at outcome officer_id",
    "arms": "assessment_id offender_id assessed_on completed_on priority",
    "orders": "order_id offender_id kind made_on",
    "events": "event_id offender_id occurred_on kind significant",
    "decisions": "decision_id offender_id decided_on decision authorised_by reason",
    "officers": (
        "officer_id role contracted_hours arms_trained visit_trained base_easting base_northing may_lead starts_on"
    ),
    "duties": "officer_id date starts_at ends_at plannable_minutes",
    "absences": "officer_id from to kind",
}
_EMPTY: dict[str, list[Row]] = {name: [] for name in _HEADINGS}


def _table(name: str, rows: list[Row]) -> list[list[str]]:
    headings = list(dict.fromkeys([*_HEADINGS.get(name, "").split(), *(key for row in rows for key in row)]))
    return [headings, *([row.get(each, "") for each in headings] for row in rows)]


@dataclass
class Desk:
    """A planner with a store of its own in a folder."""

    folder: Path

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder / 'store.db'}"

    def ask(self, *arguments: str) -> tuple[int, str, str]:
        """Run one command; its exit code, standard output and standard error."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run(["--database", self.database, *arguments])
        return code, out.getvalue(), err.getvalue()

    def json(self, *arguments: str, expects: int = 0) -> Answer:
        """Run one command with `--json`; its whole standard output is one document."""
        code, out, err = self.ask(*arguments, "--json")
        assert code == expects, f"exit code {code}: {out}{err}"
        document: Answer = json.loads(out)
        return document

    def load(self, extract: Extract, *options: str, expects: int = 0) -> Answer:
        folder = extract.write(self.folder / "extract")
        return self.json("load", str(folder), "--rejects", str(self.folder / "rejects"), *options, expects=expects)

    def due(self, extract: Extract, *options: str) -> Answer:
        self.load(extract)
        return self.json("due", "--weeks", "60", *options)

    def reviews(self, extract: Extract, *options: str) -> Answer:
        self.load(extract)
        return self.json("reviews", *options)

    def plan(self, extract: Extract, *options: str, week: str = WEEK, expects: int = 0) -> Answer:
        self.load(extract)
        return self.json("plan", "--week", week, "--seconds", "1", *options, expects=expects)

    def policy(self, text: str) -> str:
        """Write a force's own policy; its path for `--policy`."""
        path = self.folder / "policy.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)


def tasks_of(answer: Answer, offender_id: str) -> dict[str, str]:
    """A person's tasks in an answer of `due`: kind to due date."""
    return {task["kind"]: task["due_on"] for task in answer["tasks"] if task["offender_id"] == offender_id}


def task(answer: Answer, task_id: str) -> Answer:
    """The one task of this identifier in an answer of `due`."""
    (found,) = [each for each in answer["tasks"] if each["task_id"] == task_id]
    assert isinstance(found, dict)
    return found


def planned(answer: Answer, offender_id: str) -> list[Answer]:
    """A person's assignments in an answer of `plan`."""
    return [each for each in answer["assignments"] if each["offender_id"] == offender_id]


def trip(answer: Answer, offender_id: str) -> Answer:
    """The one assignment of a person."""
    (found,) = planned(answer, offender_id)
    return found


def left_out(answer: Answer) -> dict[str, str]:
    """Each unplanned task with its reason."""
    return {each["task_id"]: each["reason"] for each in answer["unplanned"]}
