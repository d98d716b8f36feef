"""Exports of the register are kept whole, each layout by itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from rso_planner.domain.interval import Interval, IntervalUnit
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.register_record import RegisterExport, RegisterLayout, RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.storage.register_exports import (
    OlderRegisterExportError,
    StoredRegisterExport,
    find_latest_register_export,
    save_register_export,
)
from rso_planner.storage.store import Store, open_store
from rso_planner.storage.tables import register_records
from rso_planner.storage.upgrading import upgrade_store

NOON = datetime(2026, 11, 23, 12, 0, 0, 5, tzinfo=UTC)

EVERYTHING = RegisterRecord(
    register_id="0012",
    row=5,
    register_type=RegisterType.RSO,
    offender_id="P1",
    family_name="Null",
    given_names="Zoë",
    date_of_birth=date(1980, 2, 29),
    status=Status.TRANSFERRED_OUT,
    risk_level=RiskLevel.VERY_HIGH,
    management=ManagementStatus.REACTIVE,
    officer_id="OM1",
    area="North",
    visit_interval=Interval(6, IntervalUnit.WEEKS),
    last_visit_on=date(2026, 9, 1),
    next_visit_due_on=date(2026, 10, 13),
    visits_outstanding=0,
    last_arms_on=date(2026, 1, 31),
    next_arms_due_on=date(2027, 1, 31),
)

PEOPLE = RegisterExport(
    snapshot_on=date(2026, 11, 20),
    layout=RegisterLayout.PEOPLE,
    # The same person twice, and not in the order of the identifiers.
    records=(EVERYTHING, replace(EVERYTHING, row=6), RegisterRecord(register_id="0003", row=9)),
    left_out_ids=("0007", "Ü8"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    upgrade_store(url)
    with open_store(url) as opened:
        yield opened


def save(store: Store, export: RegisterExport, *, is_forced: bool = False) -> bool:
    with store.transaction() as connection:
        return save_register_export(
            connection, export, NOON, file_hash="f", mapping="register-people.toml", is_forced=is_forced
        )


def find(store: Store, layout: RegisterLayout) -> StoredRegisterExport | None:
    with store.transaction() as connection:
        return find_latest_register_export(connection, layout)


def test_an_export_comes_back_as_it_was(store: Store) -> None:
    assert find(store, RegisterLayout.PEOPLE) is None
    assert save(store, PEOPLE)
    assert find(store, RegisterLayout.PEOPLE) == StoredRegisterExport(
        load_id=1, loaded_at=NOON, file_hash="f", mapping="register-people.toml", export=PEOPLE
    )


def test_the_same_export_again_adds_nothing(store: Store) -> None:
    assert save(store, PEOPLE)
    assert not save(store, PEOPLE)
    with store.transaction() as connection:
        assert connection.execute(select(func.count()).select_from(register_records)).scalar() == 3


def test_the_last_one_of_each_layout_counts_and_the_earlier_ones_stay(store: Store) -> None:
    visits = RegisterExport(snapshot_on=date(2026, 1, 1), layout=RegisterLayout.VISITS, records=())
    later = replace(PEOPLE, snapshot_on=date(2026, 11, 21), records=PEOPLE.records[:1])
    assert save(store, PEOPLE)
    assert save(store, visits)
    assert save(store, later)
    found = [find(store, layout) for layout in RegisterLayout]
    assert [each and each.export for each in found] == [later, visits, None]
    with store.transaction() as connection:
        assert connection.execute(select(func.count()).select_from(register_records)).scalar() == 4


def test_an_older_export_is_refused_unless_forced(store: Store) -> None:
    save(store, PEOPLE)
    older = replace(PEOPLE, snapshot_on=date(2026, 11, 19))
    with pytest.raises(
        OlderRegisterExportError, match="of 19 November 2026, older than the store's of 20 November"
    ):
        save(store, older)
    assert save(store, older, is_forced=True)
    found = find(store, RegisterLayout.PEOPLE)
    assert found is not None
    assert found.export == older


def test_a_load_that_breaks_off_leaves_nothing(store: Store) -> None:
    # Two records from one row cannot be; the store refuses the second when the first is written already.
    broken = replace(PEOPLE, records=(EVERYTHING, EVERYTHING))
    with pytest.raises(Exception, match="UNIQUE constraint failed"):
        save(store, broken)
    assert find(store, RegisterLayout.PEOPLE) is None
