"""Adult men have ARMS; others have 'other assessment' on the same clock."""

from dataclasses import replace

import pytest

from rso_planner.domain.due import find_tasks
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import ASSESSMENT_KINDS, TaskKind
from tests.domain.cases import AS_OF, find_due, get_task, make_case


@pytest.mark.parametrize(
    ("sex", "born_on", "kind"),
    [
        ("male", "1980-01-01", TaskKind.ARMS),
        ("male", "2008-11-23", TaskKind.ARMS),
        ("male", "2008-11-24", TaskKind.OTHER_ASSESSMENT),
        ("female", "1980-01-01", TaskKind.OTHER_ASSESSMENT),
        ("female", None, TaskKind.OTHER_ASSESSMENT),
        (None, "1980-01-01", TaskKind.ARMS),
        (None, "2010-01-01", TaskKind.OTHER_ASSESSMENT),
        ("male", None, TaskKind.ARMS),
        (None, None, TaskKind.ARMS),
    ],
)
def test_who_has_arms(policy: PlanningPolicy, sex: str | None, born_on: str | None, kind: TaskKind) -> None:
    case = make_case("2026-01-10 arms low", sex=sex, date_of_birth=born_on)
    kinds = {task.kind for task in find_tasks(case, policy, AS_OF)}
    assert kinds & ASSESSMENT_KINDS == {kind}
    assert find_due(case, kind, policy) == "2027-01-10"


def test_trap_under_18s_and_women_arms_missing_for_ever(policy: PlanningPolicy) -> None:
    assessed = "2026-01-10 arms low"
    for case in (make_case(assessed, sex="female"), make_case(assessed, date_of_birth="2010-01-01")):
        assert find_due(case, TaskKind.ARMS, policy) is None
        assert find_due(case, TaskKind.OTHER_ASSESSMENT, policy) == "2027-01-10"


def test_the_reason_calls_it_by_its_name(policy: PlanningPolicy) -> None:
    task = get_task(make_case("2026-01-10 arms low", sex="female"), TaskKind.OTHER_ASSESSMENT, policy)
    assert task.reason == (
        "Other assessment every 12 months; last completed on 10 January 2026, so due on 10 January 2027."
    )


def test_switched_off_everybody_has_arms(policy: PlanningPolicy) -> None:
    off = replace(policy, arms_population=False)
    assert find_due(make_case("2026-01-10 arms low", sex="female"), TaskKind.ARMS, off) == "2027-01-10"
