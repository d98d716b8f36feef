"""The store knows what each extract held, whatever was loaded or decided since."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from rso_planner.domain.force import Force
from rso_planner.domain.reallocation import ChangeVerdict
from rso_planner.storage.force_loading import find_past_loads, load_force
from rso_planner.storage.store import open_store
from rso_planner.use_cases.decide_on_changes import decide_on_changes
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.propose_reallocation import propose_reallocation
from rso_planner.use_cases.recording import Asking
from tests.extracts import Tables, good_tables, set_cell, write_tables

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _extracts() -> tuple[Tables, Tables, Tables]:
    """A first extract; one with a changed person and visit, an officer less; one with a visit more."""
    first, second, third = good_tables(), good_tables(), good_tables()
    for tables, day in ((second, "2026-11-30"), (third, "2026-12-07")):
        set_cell(tables, "extract", 2, "extracted_on", day)
        set_cell(tables, "offenders", 3, "risk_level", "medium")
        set_cell(tables, "visits", 2, "started_at", "2026-09-30T10:15")
        tables["duties"] = tables["duties"][:2]
    third["visits"].append([cell.replace("V2", "V9") for cell in third["visits"][2]])
    set_cell(third, "visits", 5, "started_at", "2026-12-01T09:00")
    return first, second, third


def _asking(url: str, week: int) -> Asking:
    return Asking(database_url=url, actor="made-up-user", now=NOON + timedelta(weeks=week))


def _force(url: str) -> Force:
    with open_store(url) as store, store.transaction() as connection:
        return load_force(connection)


def test_every_extract_comes_back_as_it_was_when_it_had_just_been_loaded(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    then = []
    for week, tables in enumerate(_extracts()):
        outcome = load_extract(_asking(url, week), write_tables(tables, tmp_path / f"extract-{week}"))
        assert outcome.is_loaded, outcome.rejects
        then.append(_force(url))
    assert len({repr(each) for each in then}) == 3
    propose_reallocation(_asking(url, 3))
    decide_on_changes(_asking(url, 3), None, ChangeVerdict.ACCEPTED)
    assert _force(url) != then[-1]
    with open_store(url) as store, store.transaction() as connection:
        loads = find_past_loads(connection)
        assert [each.extracted_on for each in loads] == [each.extracted_on for each in then]
        assert [load_force(connection, each) for each in loads] == then
