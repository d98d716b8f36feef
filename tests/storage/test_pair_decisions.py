"""Decisions on pairs are added and never changed."""

from datetime import UTC, datetime
from pathlib import Path

from rso_planner.domain.pair_decision import PairDecision, PairVerdict
from rso_planner.storage.pair_decisions import load_pair_decisions, save_pair_decision
from rso_planner.storage.store import open_store
from rso_planner.storage.upgrading import upgrade_store


def test_every_decision_comes_back_in_the_order_of_writing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    upgrade_store(url)
    made = tuple(
        PairDecision(
            register_id="0012",
            offender_id="P7",
            decision=verdict,
            # All in the same moment, so that only the order of writing tells which is the last.
            decided_at=datetime(2026, 11, 23, 9, 30, 1, 5, tzinfo=UTC),
            decided_by="made-up-supervisor",
        )
        for verdict in (PairVerdict.REJECTED, PairVerdict.UNDONE, PairVerdict.ACCEPTED)
    )
    with open_store(url) as store:
        with store.transaction() as connection:
            assert load_pair_decisions(connection) == ()
            for each in made:
                save_pair_decision(connection, each)
        with store.transaction() as connection:
            assert load_pair_decisions(connection) == made
