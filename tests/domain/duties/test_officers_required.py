"""Two visit-trained people; one only where a named authority is recorded."""

from dataclasses import replace

import pytest

from rso_planner.domain.duties.officers_required import officers_required
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import ByRisk
from tests.domain.cases import make_offender


@pytest.mark.parametrize(
    ("own", "authority", "officers"),
    [(None, None, 2), (1, "DI Invented", 1), (None, "DI Invented", 1), (2, "DI Invented", 2), (2, None, 2)],
)
def test_the_person(policy: PlanningPolicy, own: int | None, authority: str | None, officers: int) -> None:
    person = make_offender(officers_required=own, lone_visit_authorised_by=authority)
    assert officers_required(person, policy) == officers


def test_the_policy_for_a_risk_level(policy: PlanningPolicy) -> None:
    lone = replace(
        policy,
        officers_required=ByRisk(2, 2, 2, 1),
        lone_visit_authorised_by=ByRisk("", "", "", "Chief officer group"),
    )
    assert officers_required(make_offender(risk_level="low"), lone) == 1
    assert officers_required(make_offender(risk_level="medium"), lone) == 2
    assert officers_required(make_offender(risk_level="low", officers_required=2), lone) == 2


def test_one_officer_without_an_authority_is_an_error_of_the_input() -> None:
    with pytest.raises(ValueError, match="lone_visit_authorised_by"):
        make_offender(officers_required=1)
