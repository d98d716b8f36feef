"""Two counts compared on the command line: causes, the bridge, the range, and what is refused."""

import pytest

from tests.contract.extracts import Desk, Extract
from tests.contract.registers import Register, cause_of, reconcile


def test_two_lists_that_agree_have_an_empty_bridge(desk: Desk, extract: Extract) -> None:
    register = Register()
    for person, seen, due in (("A", "2026-05-20", "2026-11-20"), ("B", "2026-11-20", "2027-05-20")):
        extract.person(person, seen=seen)
        register.agree(extract, person, seen, due)
    answer = reconcile(desk, extract, register)
    assert (answer["force_total"], answer["register_total"], answer["bridge"]) == (1, 1, [])
    assert answer["people"] == []
    assert answer["policy_overdue"] == {"lowest": 1, "highest": 1}
    _, text, _ = desk.ask("reconcile")
    assert "The two lists agree on everybody." in text


def test_a_small_unit_with_six_differences(desk: Desk, extract: Extract) -> None:
    register = Register()
    # A was seen in October, which the register does not know.
    extract.person("A", seen="2026-10-20")
    extract.visit("A", "2026-04-20T10:00", "seen")
    register.agree(extract, "A", "2026-04-20", "2026-10-20")
    # B opened to nobody in October; the register counts it as a visit.
    extract.person("B", seen="2026-04-20")
    extract.visit("B", "2026-10-20T10:00", "not_seen")
    register.agree(extract, "B", "2026-10-20", "2027-04-20")
    # C is in custody on both lists, and timed on the register.
    extract.person("C", seen="2026-04-20", status="custody")
    register.agree(extract, "C", "2026-04-20", "2026-10-20")
    # D is on reactive management, and timed on the register.
    extract.person("D", seen="2026-04-20", management="reactive", management_since="2026-06-01")
    register.agree(extract, "D", "2026-04-20", "2026-10-20")
    # E has an interval of the plan; the register goes by the table.
    extract.person("E", seen="2026-05-10", visit_interval="8 months")
    register.agree(extract, "E", "2026-05-10", "2026-11-10")
    # F is of high risk on the register alone.
    extract.person("F", seen="2026-08-10")
    register.agree(extract, "F", "2026-08-10", "2026-11-10", risk_level="high")
    answer = reconcile(desk, extract, register)
    assert {person: cause_of(answer, person) for person in "ABCDEF"} == {
        "A": "ENTRY_LAG",
        "B": "ATTEMPT_AS_VISIT",
        "C": "POPULATION",
        "D": "REACTIVE_STILL_TIMED",
        "E": "FREQUENCY_BASIS",
        "F": "RISK_CHANGE",
    }
    assert (answer["force_total"], answer["register_total"]) == (1, 5)
    assert sum(line["effect"] for line in answer["bridge"]) == 4
    assert all(line["people"] == 1 for line in answer["bridge"])


def test_who_is_on_one_list_only_comes_first(desk: Desk, extract: Extract) -> None:
    register = Register()
    extract.person("A", seen="2026-04-20")
    register.agree(extract, "A", "2026-10-20", "2027-04-20")
    extract.person("B", risk_level="high", family_name="Otherly", date_of_birth="1971-02-03")
    register.rows.append(
        {
            "register_id": "R-unknown",
            "family_name": "Elsewhere",
            "status": "community",
            "risk_level": "very_high",
            "next_visit_due_on": "2026-10-01",
            "snapshot_on": register.snapshot_on,
        }
    )
    answer = reconcile(desk, extract, register)
    assert [(each["register_id"], each["cause"]) for each in answer["people"]] == [
        ("R-unknown", "MISSING_LOCALLY"),
        (None, "MISSING_FROM_REGISTER"),
        ("R-A", "ENTRY_LAG"),
    ]


def test_the_two_systems_days_differ(desk: Desk, extract: Extract) -> None:
    register = Register(snapshot_on="2026-11-16")
    extract.person("A", seen="2026-05-18")
    register.agree(extract, "A", "2026-05-18", "2026-11-18")
    answer = reconcile(desk, extract, register)
    assert (answer["snapshot_on"], cause_of(answer, "A")) == ("2026-11-16", "CUTOFF")


def test_visits_and_people_are_counted_apart(desk: Desk, extract: Extract) -> None:
    register = Register()
    extract.person("A", seen="2025-04-20")
    register.agree(extract, "A", "2025-04-20", "2025-10-20", visits_outstanding="1")
    answer = reconcile(desk, extract, register)
    assert cause_of(answer, "A") == "UNIT"
    assert (answer["force_total"], answer["register_total"]) == (1, 1)
    assert (answer["visits_force_total"], answer["visits_register_total"]) == (3, 1)
    assert answer["visits_bridge"] == [{"cause": "UNIT", "people": 1, "effect": -2}]


def test_the_next_reconciliation_says_what_is_new_standing_and_gone(desk: Desk, extract: Extract) -> None:
    register = Register()
    for person in "AB":
        extract.person(person, seen="2026-04-20")
        register.agree(extract, person, "2026-10-20", "2027-04-20")
    reconcile(desk, extract, register)
    later = Extract(extracted_on="2026-11-30", rows=extract.rows)
    later.person("C", seen="2026-04-20")
    mended = Register(snapshot_on="2026-11-30")
    mended.agree(later, "A", "2026-04-20", "2026-10-20")
    mended.agree(later, "B", "2026-10-20", "2027-04-20")
    mended.agree(later, "C", "2026-10-20", "2027-04-20")
    answer = reconcile(desk, later, mended)
    assert answer["earlier_on"] == "2026-11-23"
    assert answer["trend"] == [{"cause": "ENTRY_LAG", "new": 1, "standing": 1, "gone": 1}]


@pytest.mark.parametrize("loads_first", [False, True])
def test_without_a_register_it_says_what_to_do(desk: Desk, extract: Extract, loads_first: bool) -> None:
    if loads_first:
        extract.person("A")
        desk.load(extract)
    code, out, errors = desk.ask("reconcile")
    assert (code, out) == (2, "")
    assert "load-register" in errors


def test_every_look_at_people_stands_on_the_audit(desk: Desk, extract: Extract) -> None:
    from sqlalchemy import create_engine, text

    register = Register()
    extract.person("A", seen="2026-04-20")
    register.agree(extract, "A", "2026-10-20", "2027-04-20")
    reconcile(desk, extract, register)
    with create_engine(desk.database).connect() as connection:
        rows = connection.execute(
            text("select action, people from audit_events where command = 'reconcile' order by sequence")
        )
        assert [tuple(row) for row in rows] == [("consultation", 1), ("alteration", 1)]
