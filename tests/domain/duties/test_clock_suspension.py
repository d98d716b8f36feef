"""Custody, hospital, abroad stop the clock; then the first_visit rule: neither the old due date nor 'fine'."""

from dataclasses import replace

import pytest

from rso_planner.domain.due import find_tasks
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import AS_OF, find_due, make_case


@pytest.mark.parametrize("status", ["custody", "hospital", "abroad"])
def test_nothing_is_due_while_away(policy: PlanningPolicy, status: str) -> None:
    case = make_case("2025-01-10 seen\n2025-02-01 event offence significant", status=status)
    assert find_tasks(case, policy, AS_OF) == ()


def test_trap_release_resuming_the_old_clock(policy: PlanningPolicy) -> None:
    case = make_case("2026-03-10 seen", in_community_since="2026-11-20")
    assert find_due(case, TaskKind.VISIT, policy) is None
    assert find_due(case, TaskKind.FIRST_VISIT, policy) == "2026-11-27"


def test_a_visit_in_custody_is_not_the_first_visit(policy: PlanningPolicy) -> None:
    case = make_case("2026-11-19 seen", in_community_since="2026-11-20")
    assert find_due(case, TaskKind.FIRST_VISIT, policy) == "2026-11-27"


def test_switched_off_the_old_clock_goes_on(policy: PlanningPolicy) -> None:
    off = replace(policy, clock_suspension=False)
    case = make_case("2026-03-10 seen\n2026-11-20 event release")
    assert find_due(case, TaskKind.VISIT, off) == "2026-06-10"
    assert find_due(case, TaskKind.FIRST_VISIT, off) is None
