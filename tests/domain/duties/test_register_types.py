"""SRO subjects and others are planned, but no RSO figure counts them."""

import pytest

from rso_planner.domain.due import find_tasks
from rso_planner.domain.headline_figures import headline_figures
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_in_community, is_registered, is_under_management
from rso_planner.domain.task import TaskKind
from tests.domain.cases import AS_OF, make_case, make_force


@pytest.mark.parametrize("register_type", ["sro", "other"])
def test_planned_and_not_counted(policy: PlanningPolicy, register_type: str) -> None:
    case = make_case("2026-01-10 seen\n2025-01-10 arms low", register_type=register_type)
    kinds = {task.kind for task in find_tasks(case, policy, AS_OF)}
    assert {TaskKind.VISIT, TaskKind.ARMS} <= kinds
    assert is_under_management(case, AS_OF)
    assert not is_registered(case, AS_OF)
    assert not is_in_community(case, AS_OF)
    figures = headline_figures(make_force(case), policy, AS_OF)
    assert (figures.registered, figures.overdue_visits, figures.overdue_arms, figures.oldest_days) == (0, 0, 0, 0)
    assert (figures.other_overdue_visits, figures.other_overdue_arms) == (1, 1)
