"""Backwards from a target: the least staffing by trying, an impossible target says so."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rso_planner.use_cases.find_staffing as find_staffing_module
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.staffing_need import StaffingPoint
from rso_planner.domain.staffing_words import staffing_sentences
from rso_planner.use_cases.find_staffing import StaffingWish, find_staffing, least, read_staffing_target
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.synthesise_force import write_synthetic_force
from tests.extracts import write_good_extract
from tests.use_cases.test_run_what_if import in_this_process


@given(st.lists(st.integers(), min_size=0, max_size=40, unique=True).map(sorted), st.integers())
def test_the_least_choice_that_is_enough(choices: list[int], needed: int) -> None:
    enough = [each for each in choices if each >= needed]
    assert least(choices, lambda each: each >= needed) == (enough[0] if enough else None)


@pytest.mark.parametrize(
    ("text", "measure", "limit", "at_least"),
    [
        ("high_overdue=0", "high_overdue", 0, False),
        ("overdue<=20", "overdue", 20, False),
        ("arms_current_share >= 0.95", "arms_current_share", 0.95, True),
    ],
)
def test_targets_are_read(text: str, measure: str, limit: float, at_least: bool) -> None:
    target = read_staffing_target(text)
    assert (target.measure, target.limit, target.at_least) == (measure, limit, at_least)
    assert target.is_reached_by(limit)
    assert target.is_reached_by(limit + 1) is at_least


@pytest.mark.parametrize("text", ["", "high_overdue", "nonsense=1", "high_overdue=few"])
def test_what_is_no_target_is_refused(text: str) -> None:
    with pytest.raises(WrongUseError):
        read_staffing_target(text)


def need(tmp_path: Path, target: str) -> tuple[str, ...]:
    asking = Asking(
        database_url=f"sqlite:///{tmp_path / 'store.db'}", actor="a test", now=datetime(2026, 11, 23, tzinfo=UTC)
    )
    load_extract(asking, write_good_extract(tmp_path / "extract"))
    wish = StaffingWish(target=read_staffing_target(target), by_week=8, replications=2)
    return staffing_sentences(find_staffing(asking, wish, in_this_process))


def test_a_small_unit_needs_little(tmp_path: Path) -> None:
    sentences = need(tmp_path, "overdue<=100")
    assert sentences[1] == "The fewest officers that reach it: 1 full-time equivalent."
    assert sentences[3] == "No recruits are needed."


def test_an_impossible_target_says_so(tmp_path: Path) -> None:
    sentences = need(tmp_path, "arms_current_share>=2")
    assert sentences[1].startswith("No number of officers that was tried, up to 12, reaches it")
    assert sentences[2] == "With the officers of today no plannable share reaches it, not even all of their hours."
    assert sentences[3] == "Recruits alone do not reach it."


def test_each_staffing_that_was_tried_is_the_one_that_was_run(tmp_path: Path) -> None:
    asking = Asking(
        database_url=f"sqlite:///{tmp_path / 'store.db'}", actor="a test", now=datetime(2026, 11, 23, tzinfo=UTC)
    )
    write_synthetic_force("merseyside-2018", date(2026, 11, 20), 1, tmp_path)
    load_extract(asking, tmp_path / "extract")
    wish = StaffingWish(target=read_staffing_target("high_overdue=15"), by_week=3, replications=1)
    found = find_staffing(asking, wish, in_this_process)
    tried = [point.staffing for point in found.tried]
    assert len(tried) > 4
    assert len([each for each in tried if each != round(each)]) <= 1, "only what today's staffing leaves"
    assert found.officers in tried


def test_what_todays_staffing_reaches_is_not_denied_because_far_more_officers_miss_it_by_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_chance(_self: object, name: str, *_changes: object) -> StaffingPoint:
        officers = float(name.split(maxsplit=1)[0]) if name.endswith("officers") else 1.0
        return StaffingPoint(
            staffing=officers, people_to_officer=1.0, share_reached=float(officers <= 3), mean=0.0
        )

    monkeypatch.setattr(find_staffing_module._Search, "try_one", by_chance)
    assert need(tmp_path, "overdue<=100")[1] == "The fewest officers that reach it: 1 full-time equivalent."
