"""Opening, upgrading and locking the store; what stands in the way is said in plain words."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_mock_engine

from rso_planner.domain.refusal import PermissionRefusedError, WrongUseError
from rso_planner.storage import store as store_module
from rso_planner.storage.store import (
    EARLIER_REVISIONS,
    SCHEMA_REVISION,
    StoreNotReadyError,
    connect,
    open_store,
    read_address,
)
from rso_planner.storage.tables import METADATA
from rso_planner.storage.upgrading import alembic_config, prepare_store, upgrade_store


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


def _execute(url: str, *statements: str) -> None:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_store_that_is_not_there_is_not_made_by_looking(url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreNotReadyError, match=r"There is no store at .*store\.db yet; load an extract first"):
        open_store(url)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_store_says_so(url: str) -> None:
    Path(url.removeprefix("sqlite:///")).touch()
    with pytest.raises(StoreNotReadyError, match="is empty; load an extract first"):
        open_store(url)


def test_a_store_of_a_newer_version_says_so(url: str) -> None:
    upgrade_store(url)
    _execute(url, "UPDATE alembic_version SET version_num = '9999'")
    for act in (open_store, upgrade_store):
        with pytest.raises(StoreNotReadyError, match="was made by a newer version of the planner"):
            act(url)


def test_a_store_of_an_earlier_version_asks_for_the_upgrade_and_keeps_its_rows(url: str) -> None:
    with connect(read_address(url)) as store, store.transaction() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    _execute(
        url,
        "INSERT INTO loads (loaded_at, extracted_on, events_complete_from, was_forced) "
        "VALUES ('2026-11-23 09:00:00.000000', '2026-11-23', '2020-01-01', 0)",
    )
    prepare_store(url)
    with pytest.raises(StoreNotReadyError, match="earlier version of the planner; run 'rso-planner upgrade'"):
        open_store(url)
    assert upgrade_store(url)
    assert not upgrade_store(url)
    with open_store(url) as store, store.transaction() as connection:
        assert connection.exec_driver_sql("SELECT extracted_on FROM loads").scalar() == "2026-11-23"


def test_a_failed_upgrade_leaves_the_store_as_it_was(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with connect(read_address(url)) as store, store.transaction() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    _execute(url, "CREATE TABLE audit_events (in_the_way INTEGER)")
    with pytest.raises(Exception, match="audit_events already exists"):
        upgrade_store(url)
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection_, connection_:
        names = {name for (name,) in connection_.execute("SELECT name FROM sqlite_master")}
        assert "plans" not in names
        assert connection_.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]


def test_another_database_is_not_touched(url: str) -> None:
    _execute(url, "CREATE TABLE tunes (name TEXT)")
    for act in (open_store, prepare_store, upgrade_store):
        with pytest.raises(WrongUseError, match="is not a store of the planner"):
            act(url)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("nothing of the kind " * 100)
    with pytest.raises(WrongUseError, match=r"The store cannot be opened: file is not a database"):
        open_store(f"sqlite:///{tmp_path / 'notes.db'}")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("rso_planner.db", "The address of the store cannot be read"),
        ("", "The address of the store cannot be read"),
        ("mysql://somewhere/planner", "not mysql"),
        ("nonsense://somewhere/planner", "not nonsense"),
    ],
)
def test_an_address_that_is_none_is_refused(url: str, words: str) -> None:
    with pytest.raises(WrongUseError, match=words):
        open_store(url)


def test_no_password_stands_in_a_message() -> None:
    address = read_address("postgresql://planner:opensesame@localhost/planner")
    with pytest.raises(StoreNotReadyError) as refused:
        store_module.check_revision(None, address)
    assert "opensesame" not in str(refused.value)


def test_sqlite_is_set_up_to_survive_a_power_cut(url: str) -> None:
    upgrade_store(url)
    with open_store(url) as store, store.transaction() as connection:

        def pragma(name: str) -> object:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

        assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("wal", 2, 1)
        assert pragma("busy_timeout") == 10_000


def test_a_second_writer_is_told_to_wait(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_BUSY_MILLISECONDS", 1)
    upgrade_store(url)
    with open_store(url) as first, open_store(url) as second:
        with (
            first.transaction(),
            pytest.raises(StoreNotReadyError, match="being changed by somebody else"),
            second.transaction(),
        ):
            pass
        with second.transaction() as connection:
            connection.exec_driver_sql("SELECT 1")


def test_a_store_that_cannot_be_written_refuses_the_act(url: str) -> None:
    upgrade_store(url)
    with open_store(url) as store:

        def write() -> None:
            with store.transaction() as connection:
                connection.exec_driver_sql("PRAGMA query_only=ON")
                connection.exec_driver_sql("DELETE FROM plans")

        with pytest.raises(PermissionRefusedError, match="cannot be written"):
            write()


def test_the_migrations_make_the_tables_that_the_code_uses(url: str) -> None:
    upgrade_store(url)
    with open_store(url) as store, store.transaction() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_code_knows_every_revision() -> None:
    script = ScriptDirectory.from_config(alembic_config())
    assert script.get_heads() == [SCHEMA_REVISION]
    assert {each.revision for each in script.walk_revisions()} == {SCHEMA_REVISION, *EARLIER_REVISIONS}


def test_postgresql_would_take_every_table_and_no_constraint_is_nameless() -> None:
    made: list[str] = []

    def note(statement: Any, *_: object, **__: object) -> None:
        made.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("postgresql+psycopg://", note)
    METADATA.create_all(engine, checkfirst=False)
    tables = [sql for sql in made if "CREATE TABLE" in sql]
    assert len(tables) == len(METADATA.tables)
    assert all("CONSTRAINT pk_" in sql for sql in tables)
    assert all(constraint.name for table in METADATA.sorted_tables for constraint in table.constraints)
    versioned = sum("key" in table.info for table in METADATA.sorted_tables)
    assert sum("WHERE superseded_at IS NULL" in sql for sql in made) == versioned > 0
