"""The papers of a reconciliation are all there or none, and one event on the audit says whom they disclose."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rso_planner.domain.audit_event import AuditAction, AuditEvent
from rso_planner.domain.refusal import WrongUseError
from rso_planner.storage.audit import load_audit_events
from rso_planner.storage.store import open_store
from rso_planner.storage.upgrading import upgrade_store
from rso_planner.use_cases import write_reconciliation_papers as papers
from rso_planner.use_cases.recording import Asking
from tests.drawing.reconciliations import make_agreement, make_small_reconciliation

write = papers.write_reconciliation_papers
NAMES = {"october.xlsx", "october.html", "october.corrections.csv", "october.people.csv"}


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    """Somebody with a store."""
    url = f"sqlite:///{tmp_path / 'store.db'}"
    upgrade_store(url)
    return Asking(database_url=url, actor="DC Invented", now=datetime(2026, 11, 20, 9, tzinfo=UTC))


def events(asking: Asking) -> Iterator[AuditEvent]:
    with open_store(asking.database_url) as store, store.transaction() as connection:
        yield from load_audit_events(connection)


def test_the_papers_stand_beside_the_workbook_and_nothing_else(asking: Asking, tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "october.xlsx"
    written = write(asking, make_small_reconciliation(), out)
    assert written[0] == out
    assert {path.name for path in written} == NAMES == {path.name for path in out.parent.iterdir()}
    assert all(path.stat().st_size > 0 and path.stat().st_mode & 0o077 == 0 for path in written)


def test_one_event_names_whom_the_papers_disclose(asking: Asking, tmp_path: Path) -> None:
    write(asking, make_small_reconciliation(), tmp_path / "october.xlsx")
    (event,) = events(asking)
    assert (event.action, event.command, event.people) == (AuditAction.DISCLOSURE, "reconcile --out", 6)
    assert event.offender_ids == ("P0002", "P0003", "P0004", "P0005", "P0006")
    assert "R000001" in event.detail
    assert "Madeup" not in event.detail


def test_two_lists_that_agree_have_papers_too(asking: Asking, tmp_path: Path) -> None:
    assert len(write(asking, make_agreement(), tmp_path / "october.xlsx")) == 4
    (event,) = events(asking)
    assert (event.people, event.offender_ids) == (0, ())


def test_another_ending_than_that_of_a_workbook_is_refused(asking: Asking, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"october\.pdf does not end in \.xlsx"):
        write(asking, make_small_reconciliation(), tmp_path / "october.pdf")
    assert list(events(asking)) == []


def test_a_fault_in_the_last_paper_leaves_the_earlier_papers_and_the_audit_as_they_were(
    asking: Asking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "papers" / "october.xlsx"
    write(asking, make_small_reconciliation(), out)
    before = {path.name: path.read_bytes() for path in out.parent.iterdir()}

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(papers, "write_people_csv", fail)
    with pytest.raises(WrongUseError, match="No space left on device"):
        write(asking, make_agreement(), out)
    assert {path.name: path.read_bytes() for path in out.parent.iterdir()} == before
    assert len(list(events(asking))) == 1


def test_nothing_is_given_out_where_the_audit_cannot_be_written(
    asking: Asking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("no audit")

    monkeypatch.setattr("rso_planner.use_cases.recording.save_audit_event", refuse)
    out = tmp_path / "papers" / "october.xlsx"
    with pytest.raises(RuntimeError, match="no audit"):
        write(asking, make_small_reconciliation(), out)
    assert list(out.parent.iterdir()) == []


def test_a_folder_in_the_place_of_a_paper_is_refused_before_any_is_put_there(
    asking: Asking, tmp_path: Path
) -> None:
    (tmp_path / "october.html").mkdir()
    with pytest.raises(WrongUseError, match=r"october\.html is a folder"):
        write(asking, make_small_reconciliation(), tmp_path / "october.xlsx")
    assert not (tmp_path / "october.xlsx").exists()
    assert list(events(asking)) == []
