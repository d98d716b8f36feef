"""All tasks of one person and of the force: complete, in order, as of the day that is asked about."""

from datetime import date
from typing import Any

import pytest

from rso_planner.domain.due import find_force_tasks, find_routine_visit, find_tasks
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import ROUTINE_VISIT_KINDS, TaskKind
from tests.domain.cases import AS_OF, make_case, make_force

HISTORY = """
    2026-05-03 seen
    2026-11-02 not_seen
    2026-01-10 arms medium
"""


def test_the_tasks_of_one_person_by_due_date(policy: PlanningPolicy) -> None:
    case = make_case(HISTORY, rmp_reviewed_on="2026-08-05", supervisor_reviewed_on="2026-10-05")
    assert [(task.kind.value, task.due_on.isoformat()) for task in find_tasks(case, policy, AS_OF)] == [
        ("visit", "2026-08-03"),
        ("retry", "2026-11-09"),
        ("rmp_review", "2026-12-05"),
        ("supervisor_review", "2027-01-05"),
        ("arms", "2027-01-10"),
    ]


def test_what_is_due_on_one_day_is_sorted_by_kind(policy: PlanningPolicy) -> None:
    case = make_case(risk_level="low", rmp_reviewed_on="2026-01-10", supervisor_reviewed_on="2026-01-10")
    kinds = [task.kind.value for task in find_tasks(case, policy, AS_OF) if task.due_on == date(2027, 1, 10)]
    assert kinds == ["rmp_review", "supervisor_review"]


@pytest.mark.parametrize("history", ["", HISTORY, "2026-11-20 not_seen", "2026-11-20 seen"])
def test_a_person_has_one_routine_visit_and_one_task_of_a_kind(policy: PlanningPolicy, history: str) -> None:
    tasks = find_tasks(make_case(history), policy, AS_OF)
    assert len({task.kind for task in tasks} & ROUTINE_VISIT_KINDS) == 1
    assert len({task.task_id for task in tasks}) == len(tasks)


def test_today_is_an_argument(policy: PlanningPolicy) -> None:
    case = make_case(HISTORY)
    before = {task.kind: task.due_on for task in find_tasks(case, policy, date(2026, 1, 9))}
    assert before[TaskKind.FIRST_VISIT] == date(2020, 1, 13)
    assert before[TaskKind.ARMS] == date(2020, 3, 30)
    assert TaskKind.RETRY not in before


def test_nobody_has_a_task_before_registration(policy: PlanningPolicy) -> None:
    case = make_case(registered_on="2026-11-24")
    assert find_tasks(case, policy, AS_OF) == ()
    assert find_tasks(case, policy, date(2026, 11, 24)) != ()


def test_the_force_by_due_date_person_and_kind(policy: PlanningPolicy) -> None:
    force = make_force(make_case(HISTORY, offender_id="Zz-0001"), make_case(HISTORY, offender_id="Zz-0002"))
    tasks = find_force_tasks(force, policy, AS_OF)
    assert len(tasks) == 10
    keys = [(task.due_on, task.offender_id, task.kind.value) for task in tasks]
    assert keys == sorted(keys)


def test_until_a_day_included(policy: PlanningPolicy) -> None:
    force = make_force(make_case(HISTORY))
    until = find_force_tasks(force, policy, AS_OF, until=date(2026, 11, 9))
    assert [task.due_on for task in until] == [
        task.due_on for task in find_force_tasks(force, policy, AS_OF) if task.due_on <= date(2026, 11, 9)
    ]
    assert date(2026, 11, 9) in {task.due_on for task in until}


def test_every_reason_is_one_sentence_with_its_due_date(policy: PlanningPolicy) -> None:
    people = [
        make_case(HISTORY),
        make_case(registered_on="2026-11-16", sex="female"),
        make_case("2026-10-05 event other", management="reactive", management_since="2025-01-10"),
    ]
    for task in find_force_tasks(make_force(*people), policy, AS_OF):
        assert task.reason.endswith(f" {task.due_on.year}.")
        assert task.reason[0].isupper()
        assert "None" not in task.reason


@pytest.mark.parametrize(
    ("history", "changes", "kind"),
    [
        (HISTORY, {}, "visit"),
        ("", {}, "first_visit"),
        (HISTORY, {"status": "custody"}, None),
        (HISTORY, {"management": "reactive"}, None),
        (HISTORY, {"no_fixed_abode": True, "place": None}, None),
        (HISTORY, {"registered_on": "2026-11-24"}, None),
    ],
)
def test_the_routine_visit_is_the_one_among_the_tasks(
    policy: PlanningPolicy, history: str, changes: dict[str, Any], kind: str | None
) -> None:
    case = make_case(history, **changes)
    found = find_routine_visit(case, policy, AS_OF)
    among = [task for task in find_tasks(case, policy, AS_OF) if task.kind in ROUTINE_VISIT_KINDS]
    assert among == ([found] if found else [])
    assert (found.kind.value if found else None) == kind
