"""After an attempt a new one follows within: very high 2, high 5, others 10 working days; a task of its own."""

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import find_due, get_task, make_case


@pytest.mark.parametrize(
    ("risk_level", "due_on"),
    # 18 December 2026 is a Friday; 25 and 28 December and 1 January are bank holidays.
    [("very_high", "2026-12-22"), ("high", "2026-12-29"), ("medium", "2027-01-06"), ("low", "2027-01-06")],
)
def test_the_window_counts_working_days_with_bank_holidays(
    policy: PlanningPolicy, risk_level: str, due_on: str
) -> None:
    case = make_case("2026-12-18 not_seen", risk_level=risk_level)
    assert find_due(case, TaskKind.RETRY, policy, case.visits[0].started_at.date()) == due_on


def test_the_retry_neither_moves_nor_replaces_the_visit(policy: PlanningPolicy) -> None:
    case = make_case("2026-08-03 seen\n2026-11-16 not_seen")
    assert find_due(case, TaskKind.VISIT, policy) == "2026-11-03"
    assert find_due(case, TaskKind.RETRY, policy) == "2026-11-23"


def test_a_later_attempt_counts_anew(policy: PlanningPolicy) -> None:
    case = make_case("2026-11-02 not_seen\n2026-11-16 refused")
    assert find_due(case, TaskKind.RETRY, policy) == "2026-11-23"


@pytest.mark.parametrize(
    ("history", "changes"),
    [
        ("2026-11-02 not_seen\n2026-11-03 seen", {}),
        ("2026-11-02 09:00 not_seen\n2026-11-02 18:00 seen", {}),
        ("2026-11-02 not_seen", {"in_community_since": "2026-11-03"}),
        ("", {}),
    ],
)
def test_no_retry_once_seen_or_before_the_clock_started(
    policy: PlanningPolicy, history: str, changes: dict[str, str]
) -> None:
    assert find_due(make_case(history, **changes), TaskKind.RETRY, policy) is None


def test_the_reason_tells_what_happened(policy: PlanningPolicy) -> None:
    task = get_task(make_case("2026-11-16 refused"), TaskKind.RETRY, policy)
    assert task.reason == (
        "New attempt within 5 working days for high risk; last attempt on 16 November 2026 (refused), "
        "so due on 23 November 2026."
    )
    assert task.rule == "retry_after"
    assert task.cycle_days == pytest.approx(91.3125)
