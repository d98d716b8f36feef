"""Reactive: no routine visits; annual notification goes on; a yearly desktop review; no ARMS renewal."""

from dataclasses import replace

import pytest

from rso_planner.domain.due import find_notifications, find_tasks
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import AS_OF, find_due, get_task, make_case, make_force

HISTORY = "2024-01-10 seen\n2024-01-10 arms low\n2024-06-01 not_seen"


def test_only_the_desktop_review_is_due(policy: PlanningPolicy) -> None:
    case = make_case(HISTORY, risk_level="low", management="reactive", management_since="2025-01-10")
    assert [task.kind for task in find_tasks(case, policy, AS_OF)] == [TaskKind.DESKTOP_REVIEW]
    assert len(find_notifications(make_force(case), AS_OF)) == 1


@pytest.mark.parametrize(
    ("since", "reviewed_on", "history", "due_on"),
    [
        ("2025-01-10", None, "", "2026-01-10"),
        ("2025-01-10", "2026-02-02", "", "2027-02-02"),
        ("2025-01-10", "2024-02-02", "", "2026-01-10"),
        (None, "2026-02-02", "", "2027-02-02"),
        (None, None, "", "2021-01-06"),
        (None, None, "2025-05-05 decision to_reactive", "2026-05-05"),
    ],
)
def test_twelve_months_after_the_later_of_the_last_review_and_the_move(
    policy: PlanningPolicy, since: str | None, reviewed_on: str | None, history: str, due_on: str
) -> None:
    case = make_case(
        history,
        risk_level="low",
        management="reactive",
        management_since=since,
        desktop_reviewed_on=reviewed_on,
    )
    assert find_due(case, TaskKind.DESKTOP_REVIEW, policy) == due_on


def test_arms_renewal_can_be_switched_on(policy: PlanningPolicy) -> None:
    case = make_case(HISTORY, risk_level="low", management="reactive", management_since="2025-01-10")
    renewing = replace(policy, reactive_duties_arms_renewal=True)
    assert find_due(case, TaskKind.ARMS, renewing) == "2025-01-10"


@pytest.mark.parametrize("status", ["custody", "missing", "wanted", "hospital"])
def test_nothing_while_away_or_sought(policy: PlanningPolicy, status: str) -> None:
    case = make_case(HISTORY, management="reactive", management_since="2025-01-10", status=status)
    assert find_tasks(case, policy, AS_OF) == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"management_since": "2025-01-10"}, "on reactive management since 10 January 2025"),
        ({"desktop_reviewed_on": "2026-01-10"}, "last reviewed on 10 January 2026"),
        ({}, "no earlier day is known than registration on 6 January 2020"),
    ],
)
def test_the_reason(policy: PlanningPolicy, changes: dict[str, str], words: str) -> None:
    case = make_case(risk_level="low", management="reactive", **changes)
    task = get_task(case, TaskKind.DESKTOP_REVIEW, policy)
    assert f"Desktop review every 12 months on reactive management; {words}, so due on " in task.reason
    assert (task.rule, task.cycle_days) == ("reactive_duties", 365.25)
