"""Eligibility is advice; a move needs a decision: how a person is managed is read from what people recorded."""

from datetime import date
from typing import Any

import pytest

from rso_planner.domain.due import find_tasks
from rso_planner.domain.management.person_decides import (
    contradicting_decision,
    find_management,
    management_on,
)
from rso_planner.domain.management.reactive_eligibility import review_for_reactive
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import AS_OF, make_case


@pytest.mark.parametrize(
    ("recorded", "since", "history", "status", "known_since"),
    [
        ("active", None, "", "active", None),
        ("reactive", "2025-01-10", "", "reactive", "2025-01-10"),
        # A decision later than the field overrides it, both ways.
        ("active", "2020-01-06", "2025-03-03 decision to_reactive", "reactive", "2025-03-03"),
        ("reactive", "2025-01-10", "2025-03-03 decision to_active", "active", "2025-03-03"),
        # One on the same day or earlier does not.
        ("active", "2025-03-03", "2025-03-03 decision to_reactive", "active", "2025-03-03"),
        ("reactive", "2025-03-04", "2025-03-03 decision to_active", "reactive", "2025-03-04"),
        # Staying changes nothing, and confirming what is so keeps the day.
        ("reactive", "2025-01-10", "2025-03-03 decision stay", "reactive", "2025-01-10"),
        ("reactive", "2025-01-10", "2025-03-03 decision to_reactive", "reactive", "2025-01-10"),
        (
            "reactive",
            "2022-01-10",
            "2023-01-10 decision to_active\n2025-01-10 decision to_reactive",
            "reactive",
            "2025-01-10",
        ),
        # Without the day of the field only a decision to active overrides it.
        ("reactive", None, "2025-03-03 decision to_active", "active", "2025-03-03"),
        ("active", None, "2025-03-03 decision to_reactive", "active", None),
        ("reactive", None, "2025-03-03 decision to_reactive", "reactive", "2025-03-03"),
        ("active", "2020-01-06", "2026-11-24 decision to_reactive", "active", "2020-01-06"),
    ],
)
def test_the_field_and_the_decisions(
    recorded: str, since: str | None, history: str, status: str, known_since: str | None
) -> None:
    found = find_management(make_case(history, management=recorded, management_since=since), AS_OF)
    assert (found.status, found.since) == (status, known_since and date.fromisoformat(known_since))


@pytest.mark.parametrize(
    ("recorded", "history", "contradicts"),
    [
        ("active", "2025-03-03 decision to_reactive", True),
        ("reactive", "2025-03-03 decision to_active", True),
        ("active", "2025-03-03 decision to_active", False),
        ("active", "2025-03-03 decision to_reactive\n2025-04-03 decision to_active", False),
        ("active", "2025-03-03 decision stay", False),
        ("active", "2026-11-24 decision to_reactive", False),
    ],
)
def test_a_decision_that_contradicts_the_field(recorded: str, history: str, contradicts: bool) -> None:
    case = make_case(history, management=recorded)
    assert (contradicting_decision(case, AS_OF) is not None) is contradicts


def test_nobody_moves_by_being_eligible(policy: PlanningPolicy) -> None:
    clean: dict[str, Any] = {"risk_level": "low"}
    case = make_case("2026-05-03 seen\n2026-06-01 arms low\n2026-06-01 decision stay satisfied", **clean)
    assert review_for_reactive(case, policy, AS_OF).is_eligible
    assert management_on(case, AS_OF) == "active"
    assert TaskKind.VISIT in {task.kind for task in find_tasks(case, policy, AS_OF)}
