"""A significant event makes the assessment out of date at once; due within 10 working days."""

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import find_due, get_task, make_case


@pytest.mark.parametrize(
    ("history", "due_on", "is_event"),
    [
        # 2 November 2026 is a Monday.
        ("2026-06-01 arms low\n2026-11-02 event offence significant", "2026-11-16", True),
        ("2026-06-01 arms low\n2026-11-02 event other significant", "2026-11-16", True),
        ("2026-06-01 arms low\n2026-11-02 event offence", "2027-06-01", False),
        ("2026-06-01 arms low\n2026-06-01 event offence significant", "2027-06-01", False),
        ("2026-06-01 arms low\n2026-06-02 event offence significant", "2026-06-16", True),
        (
            "2026-06-01 arms low\n2026-11-09 event other significant\n2026-11-02 event other significant",
            "2026-11-16",
            True,
        ),
        ("2026-11-02 event offence significant\n2026-11-05 arms low", "2027-11-05", False),
        # Overdue by its cycle before the event: the older date stays, and the event still makes it urgent.
        ("2025-06-01 arms low\n2026-11-02 event offence significant", "2026-06-01", True),
        ("2026-06-01 arms low\n2026-11-24 event offence significant", "2027-06-01", False),
        # The tenth working day is the cycle's own due date: the event is what makes it urgent.
        ("2025-11-16 arms low\n2026-11-02 event offence significant", "2026-11-16", True),
    ],
)
def test_only_events_after_completion_count_and_the_earlier_date_holds(
    policy: PlanningPolicy, history: str, due_on: str, is_event: bool
) -> None:
    task = get_task(make_case(history), TaskKind.ARMS, policy)
    assert (task.due_on.isoformat(), task.event_triggered) == (due_on, is_event)


def test_never_assessed_an_event_can_come_before_the_first_date(policy: PlanningPolicy) -> None:
    new = {"registered_on": "2026-10-01"}
    event = "event offence significant"
    assert find_due(make_case(f"2026-10-05 {event}", **new), TaskKind.ARMS, policy) == "2026-10-19"
    assert find_due(make_case(f"2026-10-01 {event}", **new), TaskKind.ARMS, policy) == "2026-10-15"
    assert find_due(make_case(f"2026-09-30 {event}", **new), TaskKind.ARMS, policy) == "2026-12-24"


def test_the_reason(policy: PlanningPolicy) -> None:
    case = make_case("2026-06-01 arms low\n2026-11-02 event offence significant")
    task = get_task(case, TaskKind.ARMS, policy)
    assert task.reason == (
        "ARMS assessment within 10 working days of a significant event; it happened on 2 November 2026, "
        "so due on 16 November 2026."
    )
    assert task.rule == "arms_significant_event"
