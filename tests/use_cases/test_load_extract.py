"""Loading extracts one after the other: what is new, what stays, what is recognised, and what a crash leaves."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from rso_planner.domain.audit_event import AuditAction, AuditEvent
from rso_planner.domain.force import Force
from rso_planner.domain.refusal import PermissionRefusedError
from rso_planner.files.extract_reading import read_extract
from rso_planner.storage import extract_saving
from rso_planner.storage.audit import load_audit_events
from rso_planner.storage.extract_saving import OlderExtractError, TableChanges
from rso_planner.storage.force_loading import find_missing_people, load_force
from rso_planner.storage.store import StoreNotReadyError, open_store
from rso_planner.use_cases.load_extract import LoadOutcome, load_extract
from rso_planner.use_cases.recording import ActNotRecordedError, Asking, recorded_act
from tests.extracts import Tables, good_tables, set_cell, write_tables


class Desk:
    """A store on which extracts are loaded one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "store.db"
        self.asking = Asking(
            database_url=f"sqlite:///{self.file}",
            actor="made-up-user",
            now=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        )

    def load(self, tables: Tables, **options: Any) -> LoadOutcome:
        extract = self.folder / "extract"
        for old in extract.glob("*.csv"):
            old.unlink()
        return load_extract(self.asking, write_tables(tables, extract), **options)

    def force(self) -> Force:
        with open_store(self.asking.database_url) as store, store.transaction() as connection:
            return load_force(connection)

    def missing_people(self) -> tuple[str, ...]:
        with open_store(self.asking.database_url) as store, store.transaction() as connection:
            return find_missing_people(connection)

    def audit(self) -> tuple[AuditEvent, ...]:
        with open_store(self.asking.database_url) as store, store.transaction() as connection:
            return load_audit_events(connection)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.file)) as connection, connection:
            return connection.execute(sql).fetchall()

    def everything(self) -> list[list[tuple[Any, ...]]]:
        names = self.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return [self.query(f"SELECT * FROM {name}") for (name,) in names]  # noqa: S608 -- the store's own names


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def newer(day: str = "2026-11-30") -> Tables:
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", day)
    return tables


def changes_of(outcome: LoadOutcome, table: str) -> TableChanges:
    assert outcome.changes is not None
    return outcome.changes.by_table[table]


def test_the_first_load_sets_up_the_store_and_gives_the_force_back(desk: Desk) -> None:
    outcome = desk.load(good_tables())
    assert outcome.is_loaded
    assert outcome.extracted_on == date(2026, 11, 23)
    assert changes_of(outcome, "visits") == TableChanges(added=3)
    assert desk.force() == read_extract(desk.folder / "extract").force


def test_a_refused_extract_does_not_even_make_a_store(desk: Desk) -> None:
    tables = good_tables()
    set_cell(tables, "offenders", 2, "risk_level", "severe")
    assert not desk.load(tables).is_loaded
    assert not desk.file.exists()


def test_the_same_extract_twice_changes_nothing_and_says_so(desk: Desk) -> None:
    desk.load(good_tables())
    before = desk.force()
    outcome = desk.load(good_tables())
    assert outcome.changes is not None
    assert not outcome.changes.is_change
    assert changes_of(outcome, "offenders") == TableChanges(unchanged=3)
    assert desk.force() == before
    assert desk.query("SELECT count(*) FROM loads") == [(1,)]
    assert [event.action for event in desk.audit()] == [AuditAction.COLLECTION] * 2


def test_a_newer_extract_updates_and_keeps_the_history(desk: Desk) -> None:
    desk.load(good_tables())
    tables = newer()
    set_cell(tables, "offenders", 2, "risk_level", "very_high")
    tables["visits"].append(["V4", "0001", "2026-11-25T10:00", "seen", "OM1", "OM2", ""])
    outcome = desk.load(tables)
    assert changes_of(outcome, "offenders") == TableChanges(changed=1, unchanged=2)
    assert changes_of(outcome, "visits") == TableChanges(added=1, unchanged=3)
    assert desk.force() == read_extract(desk.folder / "extract").force
    assert desk.query(
        "SELECT risk_level, load_id, superseded_by_load_id FROM offenders WHERE offender_id = '0001' "
        "ORDER BY version_id"
    ) == [("high", 1, 2), ("very_high", 2, None)]


def test_a_newer_extract_with_the_same_rows_moves_the_day(desk: Desk) -> None:
    desk.load(good_tables())
    outcome = desk.load(newer())
    assert outcome.changes is not None
    assert outcome.changes.is_change
    assert desk.force().extracted_on == date(2026, 11, 30)


def test_a_person_missing_from_a_newer_extract_is_reported_and_kept(desk: Desk) -> None:
    desk.load(good_tables())
    tables = newer()
    del tables["offenders"][3], tables["orders"][2]
    outcome = desk.load(tables)
    assert outcome.changes is not None
    assert outcome.changes.missing_people == ("12",)
    assert changes_of(outcome, "offenders").missing == 1
    assert [case.offender.offender_id for case in desk.force().cases] == ["0001", "0002", "12"]
    assert desk.force().cases[2].orders[0].order_id == "C2"
    assert desk.missing_people() == ("12",)
    again = desk.load(newer("2026-12-07"))
    assert again.changes is not None
    assert again.changes.missing_people == ()
    assert desk.missing_people() == ()


def test_a_missing_person_is_missing_since_the_first_extract_without(desk: Desk) -> None:
    desk.load(good_tables())
    for day in ("2026-11-30", "2026-12-07"):
        tables = newer(day)
        del tables["offenders"][3], tables["orders"][2]
        desk.load(tables)
    assert desk.query("SELECT missing_since FROM offenders WHERE offender_id = '12'") == [("2026-11-30",)]


def test_visits_missing_from_a_newer_extract_are_kept(desk: Desk) -> None:
    desk.load(good_tables())
    tables = newer()
    del tables["visits"][1]
    outcome = desk.load(tables)
    assert changes_of(outcome, "visits") == TableChanges(unchanged=2, missing=1)
    assert [visit.visit_id for visit in desk.force().cases[0].visits] == ["V1", "V2"]


def test_the_unit_of_a_newer_extract_replaces_the_older_one(desk: Desk) -> None:
    desk.load(good_tables())
    tables = newer()
    del tables["duties"][1], tables["absences"][1], tables["officers"][3]
    set_cell(tables, "duties", 2, "plannable_minutes", "100")
    outcome = desk.load(tables)
    assert changes_of(outcome, "duties") == TableChanges(changed=1, unchanged=1, withdrawn=1)
    assert changes_of(outcome, "officers") == TableChanges(unchanged=2, withdrawn=1)
    assert desk.force() == read_extract(desk.folder / "extract").force
    assert desk.query("SELECT count(*) FROM duties WHERE superseded_by_load_id = 2") == [(2,)]


def test_an_optional_file_that_is_not_there_withdraws_nothing(desk: Desk) -> None:
    desk.load(good_tables())
    tables = newer()
    del tables["separations"]
    tables["travel"] = tables["travel"][:1]
    outcome = desk.load(tables)
    assert changes_of(outcome, "travel") == TableChanges(withdrawn=2)
    assert len(desk.force().separations) == 1
    assert desk.force().travel_minutes == {}


def test_an_older_extract_is_refused_unless_forced(desk: Desk) -> None:
    desk.load(newer())
    before = desk.everything()
    with pytest.raises(OlderExtractError, match="23 November 2026, older than the store's of 30 November 2026"):
        desk.load(good_tables())
    assert desk.everything() == before
    assert desk.load(good_tables(), is_forced=True).is_loaded
    assert desk.force().extracted_on == date(2026, 11, 23)
    assert desk.query("SELECT was_forced FROM loads ORDER BY load_id") == [(0,), (1,)]


def _record_in_planner(desk: Desk) -> None:
    desk.query(
        "INSERT INTO visits (visit_id, offender_id, started_at, outcome, officer_id, recorded_at) "
        "VALUES ('planner-1', '0001', '2026-11-25 10:00:00.000000', 'seen', 'OM1', '2026-11-25 12:00:00.000000')"
    )
    desk.query(
        "INSERT INTO decisions (decision_id, offender_id, decided_on, decision, authorised_by, reason, "
        "recorded_at) VALUES ('planner-2', '0001', '2026-11-26', 'stay', 'DI Made-Up', 'made up', "
        "'2026-11-26 12:00:00.000000')"
    )


def test_what_was_recorded_in_the_planner_is_recognised_and_not_doubled(desk: Desk) -> None:
    desk.load(good_tables())
    _record_in_planner(desk)
    tables = newer()
    tables["visits"].append(["V9", "0001", "2026-11-25T10:00", "seen", "OM1", "OM2", "2026-11-25T15:00"])
    tables["decisions"].append(["D9", "0001", "2026-11-26", "stay", "DI Made-Up", "made up", ""])
    outcome = desk.load(tables)
    assert changes_of(outcome, "visits") == TableChanges(unchanged=3, recognised=1)
    assert changes_of(outcome, "decisions") == TableChanges(unchanged=1, recognised=1)
    first = desk.force().cases[0]
    assert [visit.visit_id for visit in first.visits] == ["V1", "V2", "V9"]
    assert [decision.decision_id for decision in first.decisions] == ["D9"]
    again = desk.load(tables)
    assert again.changes is not None
    assert not again.changes.is_change


def test_what_was_recorded_in_the_planner_alone_is_kept(desk: Desk) -> None:
    desk.load(good_tables())
    _record_in_planner(desk)
    desk.load(newer())
    first = desk.force().cases[0]
    assert [visit.visit_id for visit in first.visits] == ["V1", "V2", "planner-1"]
    assert [decision.decision_id for decision in first.decisions] == ["planner-2"]


def test_good_rows_are_loaded_when_they_are_to_be_accepted(desk: Desk) -> None:
    tables = good_tables()
    set_cell(tables, "offenders", 2, "risk_level", "severe")
    outcome = desk.load(tables, accepts_good_rows=True, rejects_to=desk.folder / "rejects")
    assert outcome.is_loaded
    assert outcome.left_out["offenders"] == 1
    assert [case.offender.offender_id for case in desk.force().cases] == ["0002", "12"]
    assert (desk.folder / "rejects" / "rejects.csv").exists()


def test_what_the_store_holds_of_a_refused_row_is_neither_missing_nor_withdrawn(desk: Desk) -> None:
    desk.load(good_tables())
    before = desk.force()
    tables = newer()
    set_cell(tables, "offenders", 4, "risk_level", "severe")
    set_cell(tables, "officers", 4, "contracted_hours", "many")
    set_cell(tables, "duties", 2, "plannable_minutes", "999")
    set_cell(tables, "absences", 2, "share", "0")
    set_cell(tables, "travel", 3, "minutes", "far")
    outcome = desk.load(tables, accepts_good_rows=True)
    assert outcome.changes is not None
    assert outcome.changes.missing_people == ()
    assert all(changes.withdrawn == 0 for changes in outcome.changes.by_table.values())
    assert desk.force() == replace(before, extracted_on=date(2026, 11, 30))


def test_the_mended_rejects_complete_what_was_loaded(desk: Desk) -> None:
    tables = good_tables()
    set_cell(tables, "offenders", 2, "risk_level", "severe")
    rejects = desk.folder / "rejects"
    desk.load(tables, accepts_good_rows=True, rejects_to=rejects)
    mended = (rejects / "offenders.csv").read_text(encoding="utf-8-sig").replace(",severe,", ",high,")
    (rejects / "offenders.csv").write_text(mended, encoding="utf-8-sig")
    outcome = load_extract(desk.asking, rejects)
    assert changes_of(outcome, "offenders") == TableChanges(added=1, unchanged=2)
    assert len(desk.force().cases) == 3


# ---- the audit


def test_the_audit_says_who_loaded_what_and_holds_no_name(desk: Desk) -> None:
    desk.load(good_tables())
    (event,) = desk.audit()
    assert event == AuditEvent(
        recorded_at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        actor="made-up-user",
        action=AuditAction.COLLECTION,
        command="load",
        scope="whole force",
        people=3,
        detail="extract of 2026-11-23: 24 rows added, 0 changed, 0 withdrawn, 0 recognised, 0 left out; "
        "0 people missing",
    )


def test_without_the_audit_nothing_is_loaded(desk: Desk) -> None:
    desk.load(good_tables())
    desk.query("CREATE TRIGGER no_audit BEFORE INSERT ON audit_events BEGIN SELECT RAISE(ABORT, 'not today'); END")
    before = desk.everything()
    with pytest.raises(PermissionRefusedError, match="could not be written to the audit"):
        desk.load(newer())
    assert desk.everything() == before


@pytest.mark.parametrize("times", [0, 2])
def test_an_act_with_no_audit_event_or_two_is_taken_back(times: int, desk: Desk) -> None:
    desk.load(good_tables())
    before = desk.everything()

    def act_wrongly() -> None:
        with recorded_act(desk.asking, "wrong") as act:
            act.connection.exec_driver_sql("DELETE FROM visits")
            for _ in range(times):
                act.record(AuditAction.ALTERATION, people=1, offender_ids=("0001",))

    with pytest.raises(ActNotRecordedError, match=f"wrong wrote {times} audit events"):
        act_wrongly()
    assert desk.everything() == before


# ---- a crash half-way


def test_an_error_half_way_leaves_the_store_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.load(good_tables())
    before = desk.everything()

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(extract_saving, "_mark_missing_people", fail)
    tables = newer()
    set_cell(tables, "offenders", 2, "risk_level", "very_high")
    with pytest.raises(MemoryError):
        desk.load(tables)
    assert desk.everything() == before


_KILLED = """
import os, signal, sys
from rso_planner.cli.main import run
from rso_planner.storage import extract_saving

extract_saving._mark_missing_people = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
run(["--database", sys.argv[1], "load", sys.argv[2]])
"""


@pytest.mark.parametrize("loaded_before", [False, True])
def test_a_killed_load_leaves_the_store_as_it_was(loaded_before: bool, desk: Desk) -> None:
    if loaded_before:
        desk.load(good_tables())
        before = desk.everything()
    tables = newer()
    set_cell(tables, "offenders", 2, "risk_level", "very_high")
    extract = write_tables(tables, desk.folder / "newer")
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, desk.asking.database_url, str(extract)],
        cwd=desk.folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    if loaded_before:
        assert desk.everything() == before
    else:
        with pytest.raises(StoreNotReadyError, match="holds no extract yet"):
            desk.force()
    assert load_extract(desk.asking, extract).is_loaded
    assert desk.force() == read_extract(extract).force
