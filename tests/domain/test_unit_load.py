"""The unit's year in hours a week, reckoned by hand from the standard policy."""

from dataclasses import replace
from typing import Any

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import ByRisk
from rso_planner.domain.unit_load import UnitLoad, unit_load
from tests.domain.cases import AS_OF, make_case

WEEKS = 365.25 / 7


def load_of(policy: PlanningPolicy, *changes: dict[str, Any], available: float = 100.0) -> UnitLoad:
    cases = [make_case(**each) for each in changes]
    return unit_load(cases, policy, AS_OF, travel_minutes=12.0, available=available)


@pytest.mark.parametrize(
    ("changes", "visits", "assessments", "reviews", "trips"),
    [
        # Monthly: 11 visits without an ARMS, two officers for 60 minutes; RMP 3 x 30 and the supervisor 12 x 15.
        ({"risk_level": "very_high"}, 11 * (90 + 120), 360, 90 + 180, 12),
        ({"risk_level": "high"}, 3 * (90 + 120), 360, 90 + 60, 4),
        ({"risk_level": "medium"}, 90 + 90, 345, 30 + 15, 2),
        ({"risk_level": "low"}, 0, 345, 30 + 15, 1),
        ({"risk_level": "low", "management": "reactive"}, 0, 0, 60, 0),
        ({"risk_level": "high", "status": "custody"}, 0, 0, 0, 0),
    ],
)
def test_one_persons_year(
    policy: PlanningPolicy,
    changes: dict[str, Any],
    visits: float,
    assessments: float,
    reviews: float,
    trips: float,
) -> None:
    load = load_of(policy, changes)
    found = [each * 60 * WEEKS for each in (load.visits, load.assessments, load.reviews, load.travel)]
    # Calendar months are not quite a twelfth of a year in days.
    assert found == pytest.approx([visits, assessments, reviews, trips * 2 * 12], rel=0.02)


def test_one_officer_alone_takes_half_the_time_out(policy: PlanningPolicy) -> None:
    alone = replace(
        policy,
        officers_required=ByRisk(very_high=2, high=1, medium=2, low=2),
        lone_visit_authorised_by=ByRisk(very_high="", high="Superintendent Made-Up", medium="", low=""),
    )
    two, one = load_of(policy, {"risk_level": "high"}), load_of(alone, {"risk_level": "high"})
    assert one.travel == pytest.approx(two.travel / 2)
    assert two.needed - one.needed == pytest.approx((4 * 60 + 4 * 12) / 60 / WEEKS, rel=0.02)


def test_people_add_up(policy: PlanningPolicy) -> None:
    high, low = {"risk_level": "high"}, {"risk_level": "low"}
    assert load_of(policy, high, low).needed == pytest.approx(
        load_of(policy, high).needed + load_of(policy, low).needed
    )
