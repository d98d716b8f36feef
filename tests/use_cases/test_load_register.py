"""Loading exports of the register one after the other: what is kept, what is refused, what a crash leaves."""

import csv
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from rso_planner.domain.audit_event import AuditAction, AuditEvent
from rso_planner.domain.register_record import RegisterExport, RegisterLayout
from rso_planner.storage import register_exports
from rso_planner.storage.audit import load_audit_events
from rso_planner.storage.register_exports import (
    OlderRegisterExportError,
    StoredRegisterExport,
    find_latest_register_export,
)
from rso_planner.storage.store import open_store
from rso_planner.use_cases.load_register import RegisterLoadOutcome, load_register
from rso_planner.use_cases.recording import Asking
from tests.registers import MAPPING_OF, Rows, column_of, good_rows, without, write_csv, write_workbook


class Desk:
    """A store on which exports are loaded one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "store.db"
        self.rejects = folder / "rejects"
        self.asking = Asking(
            database_url=f"sqlite:///{self.file}",
            actor="made-up-user",
            now=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        )

    def load(self, rows: Rows, name: str = "people", **options: Any) -> RegisterLoadOutcome:
        return self.load_file(write_csv(rows, self.folder / "register.csv"), name, **options)

    def load_file(self, path: Path, name: str = "people", **options: Any) -> RegisterLoadOutcome:
        return load_register(self.asking, path, mapping_name=MAPPING_OF[name], rejects_to=self.rejects, **options)

    def latest(self, layout: RegisterLayout = RegisterLayout.PEOPLE) -> StoredRegisterExport | None:
        with open_store(self.asking.database_url) as store, store.transaction() as connection:
            return find_latest_register_export(connection, layout)

    def export(self, layout: RegisterLayout = RegisterLayout.PEOPLE) -> RegisterExport:
        latest = self.latest(layout)
        assert latest is not None
        return latest.export

    def audit(self) -> tuple[AuditEvent, ...]:
        with open_store(self.asking.database_url) as store, store.transaction() as connection:
            return load_audit_events(connection)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.execute(sql).fetchall()

    def everything(self) -> list[list[tuple[Any, ...]]]:
        return [
            self.query("SELECT * FROM register_loads"),
            self.query("SELECT * FROM register_records"),
            self.query("SELECT * FROM audit_events"),
        ]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def dated(rows: Rows, day: str) -> Rows:
    """The export as of another day."""
    index = column_of(rows, "snapshot_on")
    return [rows[0], *([*row[:index], day, *row[index + 1 :]] for row in rows[1:])]


def broken(rows: Rows, row: int, column: str, value: str = "nonsense") -> Rows:
    """The export with one cell spoilt."""
    rows[row - 1][column_of(rows, column)] = value
    return rows


# ---- one export after the other


def test_an_export_is_kept_as_it_was_read(desk: Desk) -> None:
    outcome = desk.load(good_rows("people"))
    assert (outcome.is_loaded, outcome.is_change) == (True, True)
    latest = desk.latest()
    assert latest is not None
    assert latest.export == outcome.export
    assert (latest.mapping, len(latest.file_hash), latest.loaded_at) == (
        "register-people.toml",
        64,
        desk.asking.now,
    )


def test_the_same_export_again_changes_nothing(desk: Desk) -> None:
    desk.load(good_rows("people"))
    before = desk.query("SELECT * FROM register_loads")
    outcome = desk.load(good_rows("people"))
    assert (outcome.is_loaded, outcome.is_change) == (True, False)
    assert desk.query("SELECT * FROM register_loads") == before
    assert desk.query("SELECT count(*) FROM register_records") == [(4,)]


def test_the_same_records_of_another_day_are_another_export(desk: Desk) -> None:
    desk.load(good_rows("people"))
    assert desk.load(dated(good_rows("people"), "2026-11-21")).is_change
    assert desk.export().snapshot_on == date(2026, 11, 21)


def test_an_older_export_of_the_layout_is_refused_unless_forced(desk: Desk) -> None:
    desk.load(good_rows("people"))
    older = dated(good_rows("people"), "2026-11-19")
    with pytest.raises(OlderRegisterExportError, match="nothing was loaded"):
        desk.load(older)
    assert desk.export().snapshot_on == date(2026, 11, 20)
    assert desk.load(older, is_forced=True).is_change
    assert desk.export().snapshot_on == date(2026, 11, 19)


def test_each_layout_has_its_own_latest(desk: Desk) -> None:
    desk.load(good_rows("people"))
    desk.load(dated(good_rows("visits"), "2026-11-18"), "visits")
    desk.load(dated(good_rows("arms"), "2026-11-20"), "arms")
    assert [desk.export(layout).snapshot_on.day for layout in RegisterLayout] == [20, 18, 20]
    assert [len(desk.export(layout).records) for layout in RegisterLayout] == [4, 2, 2]


# ---- accepting good rows


def test_a_row_left_out_is_named_so_that_nobody_is_taken_for_missing(desk: Desk) -> None:
    rows = broken(good_rows("people"), 3, "risk_level")
    rows.append(["V-8", *[""] * 3])
    outcome = desk.load(rows, accepts_good_rows=True)
    assert outcome.left_out == 2
    export = desk.export()
    assert [each.register_id for each in export.records] == ["0012", "V-7", "V-7"]
    assert export.left_out_ids == ("12", "V-8")


@pytest.mark.parametrize("is_short", [False, True])
def test_a_person_of_whom_one_visit_is_refused_is_left_out_whole(is_short: bool, desk: Desk) -> None:
    rows = broken(good_rows("visits"), 4, "next_visit_due_on")
    if is_short:
        rows[3] = rows[3][:3]
    outcome = desk.load(rows, "visits", accepts_good_rows=True)
    export = desk.export(RegisterLayout.VISITS)
    assert [(each.register_id, each.visits_outstanding) for each in export.records] == [("12", 1)]
    assert export.left_out_ids == ("0012",)
    assert outcome.left_out == 3
    reasons = {each.reason for each in outcome.rejects if each.row != 4}
    assert reasons == {"row 4 of the same person was refused"}


def test_an_export_of_which_nothing_is_good_is_not_loaded(desk: Desk) -> None:
    rows = broken(good_rows("people")[:2], 2, "risk_level")
    assert not desk.load(rows, accepts_good_rows=True).is_loaded
    assert not desk.file.exists()


def test_good_rows_do_not_make_a_good_file(desk: Desk) -> None:
    rows = without(good_rows("people"), "snapshot_on")
    assert not desk.load(rows, accepts_good_rows=True).is_loaded


def test_a_day_given_against_the_column_is_refused(desk: Desk) -> None:
    outcome = desk.load(good_rows("people"), snapshot_on=date(2026, 11, 21), accepts_good_rows=True)
    assert not outcome.is_loaded
    assert [(each.row, each.column, each.reason) for each in outcome.rejects] == [
        (1, "snapshot_on", "the column says 20 November 2026, and the day given is 21 November 2026")
    ]


# ---- mending


@pytest.mark.parametrize("is_workbook", [False, True])
def test_the_rejects_can_be_mended_and_loaded(is_workbook: bool, desk: Desk) -> None:
    rows = [
        ["Register of people"],
        ["Report run on 20/11/2026"],
        [],
        *broken(without(good_rows("people"), "snapshot_on"), 3, "risk_level"),
        ["Total: 4"],
    ]
    if is_workbook:
        path = write_workbook(rows, desk.folder / "register.xlsx", is_typed=True)
    else:
        path = write_csv(rows, desk.folder / "register.txt")
    outcome = desk.load_file(path)
    assert outcome.to_mend == desk.rejects / ("register.csv" if is_workbook else "register.txt")
    with (desk.rejects / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == [
            *(path.name, "6", "risk_level", "nonsense"),
            "nonsense is not one of very_high, high, medium, low",
        ]
    mended = outcome.to_mend.read_text("utf-8-sig")
    assert "risk_level: nonsense is not one of very_high, high, medium, low" in mended
    outcome.to_mend.write_text(mended.replace(",nonsense,", ",high,"), "utf-8-sig")
    assert desk.load_file(outcome.to_mend).is_loaded
    assert sorted(each.register_id for each in desk.export().records) == ["0012", "12", "V-7", "V-7"]


def test_mended_british_dates_of_a_workbook_are_read_with_the_same_mapping(desk: Desk) -> None:
    mapping = desk.folder / "mine.toml"
    mapping.write_text('layout = "people"\ndates = "DD/MM/YYYY"\n')
    rows = broken(good_rows("people"), 3, "risk_level")
    path = write_workbook(rows, desk.folder / "register.xlsx", is_typed=True)
    outcome = load_register(desk.asking, path, mapping_name=str(mapping), rejects_to=desk.rejects)
    assert outcome.to_mend is not None
    mended = outcome.to_mend.read_text("utf-8-sig").replace(",nonsense,", ",high,")
    outcome.to_mend.write_text(mended, "utf-8-sig")
    assert load_register(desk.asking, outcome.to_mend, mapping_name=str(mapping)).is_loaded


def test_a_day_below_the_table_goes_with_the_rows_to_mend(desk: Desk) -> None:
    rows = broken(without(good_rows("people"), "snapshot_on"), 3, "risk_level")
    outcome = desk.load([*rows, ["Report run on 20/11/2026"]])
    assert outcome.to_mend is not None
    mended = outcome.to_mend.read_text("utf-8-sig").replace(",nonsense,", ",high,")
    outcome.to_mend.write_text(mended, "utf-8-sig")
    assert desk.load_file(outcome.to_mend).is_loaded


# ---- the audit


def test_each_load_writes_one_event_without_a_name(desk: Desk) -> None:
    desk.load(good_rows("people"))
    desk.load(good_rows("people"))
    desk.load(broken(good_rows("visits"), 3, "risk_level"), "visits", accepts_good_rows=True)
    assert [(each.action, each.command, each.scope, each.people, each.detail) for each in desk.audit()] == [
        (
            *(AuditAction.COLLECTION, "load-register", "register export", 3),
            "people of 2026-11-20: 4 records, 0 rows left out, added",
        ),
        (
            *(AuditAction.COLLECTION, "load-register", "register export", 3),
            "people of 2026-11-20: 4 records, 0 rows left out, in the store already",
        ),
        (
            *(AuditAction.COLLECTION, "load-register", "register export", 1),
            "visits of 2026-11-20: 1 records, 1 rows left out, added",
        ),
    ]


# ---- a crash half-way


def test_an_error_half_way_leaves_the_store_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.load(good_rows("people"))
    before = desk.everything()

    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("rso_planner.use_cases.recording.save_audit_event", fail)
    with pytest.raises(MemoryError):
        desk.load(dated(good_rows("people"), "2026-11-21"))
    assert desk.everything() == before


_KILLED = """
import os, signal, sys
from rso_planner.cli.main import run
from rso_planner.storage import register_exports

insert = register_exports._insert
register_exports._insert = lambda *of: (insert(*of), os.kill(os.getpid(), signal.SIGKILL))
run(["--database", sys.argv[1], "load-register", sys.argv[2]])
"""


def test_a_killed_load_leaves_the_store_as_it_was(desk: Desk) -> None:
    assert hasattr(register_exports, "_insert")
    desk.load(good_rows("people"))
    path = write_csv(dated(good_rows("people"), "2026-11-21"), desk.folder / "newer.csv")
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, desk.asking.database_url, str(path)],
        cwd=desk.folder,
        env={**os.environ, "RSO_PLANNER_USER": "made-up-user"},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert desk.export().snapshot_on == date(2026, 11, 20)
    assert desk.query("SELECT count(*) FROM register_records") == [(4,)]
    assert desk.load_file(path).is_change
