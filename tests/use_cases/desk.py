"""A store in a test's own folder, told of a force and of its week."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rso_planner.domain.case import Case
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.store import open_store
from rso_planner.use_cases.load_extract import LoadOutcome, load_extract
from rso_planner.use_cases.recording import Asking
from tests.extracts import Tables, write_tables


class WeekDesk:
    """A store on which extracts are loaded and what happens in the week is recorded."""

    def __init__(self, folder: Path, now: datetime = datetime(2026, 11, 27, 18, 0, tzinfo=UTC)) -> None:
        self.folder = folder
        self.file = folder / "store.db"
        self.asking = Asking(database_url=f"sqlite:///{self.file}", actor="made-up-user", now=now)

    def at(self, now: datetime) -> Asking:
        """The same asker at another moment."""
        return replace(self.asking, now=now)

    def load(self, tables: Tables) -> LoadOutcome:
        """Load an extract of these tables."""
        return load_extract(self.asking, write_tables(tables, self.folder / "extract"))

    def case(self, offender_id: str) -> Case:
        """The person's case as the store holds it."""
        with open_store(self.asking.database_url) as store, store.transaction() as connection:
            cases = load_force(connection).cases
        return next(case for case in cases if case.offender.offender_id == offender_id)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the store itself."""
        with closing(sqlite3.connect(self.file)) as connection, connection:
            return connection.execute(sql).fetchall()

    def write(self, name: str, text: str) -> Path:
        """A file of this text."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path
