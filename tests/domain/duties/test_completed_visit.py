"""Only a visit with outcome `seen` resets the clock; an attempt never does."""

from dataclasses import replace

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import find_due, make_case


@pytest.mark.parametrize("outcome", ["not_seen", "refused", "abandoned"])
def test_trap_attempts_resetting_clocks(policy: PlanningPolicy, outcome: str) -> None:
    case = make_case(f"""
        2026-01-10 seen
        2026-06-20 {outcome}
    """)
    assert find_due(case, TaskKind.VISIT, policy) == "2026-04-10"


@pytest.mark.parametrize("outcome", ["not_seen", "refused", "abandoned"])
def test_an_attempt_is_no_first_visit(policy: PlanningPolicy, outcome: str) -> None:
    case = make_case(f"2026-11-17 {outcome}", registered_on="2026-11-16")
    assert find_due(case, TaskKind.FIRST_VISIT, policy) == "2026-11-23"
    assert find_due(case, TaskKind.VISIT, policy) is None


def test_a_force_may_count_any_outcome(policy: PlanningPolicy) -> None:
    case = make_case("2026-01-10 seen\n2026-06-20 refused")
    anyhow = replace(policy, completed_visit="any_outcome")
    assert find_due(case, TaskKind.VISIT, anyhow) == "2026-09-20"
    assert find_due(case, TaskKind.RETRY, anyhow) is None
