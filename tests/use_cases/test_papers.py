"""Briefing, department brief and Monday sheet from a store; each on the audit, none leaking a name."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rso_planner.domain.audit_event import AuditAction, AuditEvent
from rso_planner.domain.paper import Paper
from rso_planner.domain.refusal import WrongUseError
from rso_planner.storage.audit import load_audit_events
from rso_planner.storage.force_loading import PastLoad
from rso_planner.storage.store import open_store
from rso_planner.use_cases.brief_department import MOST_WEEKS, brief_department, choose_loads
from rso_planner.use_cases.brief_neighbourhood import BriefingWish, brief_neighbourhood
from rso_planner.use_cases.find_due import find_due
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.load_register import load_register
from rso_planner.use_cases.make_monday_sheet import make_monday_sheet
from rso_planner.use_cases.propose_reallocation import propose_reallocation
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.write_paper import write_paper
from tests.extracts import good_tables, set_cell, write_tables
from tests.registers import MAPPING_OF, good_rows, write_csv

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NAMES = ("Zzed", "O'Zample", "Zoë")


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    """Somebody who asks a store with the three made-up people."""
    asking = Asking(database_url=f"sqlite:///{tmp_path / 'store.db'}", actor="made-up-user", now=NOW)
    _load(asking, tmp_path)
    return asking


def _load(asking: Asking, folder: Path, extracted_on: str = "2026-11-23", last_seen: str = "2026-10-01") -> None:
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", extracted_on)
    set_cell(tables, "visits", 2, "started_at", f"{last_seen}T10:15")
    set_cell(tables, "visits", 2, "recorded_at", "")
    tables["visits"] = [row for row in tables["visits"] if row[0] != "V2"]
    at = datetime.combine(date.fromisoformat(extracted_on), NOW.time(), UTC)
    outcome = load_extract(
        Asking(database_url=asking.database_url, actor=asking.actor, now=at),
        write_tables(tables, folder / f"extract-{extracted_on}"),
    )
    assert outcome.is_loaded, outcome.rejects


def _events(asking: Asking) -> list[AuditEvent]:
    with open_store(asking.database_url) as store, store.transaction() as connection:
        return list(load_audit_events(connection))


def test_a_briefing_is_a_disclosure_with_recipient_reason_and_last_day(asking: Asking) -> None:
    wish = BriefingWish(area="Madeup", recipient="PS 1234", reason="a patrol plan", expires_on=date(2026, 12, 1))
    paper = brief_neighbourhood(asking, wish)
    last = _events(asking)[-1]
    assert (last.action, last.command, last.scope) == (
        AuditAction.DISCLOSURE,
        "briefing",
        "people in the area Madeup",
    )
    assert last.detail == "as of 2026-11-23; recipient: PS 1234; reason: a patrol plan; expires on 2026-12-01"
    assert last.offender_ids == paper.offender_ids == ("0001", "0002")
    assert not any(name in repr(last) for name in NAMES)


def test_without_more_said_it_is_for_the_areas_team_and_ends_by_the_policy(asking: Asking) -> None:
    paper = brief_neighbourhood(asking, BriefingWish(area="Madeup"))
    assert paper.sentences[0] == "For the neighbourhood team of Madeup. Reason: to protect the public in the area."
    assert paper.sentences[1].startswith("Destroy it after 21 December 2026.")


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (BriefingWish(area="Nowhere"), "The extract has no area Nowhere. It has: Madeup."),
        (BriefingWish(area="Madeup", reason=" "), "neither may be empty"),
        (BriefingWish(area="Madeup", recipient=""), "neither may be empty"),
        (BriefingWish(area="Madeup", expires_on=date(2026, 11, 22)), "before its own day"),
    ],
)
def test_a_briefing_that_cannot_be_is_refused_and_leaves_no_trace(
    asking: Asking, wish: BriefingWish, words: str
) -> None:
    before = _events(asking)
    with pytest.raises(WrongUseError, match=words):
        brief_neighbourhood(asking, wish)
    assert _events(asking) == before


def test_the_trend_counts_each_extract_as_it_was(asking: Asking, tmp_path: Path) -> None:
    # The person is seen every 6 weeks: on 1 October in the first extract, on 13 November in the next ones.
    for extracted_on, last_seen in (("2026-11-30", "2026-11-13"), ("2026-12-07", "2026-11-13")):
        _load(asking, tmp_path, extracted_on, last_seen)
    paper = brief_department(asking, date(2027, 1, 11))
    backlog = paper.trends[0]
    assert backlog.days == (*(date(2026, 11, 23) + timedelta(weeks=week) for week in range(3)), date(2027, 1, 11))
    assert backlog.values == (1, 0, 0, 1)
    last = _events(asking)[-1]
    assert (last.action, last.detail) == (
        AuditAction.CONSULTATION,
        "as of 2027-01-11, with 3 earlier extracts",
    )


def test_the_trend_has_the_last_extract_of_each_earlier_week() -> None:
    monday = date(2026, 11, 23)
    daily = [PastLoad(number, monday - timedelta(days=number)) for number in range(-3, 15)]
    chosen = choose_loads(daily, monday)
    assert [each.extracted_on for each in chosen] == [date(2026, 11, 15), date(2026, 11, 22)]
    twice = [PastLoad(1, date(2026, 11, 20)), PastLoad(2, date(2026, 11, 20))]
    assert [each.load_id for each in choose_loads(twice, monday)] == [2]
    weekly = [PastLoad(number, monday - timedelta(weeks=number)) for number in range(1, 30)]
    assert len(choose_loads(weekly, monday)) == MOST_WEEKS


def test_the_monday_sheet_has_the_figures_of_due_and_what_waits_elsewhere(asking: Asking, tmp_path: Path) -> None:
    load_register(asking, write_csv(good_rows("people"), tmp_path / "r.csv"), mapping_name=MAPPING_OF["people"])
    propose_reallocation(asking)
    paper = make_monday_sheet(asking)
    assert paper.figures[0].figure == find_due(asking).figures.overdue_visits == 1
    decisions = {row[0]: row[1] for table in paper.tables if table.name == "Decisions" for row in table.rows}
    assert decisions["Whom a register record is about"] == 1
    assert decisions["A change of officer"] == 1
    assert not any(name in repr(paper) for name in NAMES)


def test_the_sheet_needs_no_register_and_no_proposal(asking: Asking) -> None:
    paper = make_monday_sheet(asking)
    last = _events(asking)[-1]
    assert (last.command, last.action) == ("monday-sheet", AuditAction.CONSULTATION)
    assert "A change of officer" not in {row[0] for table in paper.tables for row in table.rows}


def _papers(asking: Asking) -> list[tuple[Paper, str]]:
    return [
        (brief_neighbourhood(asking, BriefingWish(area="Madeup")), "briefing"),
        (brief_department(asking), "head-brief"),
        (make_monday_sheet(asking), "monday-sheet"),
    ]


def test_papers_are_written_as_a_page_and_a_workbook_and_names_stay_inside_the_briefing(
    asking: Asking, tmp_path: Path
) -> None:
    for paper, command in _papers(asking):
        page, workbook = write_paper(asking, paper, command, tmp_path / "out")
        assert (page.suffix, workbook.suffix) == (".html", ".xlsx")
        html = page.read_text("utf-8")
        head = html.split("</title>")[0]
        assert not any(name in head + page.name for name in NAMES)
        assert ("Zzed" in html) is (command == "briefing")
    assert len(list((tmp_path / "out").iterdir())) == 6
    written = [each for each in _events(asking) if each.command.endswith("--out")]
    assert [each.action for each in written] == [AuditAction.DISCLOSURE] * 3
    assert not any(name in repr(each) for each in written for name in NAMES)


def test_a_folder_that_cannot_be_written_is_refused(asking: Asking, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    paper = make_monday_sheet(asking)
    before = _events(asking)
    with pytest.raises(WrongUseError, match="cannot be written"):
        write_paper(asking, paper, "monday-sheet", tmp_path / "taken")
    assert _events(asking) == before
