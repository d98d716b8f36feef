"""Not the slots of the last two visits, whatever their outcome; an evening when the last four were none."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from rso_planner.domain.duties.unannounced_pattern import is_due_an_evening_visit, slots_to_avoid
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


FOUR_BEFORE_THE_EVENING = """
    2026-08-03 09:00 seen
    2026-09-07 14:00 refused
    2026-10-05 10:00 not_seen
    2026-11-16 10:00 seen
"""


@pytest.mark.parametrize(
    ("history", "is_due"),
    [
        ("", False),
        ("2026-11-16 10:00 seen", True),
        ("2026-11-16 16:59 seen", True),
        ("2026-11-16 17:00 seen", False),
        ("2026-11-16 18:00 not_seen", False),
        ("2026-08-03 17:00 seen\n2026-09-07 10:00 seen\n2026-10-05 10:00 seen\n2026-11-16 10:00 seen", False),
        ("2026-07-06 18:00 seen\n" + FOUR_BEFORE_THE_EVENING, True),
    ],
)
def test_an_evening_is_due_when_none_of_the_last_four_visits_was_one(
    policy: PlanningPolicy, history: str, is_due: bool
) -> None:
    assert is_due_an_evening_visit(make_case(history), policy) is is_due


@pytest.mark.parametrize(("not_after", "is_due"), [(time(16, 59), False), (time(17), True)])
def test_nobody_is_due_an_evening_whose_hours_end_before_it(
    policy: PlanningPolicy, not_after: time, is_due: bool
) -> None:
    case = make_case("2026-11-16 10:00 seen", visit_not_after=not_after)
    assert is_due_an_evening_visit(case, policy) is is_due


@pytest.mark.parametrize("off", [{"unannounced_pattern": False}, {"unannounced_pattern_evening_every": 0}])
def test_no_evening_is_due_where_it_is_switched_off(policy: PlanningPolicy, off: dict[str, Any]) -> None:
    assert not is_due_an_evening_visit(make_case("2026-11-16 10:00 seen"), replace(policy, **off))


def test_switched_off(policy: PlanningPolicy) -> None:
    off = replace(policy, unannounced_pattern=False)
    assert slots_to_avoid(make_case("2026-11-16 seen"), off) == frozenset()
