"""What the records do not say, or say in two ways, is told and never passed over."""

from typing import Any

import pytest

from rso_planner.domain.due import find_data_warnings
from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import AS_OF, make_case, make_force


@pytest.mark.parametrize(
    ("changes", "history", "fields"),
    [
        ({}, "", []),
        ({}, "2024-01-10 order SHPO end_not_known", ["orders.ends_on"]),
        ({}, "2024-01-10 order SOPO until_further_order", []),
        ({}, "2024-01-10 order other end_not_known", []),
        ({"register_type": "sro"}, "", ["orders.kind"]),
        ({"register_type": "sro"}, "2024-01-10 order SRO end_not_known", ["orders.ends_on"]),
        ({"register_type": "sro"}, "2024-01-10 order SRO until 2028-01-10", []),
        ({"notification_ends_on": None}, "", ["notification_ends_on"]),
        ({"notification_ends_on": None, "notification_indefinite": True}, "", []),
        ({"notification_ends_on": None, "register_type": "other"}, "", []),
        ({"last_notified_on": None}, "", ["last_notified_on"]),
        ({"sex": None}, "", ["sex"]),
        ({"date_of_birth": None}, "", ["date_of_birth"]),
        ({"lead_agency": None}, "", ["lead_agency"]),
        ({"lead_agency": None}, "2026-01-10 arms low", []),
        ({"place": None}, "", ["easting"]),
        ({"place": None, "no_fixed_abode": None}, "", ["easting"]),
        ({"place": None, "no_fixed_abode": True}, "", []),
        ({"place": None, "status": "custody"}, "", []),
        ({"management_since": "2020-01-06"}, "2025-01-10 decision to_reactive", ["management"]),
        ({"management": "reactive", "risk_level": "low"}, "", ["management_since"]),
        ({}, "2025-01-10 event release", ["in_community_since"]),
        ({"status": "archived", "sex": None, "place": None}, "", []),
        ({"sex": None, "place": None}, "", ["easting", "sex"]),
    ],
)
def test_each_gap_is_told(
    policy: PlanningPolicy, changes: dict[str, Any], history: str, fields: list[str]
) -> None:
    found = find_data_warnings(make_force(make_case(history, **changes)), policy, AS_OF)
    assert [each.field for each in found] == fields


@pytest.mark.parametrize(
    ("recorded", "since", "history", "sentence"),
    [
        (
            "active",
            "2020-01-06",
            "2025-01-10 decision to_reactive",
            (
                "The management is recorded as active, but the last decision, on 10 January 2025, "
                "was to reactive: "
                "the person counts as reactive."
            ),
        ),
        (
            "active",
            None,
            "2025-01-10 decision to_reactive",
            (
                "The management is recorded as active, but the last decision, on 10 January 2025, "
                "was to reactive: "
                "the person counts as active."
            ),
        ),
    ],
)
def test_a_contradiction_says_how_it_is_read(
    policy: PlanningPolicy, recorded: str, since: str | None, history: str, sentence: str
) -> None:
    case = make_case(history, management=recorded, management_since=since)
    (found,) = find_data_warnings(make_force(case), policy, AS_OF)
    assert found.sentence == sentence


def test_no_sentence_holds_a_name(policy: PlanningPolicy) -> None:
    case = make_case(family_name="Zzample", given_names="Madeup", sex=None, place=None, last_notified_on=None)
    for each in find_data_warnings(make_force(case), policy, AS_OF):
        assert "Zzample" not in each.sentence
        assert "Madeup" not in each.sentence
