"""Not known never counts as met; 'no event' is known only from the date on which the events are complete."""

from typing import Any

import pytest

from rso_planner.domain.management.reactive_eligibility import review_for_reactive
from rso_planner.domain.management.unknown_is_not_met import Criterion, Standing, are_all_met
from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import AS_OF, make_case

CLEAN = "2026-06-01 arms low\n2026-06-02 decision stay satisfied"


@pytest.mark.parametrize(
    ("standings", "all_met"),
    [
        ([Standing.MET, Standing.MET], True),
        ([Standing.MET, Standing.NOT_KNOWN], False),
        ([Standing.MET, Standing.NOT_MET], False),
        ([], False),
    ],
)
def test_only_met_is_met(standings: list[Standing], all_met: bool) -> None:
    assert are_all_met(tuple(Criterion("a", each, "A fact.") for each in standings)) is all_met


@pytest.mark.parametrize(
    "changes",
    [{"mappa_level": None}, {"on_licence": None}, {"open_investigation": None}, {"date_of_birth": None}],
)
def test_one_fact_not_known_is_enough_to_keep_a_person_active(
    policy: PlanningPolicy, changes: dict[str, Any]
) -> None:
    assert review_for_reactive(make_case(CLEAN, risk_level="low"), policy, AS_OF).is_eligible
    assert not review_for_reactive(make_case(CLEAN, risk_level="low", **changes), policy, AS_OF).is_eligible


@pytest.mark.parametrize(
    ("complete_from", "event", "standing"),
    [
        ("2023-11-23", "", "met"),
        ("2023-11-24", "", "not_known"),
        ("2023-11-24", "2025-01-10 event offence", "not_met"),
        ("2023-11-24", "2020-01-10 event offence", "not_known"),
    ],
)
def test_no_event_is_known_only_where_the_events_are_complete(
    policy: PlanningPolicy, complete_from: str, event: str, standing: str
) -> None:
    case = make_case(f"{CLEAN}\n{event}", risk_level="low", events_complete_from=complete_from)
    review = review_for_reactive(case, policy, AS_OF)
    found = next(each for each in review.criteria if each.name == "no_offence_or_sign_of_risk")
    assert found.standing == standing
    if standing == "not_known":
        assert found.evidence == (
            "The events are complete only from 24 November 2023, less than 36 months before 23 November 2026."
        )
