"""An event, a changed circumstance, a raised risk or ARMS: a review task within 5 working days."""

from dataclasses import replace
from typing import Any

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.management.reactive_trigger import find_must_be_reviewed, find_triggers
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


@pytest.mark.parametrize(
    ("history", "due_on"),
    [
        ("2026-11-02 order SHPO until 2031-11-01", "2026-11-09"),
        ("2026-11-02 order SOPO until 2026-11-20", "2026-11-09"),
        ("2026-11-02 order SHPO end_not_known", "2026-11-09"),
        ("2025-01-10 order SHPO until_further_order", "2025-01-17"),
        ("2025-01-09 order SHPO until_further_order", None),
        ("2026-11-24 order SHPO until_further_order", None),
        ("2026-11-02 order other until_further_order", None),
        ("2026-11-02 order SHPO until_further_order\n2026-11-03 decision stay", None),
        ("2026-11-02 order SHPO until_further_order\n2026-11-02 decision stay", "2026-11-09"),
    ],
)
def test_a_new_prevention_order_triggers(policy: PlanningPolicy, history: str, due_on: str | None) -> None:
    assert find_due(_reactive(history), TaskKind.REACTIVE_REVIEW, policy) == due_on


_EXCLUDING: dict[str, dict[str, Any]] = {
    "mappa_2_or_3": {"mappa_level": 2},
    "on_licence": {"on_licence": True},
    "open_investigation": {"open_investigation": True},
    "under_18": {"date_of_birth": "2010-02-02"},
}


@pytest.mark.parametrize("exclusion", _EXCLUDING)
def test_a_circumstance_that_excludes_triggers_from_the_move_if_it_is_switched_on(
    policy: PlanningPolicy, exclusion: str
) -> None:
    off = replace(policy, reactive_exclusions=replace(policy.reactive_exclusions, **{exclusion: False}))
    case, reviewed = _reactive("", **_EXCLUDING[exclusion]), {"desktop_reviewed_on": "2026-01-10"}
    assert find_due(case, TaskKind.REACTIVE_REVIEW, policy) == "2025-01-17"
    assert find_due(case, TaskKind.REACTIVE_REVIEW, off) is None
    assert find_due(_reactive("", **_EXCLUDING[exclusion], **reviewed), TaskKind.REACTIVE_REVIEW, policy) is None


@pytest.mark.parametrize("field", ["mappa_level", "on_licence", "open_investigation", "date_of_birth"])
def test_what_is_not_known_triggers_nothing(policy: PlanningPolicy, field: str) -> None:
    assert find_due(_reactive("", **{field: None}), TaskKind.REACTIVE_REVIEW, policy) is None


@pytest.mark.parametrize(
    ("exclusion", "kind", "tells"),
    [
        ("mappa_2_or_3", "risk_change", True),
        ("mappa_2_or_3", "release", False),
        ("on_licence", "release", True),
        ("on_licence", "recall", True),
        ("on_licence", "address_change", False),
        ("open_investigation", "offence", True),
        ("open_investigation", "order_breach", True),
        ("open_investigation", "intelligence", True),
        ("under_18", "other", False),
    ],
)
def test_an_event_that_tells_of_the_circumstance_is_the_one_trigger(
    policy: PlanningPolicy, exclusion: str, kind: str, tells: bool
) -> None:
    told, stale = f"2026-11-02 event {kind}", f"2025-01-09 event {kind}"
    triggers = find_triggers(_reactive(told, **_EXCLUDING[exclusion]), policy, AS_OF)
    assert [each.since.isoformat() for each in triggers] == (["2025-01-10"] if not tells else []) + ["2026-11-02"]
    assert len(find_triggers(_reactive(stale, **_EXCLUDING[exclusion]), policy, AS_OF)) == 1


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


@pytest.mark.parametrize(
    ("history", "changes", "words"),
    [
        ("2026-11-02 order SHPO until_further_order", {}, "a SHPO made on 2 November 2026"),
        (
            "",
            {"mappa_level": 3},
            "the MAPPA level is 3, with no day for it in the extract: counted from 10 January 2025",
        ),
        (
            "",
            {"on_licence": True},
            "the person is on licence, with no day for it in the extract: counted from 10 January 2025",
        ),
    ],
)
def test_the_trigger_says_what_changed_and_from_when_it_counts(
    policy: PlanningPolicy, history: str, changes: dict[str, Any], words: str
) -> None:
    [trigger] = find_triggers(_reactive(history, **changes), policy, AS_OF)
    assert trigger.words == words


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
