"""n random visits a month among medium, low or reactive people."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_force_tasks
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskKind
from tests.domain.cases import AS_OF, make_case, make_force


def _samples(policy: PlanningPolicy, *cases: Case, count: int = 3, as_of: date = AS_OF) -> list[Task]:
    ours = replace(policy, dip_sample=count)
    tasks = find_force_tasks(make_force(*cases), ours, as_of)
    return [task for task in tasks if task.kind is TaskKind.DIP_SAMPLE]


def _low(number: int, history: str = "2026-10-05 seen", **changes: Any) -> Case:
    return make_case(history, **{"offender_id": f"Zz-{number:04}", "risk_level": "low"} | changes)


def test_none_by_default(policy: PlanningPolicy) -> None:
    assert [
        task for task in find_force_tasks(make_force(_low(1)), policy, AS_OF) if task.rule == "dip_sample"
    ] == []


def test_the_smallest_lots_of_the_month_are_drawn(policy: PlanningPolicy) -> None:
    people = [_low(number) for number in range(20)]
    lots = {f"Zz-{n:04}": sha256(f"0:2026-11:Zz-{n:04}".encode()).hexdigest() for n in range(20)}
    drawn = sorted(sorted(lots, key=lambda each: lots[each])[:3])
    assert [task.offender_id for task in _samples(policy, *people)] == drawn
    assert {task.due_on for task in _samples(policy, *people)} == {date(2026, 11, 30)}


def test_another_month_draws_others(policy: PlanningPolicy) -> None:
    people = [_low(number) for number in range(20)]
    november = {task.offender_id for task in _samples(policy, *people)}
    december = {task.offender_id for task in _samples(policy, *people, as_of=date(2026, 12, 1))}
    assert november != december


def test_another_seed_draws_others(policy: PlanningPolicy) -> None:
    people = [_low(number) for number in range(20)]
    draws = {
        tuple(task.offender_id for task in _samples(replace(policy, dip_sample_seed=seed), *people))
        for seed in (0, 1, 2)
    }
    assert len(draws) == 3


@pytest.mark.parametrize(
    ("changes", "history", "is_drawn"),
    [
        ({}, "2026-10-05 seen", True),
        ({"risk_level": "medium"}, "2026-10-05 seen", True),
        ({"risk_level": "high"}, "2026-10-05 seen", False),
        ({"risk_level": "very_high"}, "2026-10-30 seen", False),
        ({"risk_level": "high", "management": "reactive"}, "", True),
        ({"management": "reactive"}, "", True),
        ({}, "2025-11-30 seen", False),
        ({}, "2025-12-01 seen", True),
        ({}, "", False),
        ({"status": "custody"}, "2026-10-05 seen", False),
        ({"status": "missing"}, "2026-10-05 seen", False),
        ({"place": None}, "2026-10-05 seen", False),
        ({"notification_ends_on": "2026-11-20"}, "2026-10-05 seen", False),
    ],
)
def test_who_may_be_drawn(policy: PlanningPolicy, changes: dict[str, Any], history: str, is_drawn: bool) -> None:
    assert bool(_samples(policy, _low(1, history, **changes))) is is_drawn


@pytest.mark.parametrize(
    ("visit", "is_open"),
    [("2026-11-02 seen", False), ("2026-11-02 not_seen", True), ("2026-10-31 seen", True)],
)
def test_a_completed_visit_in_the_month_meets_it(policy: PlanningPolicy, visit: str, is_open: bool) -> None:
    assert bool(_samples(policy, _low(1, f"2026-10-05 seen\n{visit}"))) is is_open


def test_a_visit_made_in_the_month_changes_no_draw(policy: PlanningPolicy) -> None:
    people = [_low(number) for number in range(20)]
    drawn = [task.offender_id for task in _samples(policy, *people)]
    visited = [
        _low(number, "2026-10-05 seen\n2026-11-10 seen") if f"Zz-{number:04}" == drawn[0] else _low(number)
        for number in range(20)
    ]
    assert [task.offender_id for task in _samples(policy, *visited)] == drawn[1:]


def test_a_person_whose_visit_was_due_does_not_enter_the_draw_by_being_seen(policy: PlanningPolicy) -> None:
    people = [_low(number) for number in range(20)]
    first = _samples(policy, *people, count=1)[0].offender_id
    due = [
        _low(number, "2025-11-15 seen\n2026-11-10 seen") if f"Zz-{number:04}" == first else _low(number)
        for number in range(20)
    ]
    (drawn,) = _samples(policy, *due, count=1)
    assert drawn.offender_id != first
