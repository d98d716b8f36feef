"""What `pairs list --json` prints of a pairing."""

import json
from datetime import date

from rso_planner.domain.pair_decision import PairVerdict
from rso_planner.files.pairs_json import make_pairs_document
from rso_planner.reconciliation.pairing.pair_people import pair_people
from tests.reconciliation.pairing.lists import make_decision, make_record, make_row

ZEB = ("Zorbly", "Zeb", "1980-01-02")


def test_the_document_holds_the_queue_with_both_sides_and_what_was_decided() -> None:
    offenders = [
        make_row("F0", "Fauxley", "Samplo", "1970-05-06"),
        make_row("F1", *ZEB),
        make_row("F2", "Null", "Fictus", "1955-11-30", register_id="R1"),
    ]
    records = [
        make_record("R1", "Null", "Fictus", "1955-11-30"),
        make_record("R2", "NULL", "Fictus", "1955-11-30"),
        make_record("R7", "Zorbly", "Quox", "1980-01-02"),
        make_record("R8", "Fauxley", "Samplo", "1970-06-05"),
        make_record("R9"),
    ]
    rejected = make_decision("R9", "F1", PairVerdict.REJECTED)
    pairing = pair_people(offenders, records, [rejected])
    document = make_pairs_document(date(2026, 11, 23), date(2026, 11, 20), pairing, [rejected])
    assert json.loads(json.dumps(document)) == document
    (queued,) = document.pop("queue")
    (candidate,) = queued.pop("candidates")
    assert document == {
        "extracted_on": "2026-11-23",
        "snapshot_on": "2026-11-20",
        "certain": {"decided": 0, "register_id": 1, "force_id": 0, "names": 1},
        "by_names": [
            {
                "register_id": "R8",
                "offender_id": "F0",
                "reason": (
                    "The family name is the same, the given names are the same, "
                    "the date of birth is the same with day and month swapped."
                ),
            }
        ],
        "duplicates": {
            "force": [],
            "register": [
                {
                    "kept": "R1",
                    "second": "R2",
                    "reason": "Names and date of birth leave no doubt that both are one person.",
                }
            ],
        },
        "unpaired": {"force": [], "register": ["R9"]},
        "decisions": [
            {
                "register_id": "R9",
                "offender_id": "F1",
                "decision": "rejected",
                "decided_at": "2026-11-23T09:00:00+00:00",
                "decided_by": "DS Invented",
            }
        ],
    }
    assert queued == {
        "register_id": "R7",
        "reason": "F1 fits, but the given names differ, as a twin's do.",
        "family_name": "Zorbly",
        "given_names": "Quox",
        "date_of_birth": "1980-01-02",
        "risk_level": None,
        "status": None,
        "area": None,
        "officer_id": None,
    }
    assert 0.9 < candidate.pop("chance") < 1
    weight, evidence = candidate.pop("weight"), candidate.pop("evidence")
    assert weight > 20
    assert abs(sum(each["weight"] for each in evidence) - weight) < 0.02
    assert [(each["fact"], each["agreement"]) for each in evidence] == [
        ("family name", "the same"),
        ("given names", "different"),
        ("date of birth", "the same"),
    ]
    assert candidate == {
        "offender_id": "F1",
        "reason": "The family name is the same, the given names are different, the date of birth is the same.",
        "family_name": "Zorbly",
        "given_names": "Zeb",
        "date_of_birth": "1980-01-02",
        "risk_level": "high",
        "status": "community",
        "area": None,
        "officer_id": None,
    }
