"""Not the same weekday and part of day as either of the last two visits, whatever their outcome."""

from dataclasses import replace

import pytest

from rso_planner.domain.duties.unannounced_pattern import slots_to_avoid
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.visit import PartOfDay
from tests.domain.cases import make_case

MONDAY, TUESDAY = 0, 1


@pytest.mark.parametrize(
    ("history", "slots"),
    [
        ("", set()),
        ("2026-11-16 11:59 seen", {(MONDAY, PartOfDay.MORNING)}),
        ("2026-11-16 12:00 seen", {(MONDAY, PartOfDay.AFTERNOON)}),
        ("2026-11-16 16:59 seen", {(MONDAY, PartOfDay.AFTERNOON)}),
        ("2026-11-16 17:00 seen", {(MONDAY, PartOfDay.EVENING)}),
        (
            "2026-11-05 10:00 seen\n2026-11-16 10:00 not_seen\n2026-11-17 18:00 refused",
            {(MONDAY, PartOfDay.MORNING), (TUESDAY, PartOfDay.EVENING)},
        ),
        ("2026-11-09 10:00 seen\n2026-11-16 10:30 seen", {(MONDAY, PartOfDay.MORNING)}),
    ],
)
def test_the_last_two_visits(policy: PlanningPolicy, history: str, slots: set[tuple[int, PartOfDay]]) -> None:
    assert slots_to_avoid(make_case(history), policy) == slots


def test_switched_off(policy: PlanningPolicy) -> None:
    off = replace(policy, unannounced_pattern=False)
    assert slots_to_avoid(make_case("2026-11-16 seen"), off) == frozenset()
