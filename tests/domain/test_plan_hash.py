"""The plan's hash: equal for equal plans, different for any change that an officer would notice."""

from dataclasses import replace
from datetime import time

import pytest

from rso_planner.domain.plan_hash import hash_plan
from rso_planner.domain.visit_plan import Assignment, UnplannedReason, VisitPlan
from tests.drawing.planned_weeks import MONDAY, make_large_week, make_small_week

FIRST = make_small_week().assignments[0]


def _hash_of(*assignments: Assignment) -> str:
    return hash_plan(VisitPlan(week=MONDAY, assignments=assignments), ())


@pytest.mark.parametrize(
    "changed",
    [
        replace(FIRST, starts_at=time(9, 14)),
        replace(FIRST, ends_at=time(10, 16)),
        replace(FIRST, on=FIRST.on.replace(day=24)),
        replace(FIRST, officer_ids=FIRST.officer_ids[::-1]),
        replace(FIRST, officer_ids=FIRST.officer_ids[:1]),
        replace(FIRST, task_ids=FIRST.task_ids[:1]),
        replace(FIRST, offender_id="P999"),
    ],
)
def test_every_change_that_an_officer_would_notice_changes_it(changed: Assignment) -> None:
    assert _hash_of(changed) != _hash_of(FIRST)


def test_neither_order_nor_travel_nor_wording_changes_it() -> None:
    week = make_large_week()
    plan, unplanned = week.result.plan, week.result.unplanned
    assert plan is not None
    shuffled = tuple(replace(each, travel_minutes=()) for each in reversed(plan.assignments))
    reworded = [replace(each, cheapest_change=None, rules={}) for each in reversed(unplanned)]
    assert hash_plan(replace(plan, assignments=shuffled), reworded) == hash_plan(plan, unplanned)


def test_another_reason_or_another_week_changes_it() -> None:
    plan, unplanned = make_small_week().result.plan, make_small_week().result.unplanned
    assert plan is not None
    whole = hash_plan(plan, unplanned)
    assert hash_plan(plan, [replace(unplanned[0], reason=UnplannedReason.TRADED)]) != whole
    assert hash_plan(plan, ()) != whole
    assert hash_plan(replace(plan, week=MONDAY.replace(day=30)), unplanned) != whole
    assert hash_plan(None, unplanned) != whole


def test_it_is_the_same_on_every_machine() -> None:
    assert hash_plan(None, ()) == "48678ac6e0ac7de8044438bfdbb8cf9846c7edfc71602b1e3cd14fe527019972"
