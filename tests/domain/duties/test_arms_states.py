"""None, current, out of date, due soon; 'has had one' and 'is current' are different figures."""

import pytest

from rso_planner.domain.duties.arms_states import arms_state, has_ever_been_assessed
from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import AS_OF, make_case


@pytest.mark.parametrize(
    ("history", "state", "is_current", "ever"),
    [
        ("", "none", False, False),
        ("2026-01-10 arms low unfinished", "none", False, False),
        ("2026-01-10 arms low", "current", True, True),
        ("2025-12-24 arms low", "current", True, True),
        ("2025-12-23 arms low", "due_soon", True, True),
        ("2025-11-23 arms low", "due_soon", True, True),
        ("2025-11-22 arms low", "out_of_date", False, True),
        ("2026-01-10 arms low\n2026-11-23 event offence significant", "out_of_date", False, True),
        ("2026-01-10 arms low\n2026-01-10 event offence significant", "current", True, True),
        ("2026-01-10 arms low\n2026-11-23 event offence", "current", True, True),
        ("2025-01-10 arms low\n2026-11-20 arms low unfinished", "out_of_date", False, True),
    ],
)
@pytest.mark.parametrize("status", ["community", "custody", "missing"])
def test_the_state_runs_on_by_dates(
    policy: PlanningPolicy, history: str, state: str, is_current: bool, ever: bool, status: str
) -> None:
    case = make_case(history, status=status)
    found = arms_state(case, policy, AS_OF)
    assert (found, found.is_current, has_ever_been_assessed(case)) == (state, is_current, ever)
