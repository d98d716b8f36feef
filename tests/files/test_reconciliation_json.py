"""The document of a reconciliation has the fields of the contract, and can be compared with later ones."""

import json
from dataclasses import replace

from rso_planner.domain.discrepancy import Cause
from rso_planner.files.reconciliation_json import make_reconciliation_document, read_differences
from tests.drawing.reconciliations import make_agreement, make_large_reconciliation, make_small_reconciliation


def test_the_fields_of_the_contract_are_there() -> None:
    document = make_reconciliation_document(make_small_reconciliation())
    assert (document["as_of"], document["unit"]) == ("2026-11-20", "people")
    assert (document["force_total"], document["register_total"]) == (4, 5)
    assert document["bridge"] == [
        {"cause": "ENTRY_LAG", "people": 1, "effect": 1},
        {"cause": "UNIT", "people": 1, "effect": 0},
        {"cause": "CUTOFF", "people": 1, "effect": -1},
        {"cause": "MISSING_LOCALLY", "people": 1, "effect": 1},
        {"cause": "COMBINED", "people": 1, "effect": 1},
        {"cause": "UNEXPLAINED", "people": 1, "effect": -1},
    ]
    assert document["policy_overdue"] == {"lowest": 1, "highest": 7}
    assert (document["snapshot_on"], document["compared"], document["undecided_pairs"]) == ("2026-11-18", 507, 2)
    assert document["earlier_on"] == "2026-11-13"
    assert document["trend"][0] == {"cause": "ENTRY_LAG", "new": 1, "standing": 0, "gone": 3}


def test_a_person_has_both_verdicts_the_fields_and_what_to_do() -> None:
    person = make_reconciliation_document(make_small_reconciliation())["people"][1]
    assert person == {
        "offender_id": "P0002",
        "register_id": "R000002",
        "cause": "ENTRY_LAG",
        "parts": [],
        "also": ["FREQUENCY_BASIS"],
        "force_overdue": False,
        "register_overdue": True,
        "force_visits": 0,
        "register_visits": 3,
        "risk_level": "very_high",
        "area": "North Made-up",
        "officer_id": "OM-01",
        "due_on": "2026-10-11",
        "fields": [
            {"field": "last_visit_on", "force": "2026-11-02", "register": "2026-07-30"},
            {"field": "family_name", "force": "Madeup", "register": "Madeupp"},
        ],
        "reason": "Overdue on the register only: a made-up reason.",
        "action": "Do what is made up for this person.",
        "system": "register",
    }


def test_people_stand_in_the_order_of_seriousness_and_those_of_one_list_have_no_identifier_of_the_other() -> None:
    people = make_reconciliation_document(make_small_reconciliation())["people"]
    assert [each["cause"] for each in people][:2] == ["MISSING_LOCALLY", "ENTRY_LAG"]
    assert (people[0]["offender_id"], people[0]["register_id"]) == (None, "R000001")
    assert people[5]["system"] is None


def test_every_bridge_of_the_document_ties() -> None:
    document = make_reconciliation_document(make_large_reconciliation())
    assert (
        document["force_total"] + sum(each["effect"] for each in document["bridge"]) == document["register_total"]
    )
    effects = sum(each["effect"] for each in document["visits_bridge"])
    assert document["visits_force_total"] + effects == document["visits_register_total"]
    for name in ("by_area", "by_officer", "by_risk"):
        parts = document[name]
        assert sum(each["people"]["force_total"] for each in parts) == document["force_total"]
        assert sum(each["visits"]["register_total"] for each in parts) == document["visits_register_total"]
        for part in parts:
            for bridge in (part["people"], part["visits"]):
                effects = sum(each["effect"] for each in bridge["bridge"])
                assert bridge["force_total"] + effects == bridge["register_total"]


def test_a_person_without_a_correction_has_no_action() -> None:
    without = replace(make_small_reconciliation(), corrections=())
    people = make_reconciliation_document(without)["people"]
    assert {(each["action"], each["system"]) for each in people} == {(None, None)}


def test_two_lists_that_agree_have_no_people_and_no_trend() -> None:
    document = make_reconciliation_document(make_agreement())
    assert (document["people"], document["bridge"], document["trend"]) == ([], [], [])
    assert document["earlier_on"] is None


def test_the_differences_are_read_back_from_the_kept_document() -> None:
    made = make_small_reconciliation()
    document = json.loads(json.dumps(make_reconciliation_document(made)))
    assert read_differences(document) == tuple(each.same for each in made.discrepancies)
    assert read_differences(document)[0].cause is Cause.MISSING_LOCALLY
