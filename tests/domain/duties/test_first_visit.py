"""A first visit after registration, release, transfer in, return to active: 5 working days, below high risk 15."""

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import find_due, get_task, make_case


@pytest.mark.parametrize(
    ("risk_level", "due_on"),
    [("very_high", "2026-11-23"), ("high", "2026-11-23"), ("medium", "2026-12-07"), ("low", "2026-12-07")],
)
@pytest.mark.parametrize(
    ("changes", "history"),
    [
        ({"registered_on": "2026-11-16"}, ""),
        ({"in_community_since": "2026-11-16"}, "2026-10-01 seen"),
        ({}, "2026-10-01 seen\n2026-11-16 event release"),
        ({"transferred_in_on": "2026-11-16"}, "2026-10-01 seen"),
        ({}, "2026-10-01 seen\n2026-11-16 decision to_active"),
        ({"management_since": "2026-11-16"}, "2026-10-01 seen"),
    ],
)
def test_each_start_brings_a_first_visit(
    policy: PlanningPolicy, risk_level: str, due_on: str, changes: dict[str, str], history: str
) -> None:
    case = make_case(history, risk_level=risk_level, **changes)
    assert find_due(case, TaskKind.FIRST_VISIT, policy) == due_on
    assert find_due(case, TaskKind.VISIT, policy) is None


def test_seen_since_the_start_it_is_an_ordinary_visit(policy: PlanningPolicy) -> None:
    case = make_case("2026-11-18 seen", in_community_since="2026-11-16")
    assert find_due(case, TaskKind.FIRST_VISIT, policy) is None
    assert find_due(case, TaskKind.VISIT, policy) == "2027-02-18"


def test_a_weekend_and_a_bank_holiday_do_not_count(policy: PlanningPolicy) -> None:
    case = make_case(in_community_since="2026-12-24", risk_level="high")
    # 25 and 28 December and 1 January are bank holidays, 26 and 27 a weekend, 2 and 3 January too.
    assert find_due(case, TaskKind.FIRST_VISIT, policy) == "2027-01-05"


def test_the_reason_tells_what_started_the_clock(policy: PlanningPolicy) -> None:
    task = get_task(make_case(in_community_since="2026-11-16"), TaskKind.FIRST_VISIT, policy)
    assert task.reason == (
        "First visit within 5 working days for high risk; back in the community on 16 November 2026, "
        "so due on 23 November 2026."
    )
    assert task.rule == "first_visit"
