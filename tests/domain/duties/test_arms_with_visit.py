"""A visit due within 30 days of the plan's Monday is made in the ARMS trip."""

from dataclasses import replace
from datetime import date

import pytest

from rso_planner.domain.duties.arms_with_visit import is_made_in_the_arms_trip
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import AS_OF, get_task, make_case


@pytest.mark.parametrize(
    ("due_on", "is_together"),
    [(date(2026, 1, 1), True), (date(2026, 12, 23), True), (date(2026, 12, 24), False)],
)
def test_within_30_days_of_monday(policy: PlanningPolicy, due_on: date, is_together: bool) -> None:
    visit = replace(get_task(make_case("2026-01-10 seen"), TaskKind.VISIT, policy), due_on=due_on)
    assert is_made_in_the_arms_trip(visit, AS_OF, policy) is is_together


def test_a_review_is_no_visit(policy: PlanningPolicy) -> None:
    review = get_task(make_case(), TaskKind.RMP_REVIEW, policy)
    assert not is_made_in_the_arms_trip(review, AS_OF, policy)
