"""No fixed abode: visited at the place notified; without a place an enquiry, never a route to a default point."""

from typing import Any

import pytest

from rso_planner.domain.due import find_enquiries, find_tasks
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import VISIT_KINDS, TaskKind
from tests.domain.cases import AS_OF, find_due, make_case, make_force

HISTORY = "2026-01-10 seen\n2026-11-02 not_seen"


def test_trap_default_coordinates_routed_as_homes(policy: PlanningPolicy) -> None:
    case = make_case(HISTORY, no_fixed_abode=True, place=None)
    kinds = {task.kind for task in find_tasks(case, policy, AS_OF)}
    assert not kinds & VISIT_KINDS
    assert kinds == {TaskKind.ARMS, TaskKind.RMP_REVIEW, TaskKind.SUPERVISOR_REVIEW}
    (enquiry,) = find_enquiries(make_force(case), policy, AS_OF)
    assert enquiry.kind == "no_place"
    assert enquiry.reason == "No fixed abode and no place notified: find out where the person can be visited."


@pytest.mark.parametrize(
    "changes", [{"no_fixed_abode": True}, {"place": None}, {"place": None, "no_fixed_abode": None}]
)
def test_a_place_or_a_home_without_coordinates_keeps_the_visit(
    policy: PlanningPolicy, changes: dict[str, Any]
) -> None:
    case = make_case(HISTORY, **changes)
    assert find_due(case, TaskKind.VISIT, policy) == "2026-04-10"
    assert find_due(case, TaskKind.RETRY, policy) == "2026-11-09"
    assert find_enquiries(make_force(case), policy, AS_OF) == ()


def test_a_missing_person_without_a_place_is_one_enquiry(policy: PlanningPolicy) -> None:
    case = make_case(status="missing", no_fixed_abode=True, place=None)
    assert [each.kind for each in find_enquiries(make_force(case), policy, AS_OF)] == ["missing"]


def test_away_there_is_nothing_to_enquire(policy: PlanningPolicy) -> None:
    case = make_case(status="custody", no_fixed_abode=True, place=None)
    assert find_enquiries(make_force(case), policy, AS_OF) == ()
