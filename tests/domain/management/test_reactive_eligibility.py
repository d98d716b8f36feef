"""Risk low; a current low ARMS; no offence or sign of risk for three years; the officer satisfied."""

from dataclasses import replace
from typing import Any

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.management.reactive_eligibility import (
    Missing,
    count_missing,
    find_reactive_candidates,
    review_for_reactive,
)
from rso_planner.domain.management.unknown_is_not_met import Criterion
from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import AS_OF, make_case, make_force

CLEAN = "2026-06-01 arms low\n2026-06-02 decision stay satisfied"


def _low(history: str = CLEAN, **changes: Any) -> Case:
    return make_case(history, **{"risk_level": "low"} | changes)


def _criterion(case: Case, name: str, policy: PlanningPolicy) -> Criterion:
    review = review_for_reactive(case, policy, AS_OF)
    return next(each for each in review.criteria if each.name == name)


def test_everything_met_is_eligible(policy: PlanningPolicy) -> None:
    review = review_for_reactive(_low(), policy, AS_OF)
    assert [(each.name, each.standing.value) for each in review.criteria] == [
        ("risk_low", "met"),
        ("arms_current_and_low", "met"),
        ("no_offence_or_sign_of_risk", "met"),
        ("officer_satisfied", "met"),
        ("no_order_in_force", "met"),
        ("not_under_18", "met"),
        ("mappa_level_1", "met"),
        ("not_on_licence", "met"),
        ("no_open_investigation", "met"),
        ("time_in_community", "met"),
    ]
    assert review.is_eligible


@pytest.mark.parametrize("risk_level", ["medium", "high", "very_high"])
def test_low_arms_is_not_low_risk(policy: PlanningPolicy, risk_level: str) -> None:
    case = _low(risk_level=risk_level)
    assert _criterion(case, "risk_low", policy).standing == "not_met"
    assert not review_for_reactive(case, policy, AS_OF).is_eligible


@pytest.mark.parametrize(
    ("history", "standing", "evidence"),
    [
        ("", "not_met", "No completed assessment is on file."),
        ("2026-06-01 arms low unfinished", "not_met", "No completed assessment is on file."),
        (
            "2025-12-01 arms low",
            "met",
            (
                "The last assessment, completed on 1 December 2025, gave low priority and is current until "
                "1 December 2026."
            ),
        ),
        (
            "2025-11-22 arms low",
            "not_met",
            "The last assessment, completed on 22 November 2025, gave low priority and is out of date.",
        ),
        (
            "2026-01-10 arms low\n2026-06-01 arms medium",
            "not_met",
            (
                "The last assessment, completed on 1 June 2026, gave medium priority and is current until "
                "1 June 2027."
            ),
        ),
        (
            "2026-06-01 arms low\n2026-06-02 event other significant",
            "not_met",
            "The last assessment, completed on 1 June 2026, gave low priority and is out of date.",
        ),
    ],
)
def test_a_current_low_assessment(policy: PlanningPolicy, history: str, standing: str, evidence: str) -> None:
    found = _criterion(_low(history), "arms_current_and_low", policy)
    assert (found.standing, found.evidence) == (standing, evidence)


@pytest.mark.parametrize(
    ("event", "standing"),
    [
        ("2023-11-24 event offence", "not_met"),
        ("2023-11-23 event offence", "met"),
        ("2023-11-24 event order_breach", "not_met"),
        ("2023-11-24 event recall", "not_met"),
        ("2023-11-24 event other significant", "not_met"),
        ("2026-11-20 event intelligence", "met"),
        ("2026-11-24 event offence", "met"),
        ("", "met"),
    ],
)
def test_no_sign_of_risk_for_36_months(policy: PlanningPolicy, event: str, standing: str) -> None:
    case = _low(f"{CLEAN}\n{event}")
    assert _criterion(case, "no_offence_or_sign_of_risk", policy).standing == standing


@pytest.mark.parametrize(
    ("history", "standing"),
    [
        ("", "not_known"),
        ("2026-01-10 decision stay", "not_known"),
        ("2026-01-10 decision stay satisfied", "met"),
        ("2026-01-10 decision stay satisfied\n2026-02-10 decision stay not_satisfied", "not_met"),
        ("2026-01-10 decision stay not_satisfied\n2026-02-10 decision stay satisfied", "met"),
        ("2026-01-10 decision stay satisfied\n2026-02-10 decision stay", "met"),
    ],
)
def test_the_officers_satisfaction_is_recorded(policy: PlanningPolicy, history: str, standing: str) -> None:
    assert _criterion(_low(history), "officer_satisfied", policy).standing == standing


def test_candidates_are_active_people_in_the_community_the_eligible_first(policy: PlanningPolicy) -> None:
    force = make_force(
        make_case(offender_id="Zz-0001"),
        _low(offender_id="Zz-0002"),
        _low(offender_id="Zz-0003", management="reactive", management_since="2025-01-10"),
        _low(offender_id="Zz-0004", status="custody"),
        _low(offender_id="Zz-0005", status="wanted"),
        _low(offender_id="Zz-0006", register_type="sro"),
        _low(offender_id="Zz-0007", notification_ends_on="2026-11-01"),
    )
    found = find_reactive_candidates(force, policy, AS_OF)
    assert [(each.offender_id, each.is_eligible) for each in found] == [("Zz-0002", True), ("Zz-0001", False)]


def test_the_months_are_a_policy(policy: PlanningPolicy) -> None:
    case = _low(f"{CLEAN}\n2024-01-10 event offence")
    assert _criterion(case, "no_offence_or_sign_of_risk", policy).standing == "not_met"
    shorter = replace(policy, reactive_eligibility=24)
    assert _criterion(case, "no_offence_or_sign_of_risk", shorter).standing == "met"


def test_each_criterion_is_counted_by_how_it_is_missing(policy: PlanningPolicy) -> None:
    force = make_force(
        _low(offender_id="Zz-0001"),
        _low(offender_id="Zz-0002", mappa_level=2),
        _low(offender_id="Zz-0003", mappa_level=None),
        _low(offender_id="Zz-0004", mappa_level=3, risk_level="medium"),
    )
    found = find_reactive_candidates(force, policy, AS_OF)
    counts = count_missing(found)
    assert counts["mappa_level_1"] == Missing(not_met=2, not_known=1)
    assert counts["risk_low"] == Missing(not_met=1, not_known=0)
    assert counts["officer_satisfied"] == Missing(not_met=0, not_known=0)
    nearly = {each.offender_id: [one.name for one in each.missing] for each in found if each.is_nearly_eligible}
    assert nearly == {"Zz-0002": ["mappa_level_1"], "Zz-0003": ["mappa_level_1"]}
