"""The reason of each left-out visit, tried again in a week with nothing else, and with the higher tiers alone."""

import random
from collections.abc import Collection

import pytest

from tests.contract.extracts import WEEK, Answer, Desk, Extract, left_out, planned
from tests.contract.judge import faults

_HIGH = {"very_high", "high"}


def _drawn_week(seed: int, only: Collection[str] | None = None) -> Extract:
    """Three officers on two short days each and a few people long overdue; `only` keeps some of the people."""
    chance = random.Random(seed)
    extract = Extract()
    for number in (1, 2, 3):
        officer_id = f"OM{number}"
        extract.officer(officer_id, may_lead="no" if number == 3 and chance.random() < 0.5 else "yes")
        for day in chance.sample(range(23, 28), 2):
            hour = chance.choice([9, 10, 12])
            ends = f"{hour + chance.choice([3, 5, 7]):02}:00"
            extract.duty(officer_id, f"2026-11-{day}", f"{hour:02}:00", ends, chance.choice([90, 120, 150, 180]))
    for number in range(chance.randint(4, 8)):
        cells = {
            "risk_level": chance.choice(["very_high", "high", "medium", "low"]),
            "seen": f"2025-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}",
            "easting": str(400000 + chance.choice([0, 1500, 4000, 9000])),
            "northing": str(300000 + chance.choice([0, 2500, 7000])),
        }
        if chance.random() < 0.2:
            cells["visit_not_before"] = "15:00"
        if only is None or f"P{number}" in only:
            extract.person(f"P{number}", **cells)
    return extract


def _plan(desk: Desk, seed: int, only: Collection[str]) -> Answer:
    folder = desk.folder / "-".join(["again", *sorted(only)])
    folder.mkdir(exist_ok=True)
    return Desk(folder).plan(_drawn_week(seed, only))


def _reason_by_trying(desk: Desk, seed: int, offender_id: str, high: set[str]) -> str:
    if not planned(_plan(desk, seed, {offender_id}), offender_id):
        return "impossible"
    if offender_id in high or planned(_plan(desk, seed, {*high, offender_id}), offender_id):
        return "traded"
    return "no_capacity"


@pytest.mark.parametrize("seed", [5, 12])
def test_the_reason_is_what_trying_again_shows(desk: Desk, seed: int) -> None:
    extract = _drawn_week(seed)
    answer = desk.plan(extract, week=WEEK)
    assert answer["status"] == "optimal"
    assert faults(answer, extract) == []
    high = {row["offender_id"] for row in extract.rows["offenders"] if row["risk_level"] in _HIGH}
    reasons = left_out(answer)
    by_trying = {each: _reason_by_trying(desk, seed, each.split(":")[0], high) for each in reasons}
    assert reasons == by_trying
    assert reasons
