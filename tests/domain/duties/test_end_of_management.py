"""No task after the notification's end, death, archive or transfer; the last day is still in force."""

import pytest

from rso_planner.domain.due import find_tasks
from rso_planner.domain.duties.end_of_management import has_management_ended
from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import AS_OF, make_case


@pytest.mark.parametrize("status", ["deceased", "archived", "transferred_out"])
def test_no_longer_managed(policy: PlanningPolicy, status: str) -> None:
    case = make_case("2026-01-10 seen", status=status)
    assert has_management_ended(case, AS_OF)
    assert find_tasks(case, policy, AS_OF) == ()


@pytest.mark.parametrize(
    ("register_type", "ends_on", "history", "has_ended"),
    [
        ("rso", "2026-11-22", "", True),
        ("rso", "2026-11-23", "", False),
        ("rso", None, "", False),
        ("rso", "2026-11-22", "2020-01-06 order SHPO until 2026-11-23", False),
        ("rso", "2026-11-22", "2020-01-06 order SOPO until_further_order", False),
        ("rso", "2026-11-22", "2020-01-06 order SHPO end_not_known", False),
        ("rso", "2026-11-22", "2020-01-06 order SRO until 2030-01-06", True),
        ("sro", None, "2024-01-06 order SRO until 2026-11-22", True),
        ("sro", None, "2024-01-06 order SRO until 2026-11-23", False),
        ("sro", None, "2022-01-06 order SRO until 2024-01-06\n2024-01-07 order SRO until 2028-01-06", False),
        ("sro", None, "2024-01-06 order SRO until_further_order", False),
        ("sro", None, "2024-01-06 order SRO end_not_known", False),
        ("sro", "2026-11-22", "", False),
        ("sro", None, "2024-01-06 order SRO until 2026-11-22\n2024-01-06 order other until 2030-01-06", True),
        ("other", "2026-11-22", "", True),
        ("other", "2026-11-23", "", False),
        ("other", None, "", False),
    ],
)
def test_the_end_of_the_duty_or_of_the_order(
    policy: PlanningPolicy, register_type: str, ends_on: str | None, history: str, has_ended: bool
) -> None:
    case = make_case(history, register_type=register_type, notification_ends_on=ends_on)
    assert has_management_ended(case, AS_OF) is has_ended
    assert (find_tasks(case, policy, AS_OF) == ()) is has_ended


def test_an_order_made_after_the_as_of_day_does_not_count_yet() -> None:
    case = make_case("2026-11-24 order SHPO until 2030-01-06", notification_ends_on="2026-11-22")
    assert has_management_ended(case, AS_OF)
