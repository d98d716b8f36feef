"""Plans are kept with everything that is needed to make them again."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rso_planner.storage.plans import StoredPlan, find_latest_plan, save_plan
from rso_planner.storage.store import open_store
from rso_planner.storage.upgrading import upgrade_store

PLAN = StoredPlan(
    week=date(2026, 11, 30),
    as_of=date(2026, 11, 23),
    made_at=datetime(2026, 11, 23, 9, 30, 1, 5, tzinfo=UTC),
    plan_hash="p",
    seed=2**40,
    policy_hash="q",
    input_hash="i",
    code_version="0.1.0",
    ortools_version="9.15",
    status="feasible",
    content='{"week": "2026-11-30", "name": "Zoë"}',
)


def test_the_last_plan_of_the_week_is_found(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    upgrade_store(url)
    later = replace(PLAN, plan_hash="p2")
    with open_store(url) as store:
        with store.transaction() as connection:
            assert find_latest_plan(connection, PLAN.week) is None
            assert save_plan(connection, PLAN) == 1
            assert save_plan(connection, later) == 2
            assert save_plan(connection, replace(PLAN, week=date(2026, 12, 7))) == 3
        with store.transaction() as connection:
            assert find_latest_plan(connection, PLAN.week) == replace(later, plan_id=2)


def test_a_moment_without_a_zone_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    upgrade_store(url)
    nowhere = replace(PLAN, made_at=PLAN.made_at.replace(tzinfo=None))
    with (
        open_store(url) as store,
        store.transaction() as connection,
        pytest.raises(ValueError, match="needs its time zone"),
    ):
        save_plan(connection, nowhere)
