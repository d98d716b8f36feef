"""Reconciliations are kept, and the one before a day is found."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from rso_planner.storage.reconciliations import (
    StoredReconciliation,
    find_reconciliation_before,
    save_reconciliation,
)
from rso_planner.storage.store import open_store
from rso_planner.storage.upgrading import upgrade_store

MADE = StoredReconciliation(
    as_of=date(2026, 11, 23),
    snapshot_on=date(2026, 11, 20),
    made_at=datetime(2026, 11, 23, 9, 30, 1, 5, tzinfo=UTC),
    policy_hash="p",
    input_hash="i",
    code_version="0.1.0",
    content='{"people": ["Zoë"]}',
)


def test_the_reconciliation_of_the_last_day_before_is_found(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    upgrade_store(url)
    with open_store(url) as store:
        with store.transaction() as connection:
            assert find_reconciliation_before(connection, MADE.as_of) is None
            assert save_reconciliation(connection, MADE) == 1
            assert save_reconciliation(connection, replace(MADE, input_hash="i2")) == 2
            # An earlier day that was reconciled late is still an earlier day.
            assert save_reconciliation(connection, replace(MADE, as_of=date(2026, 11, 16))) == 3
        with store.transaction() as connection:
            assert find_reconciliation_before(connection, date(2026, 11, 16)) is None
            assert find_reconciliation_before(connection, date(2026, 11, 23)) == replace(
                MADE, as_of=date(2026, 11, 16), number=3
            )
            assert find_reconciliation_before(connection, date(2026, 11, 24)) == replace(
                MADE, input_hash="i2", number=2
            )
