"""The audit gives back what was written to it, in order."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction, AuditEvent
from rso_planner.storage.audit import load_audit_events, save_audit_event
from rso_planner.storage.store import open_store
from rso_planner.storage.upgrading import upgrade_store


def test_events_come_back_in_the_order_of_writing_and_in_utc(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    upgrade_store(url)
    summer = AuditEvent(
        recorded_at=datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1))),
        actor="made-up-user",
        action=AuditAction.DISCLOSURE,
        command="briefing",
        scope="area",
        people=2,
        offender_ids=("0001", "Zoë-2"),
        detail="made up",
    )
    earlier = AuditEvent(
        recorded_at=datetime(2026, 6, 1, tzinfo=UTC),
        actor="made-up-user",
        action=AuditAction.CONSULTATION,
        command="due",
        scope="whole force",
        people=3,
    )
    with open_store(url) as store:
        with store.transaction() as connection:
            save_audit_event(connection, summer)
            save_audit_event(connection, earlier)
        with store.transaction() as connection:
            found = load_audit_events(connection)
    assert found == (summer, earlier)
    assert found[0].recorded_at.utcoffset() == timedelta(0)
    assert found[0].recorded_at.date().isoformat() == "2026-06-30"
