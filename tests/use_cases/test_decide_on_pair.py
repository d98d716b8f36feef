"""A decision on a pair is kept with who made it and when, and stands on the audit as one event without a name."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.pair_decision import PairDecision, PairVerdict
from rso_planner.storage.audit import load_audit_events
from rso_planner.storage.pair_decisions import load_pair_decisions
from rso_planner.storage.store import open_store
from rso_planner.use_cases.decide_on_pair import UnknownPairError, decide_on_pair
from rso_planner.use_cases.list_pairs import list_pairs
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.load_register import load_register
from rso_planner.use_cases.reconcile_counts import reconcile_counts
from rso_planner.use_cases.recording import Asking
from tests.extracts import write_good_extract
from tests.registers import MAPPING_OF, good_rows, write_csv

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    """Somebody who asks a store with three people and the register's four records."""
    asking = Asking(database_url=f"sqlite:///{tmp_path / 'store.db'}", actor="made-up-user", now=NOW)
    write_good_extract(tmp_path / "extract")
    load_extract(asking, tmp_path / "extract")
    register = write_csv(good_rows("people"), tmp_path / "register.csv")
    load_register(asking, register, mapping_name=MAPPING_OF["people"])
    return asking


def _decisions(asking: Asking) -> tuple[PairDecision, ...]:
    with open_store(asking.database_url) as store, store.transaction() as connection:
        return load_pair_decisions(connection)


def _last_acts(asking: Asking, count: int) -> list[tuple[str, AuditAction, tuple[str, ...], str]]:
    with open_store(asking.database_url) as store, store.transaction() as connection:
        events = load_audit_events(connection)[-count:]
    return [(each.command, each.action, each.offender_ids, each.detail) for each in events]


def test_a_decision_is_kept_with_who_and_when(asking: Asking) -> None:
    assert decide_on_pair(asking, "12", "0002", PairVerdict.ACCEPTED)
    assert _decisions(asking) == (
        PairDecision(
            register_id="12",
            offender_id="0002",
            decision=PairVerdict.ACCEPTED,
            decided_at=NOW,
            decided_by="made-up-user",
        ),
    )


def test_every_act_is_one_event_of_the_audit_without_a_name(asking: Asking) -> None:
    list_pairs(asking)
    decide_on_pair(asking, "12", "0002", PairVerdict.ACCEPTED)
    decide_on_pair(asking, "12", "0002", PairVerdict.ACCEPTED)
    decide_on_pair(asking, "12", "0002", PairVerdict.UNDONE)
    assert _last_acts(asking, 4) == [
        ("pairs list", AuditAction.CONSULTATION, (), "paired with the register of 2026-11-20"),
        ("pairs accept", AuditAction.ALTERATION, ("0002",), "accepted: register 12 and 0002"),
        ("pairs accept", AuditAction.CONSULTATION, ("0002",), "accepted: register 12 and 0002, as before"),
        ("pairs undo", AuditAction.ALTERATION, ("0002",), "undone: register 12 and 0002"),
    ]


def test_a_refused_decision_leaves_no_trace(asking: Asking) -> None:
    before = _last_acts(asking, 100)
    with pytest.raises(UnknownPairError):
        decide_on_pair(asking, "12", "0099", PairVerdict.ACCEPTED)
    assert _decisions(asking) == ()
    assert _last_acts(asking, 100) == before


def test_a_decision_on_somebody_who_has_left_the_export_can_still_be_undone(
    asking: Asking, tmp_path: Path
) -> None:
    decide_on_pair(asking, "12", "0002", PairVerdict.REJECTED)
    rows = [row for row in good_rows("people") if row[0] != "12"]
    load_register(asking, write_csv(rows, tmp_path / "next.csv"), mapping_name=MAPPING_OF["people"])
    with pytest.raises(UnknownPairError):
        decide_on_pair(asking, "12", "0002", PairVerdict.ACCEPTED)
    assert decide_on_pair(asking, "12", "0002", PairVerdict.UNDONE)
    assert list_pairs(asking).decisions == ()


def test_the_reconciliation_goes_by_the_decision(asking: Asking) -> None:
    assert reconcile_counts(asking).undecided_pairs == 1
    decide_on_pair(asking, "12", "0002", PairVerdict.ACCEPTED)
    decided = reconcile_counts(asking)
    assert (decided.undecided_pairs, decided.compared) == (0, 2)
