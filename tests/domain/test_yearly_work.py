"""What a person brings to the own officer in a year, reckoned by hand from the standard policy."""

from dataclasses import replace
from typing import Any

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.yearly_work import yearly_minutes
from tests.domain.cases import AS_OF, make_case


@pytest.mark.parametrize(
    ("changes", "minutes"),
    [
        # 12 visits, 11 of them without an ARMS: 11 x (30 + 60 + 60); ARMS 300; RMP every 4 months 3 x 30.
        ({"risk_level": "very_high"}, 11 * 150 + 300 + 90),
        ({"risk_level": "high"}, 3 * 150 + 300 + 90),
        # On site 45 minutes; RMP once a year.
        ({"risk_level": "medium"}, 1 * 135 + 300 + 30),
        ({"risk_level": "low"}, 300 + 30),
        # The interval of the risk management plan wins: a visit every other year, an ARMS every year.
        ({"risk_level": "low", "visit_interval": "2 years"}, 300 + 30),
        ({"risk_level": "low", "management": "reactive"}, 60),
        ({"risk_level": "low", "status": "custody"}, 0),
        ({"risk_level": "high", "status": "missing"}, 0),
        ({"risk_level": "high", "notification_ends_on": "2026-11-22"}, 0),
    ],
)
def test_the_work_of_a_year(policy: PlanningPolicy, changes: dict[str, Any], minutes: int) -> None:
    assert yearly_minutes(make_case(**changes), policy, AS_OF) == minutes


def test_six_weekly_visits_are_counted_by_their_own_interval(policy: PlanningPolicy) -> None:
    case = make_case(risk_level="high", visit_interval="6 weeks")
    assert yearly_minutes(case, policy, AS_OF) == round((365.25 / 42 - 1) * 150 + 300 + 90)


def test_renewed_assessments_on_reactive_management_are_work(policy: PlanningPolicy) -> None:
    case = make_case(risk_level="low", management="reactive")
    assert yearly_minutes(case, replace(policy, reactive_duties_arms_renewal=True), AS_OF) == 360
