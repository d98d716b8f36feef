"""An event, a changed circumstance, a raised risk or ARMS: a review task within 5 working days."""

from typing import Any

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.management.reactive_trigger import find_must_be_reviewed
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import AS_OF, find_due, get_task, make_case, make_force


def _reactive(history: str, **changes: Any) -> Case:
    usual = {"risk_level": "low", "management": "reactive", "management_since": "2025-01-10"}
    return make_case(history, **usual | changes)


@pytest.mark.parametrize(
    ("history", "due_on"),
    [
        # 2 November 2026 is a Monday.
        ("2026-11-02 event address_change", "2026-11-09"),
        ("2026-11-02 event intelligence significant", "2026-11-09"),
        ("2026-11-06 event relationship\n2026-11-02 event other", "2026-11-09"),
        ("2025-01-10 event other", "2025-01-17"),
        ("2025-01-09 event other", None),
        ("2026-11-24 event other", None),
        ("2026-11-02 arms medium", "2026-11-09"),
        ("2026-11-02 arms low", None),
        ("2025-01-10 arms high", None),
        ("2026-11-02 arms high unfinished", None),
        ("", None),
    ],
)
def test_what_triggers(policy: PlanningPolicy, history: str, due_on: str | None) -> None:
    assert find_due(_reactive(history), TaskKind.REACTIVE_REVIEW, policy) == due_on


@pytest.mark.parametrize(
    ("history", "reviewed_on", "due_on"),
    [
        ("2026-11-02 event other\n2026-11-03 decision stay", None, None),
        ("2026-11-02 event other\n2026-11-02 decision stay", None, "2026-11-09"),
        ("2026-11-02 event other\n2026-11-03 decision to_reactive", None, None),
        ("2026-11-02 event other", "2026-11-03", None),
        ("2026-11-02 event other", "2026-11-02", "2026-11-09"),
        ("2026-10-01 event other\n2026-11-02 event other", "2026-10-05", "2026-11-09"),
        ("2026-11-02 arms high", "2026-11-03", None),
    ],
)
def test_a_review_or_a_decision_on_a_later_day_discharges_it(
    policy: PlanningPolicy, history: str, reviewed_on: str | None, due_on: str | None
) -> None:
    case = _reactive(history, desktop_reviewed_on=reviewed_on)
    assert find_due(case, TaskKind.REACTIVE_REVIEW, policy) == due_on


@pytest.mark.parametrize(
    ("history", "changes", "due_on"),
    [
        ("2026-11-02 event risk_change", {}, "2026-11-09"),
        ("", {}, "2025-01-17"),
        ("2024-11-02 event risk_change", {}, "2025-01-17"),
        ("", {"desktop_reviewed_on": "2026-01-10"}, None),
        ("2026-11-02 event risk_change", {"desktop_reviewed_on": "2026-11-03"}, None),
    ],
)
def test_a_risk_above_low(
    policy: PlanningPolicy, history: str, changes: dict[str, str], due_on: str | None
) -> None:
    case = _reactive(history, risk_level="medium", **changes)
    assert find_due(case, TaskKind.REACTIVE_REVIEW, policy) == due_on


def test_a_decision_back_to_active_brings_a_first_visit(policy: PlanningPolicy) -> None:
    case = _reactive("2026-11-02 event offence\n2026-11-16 decision to_active")
    assert find_due(case, TaskKind.REACTIVE_REVIEW, policy) is None
    assert find_due(case, TaskKind.FIRST_VISIT, policy) == "2026-12-07"


@pytest.mark.parametrize(
    ("history", "risk_level", "reason"),
    [
        (
            "2026-11-02 event address_change",
            "low",
            "a change of address on 2 November 2026, so due on 9 November 2026.",
        ),
        (
            "2026-11-02 arms very_high",
            "low",
            "an assessment of very high priority completed on 2 November 2026, so due on 9 November 2026.",
        ),
        (
            "",
            "medium",
            (
                "the risk level is medium and the day on which it was raised is not in the extract: counted from "
                "10 January 2025, so due on 17 January 2025."
            ),
        ),
    ],
)
def test_the_reason_names_what_triggered(
    policy: PlanningPolicy, history: str, risk_level: str, reason: str
) -> None:
    task = get_task(_reactive(history, risk_level=risk_level), TaskKind.REACTIVE_REVIEW, policy)
    assert task.reason == f"Review for active management within 5 working days; {reason}"
    assert (task.rule, task.cycle_days) == ("reactive_trigger", 365.25)


def test_the_list_of_those_who_must_be_reviewed(policy: PlanningPolicy) -> None:
    force = make_force(
        _reactive("2026-11-02 event other", offender_id="Zz-0001"),
        _reactive("2026-10-05 event other\n2026-11-02 arms high", offender_id="Zz-0002"),
        _reactive("", offender_id="Zz-0003"),
        _reactive("2026-10-05 event other", offender_id="Zz-0004", status="custody"),
        _reactive("2026-10-05 event other", offender_id="Zz-0005", notification_ends_on="2026-11-01"),
        make_case("2026-10-05 event other", offender_id="Zz-0006"),
    )
    found = find_must_be_reviewed(force, policy, AS_OF)
    assert [each.offender_id for each in found] == ["Zz-0002", "Zz-0001"]
    assert [trigger.since.isoformat() for trigger in found[0].triggers] == ["2026-10-05", "2026-11-02"]
    assert (found[0].since.isoformat(), found[0].due_on.isoformat()) == ("2026-10-05", "2026-10-12")
