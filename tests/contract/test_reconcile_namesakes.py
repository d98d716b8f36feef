"""People who share names and date of birth: nobody on one list only is hidden behind a namesake.

Everybody made by `extracts.Extract` has the same names and date of birth.
"""

from typing import Any

import pytest

from tests.contract.extracts import Answer, Desk, Extract, Row
from tests.contract.registers import Register, reconcile

QUIET = ("2026-11-20", "2027-05-20")
Lists = tuple[list[Row], list[Row]]


def compare(desk: Desk, extract: Extract, people: list[Row], records: list[Row]) -> Answer:
    """The reconciliation of quiet people; a record agrees with the person of `like`, then says otherwise."""
    register = Register()
    for person in people:
        extract.person(**{"offender_id": "", **person})
    for record in records:
        cells = dict(record)
        register.agree(extract, cells.pop("like"), *QUIET)
        register.rows[-1].update(cells)
    return reconcile(desk, extract, register)


def causes(answer: Answer) -> list[tuple[Any, Any, Any]]:
    """Who differs, by the force's identifier and the register's, and why."""
    return sorted(
        (each["offender_id"] or "", each["register_id"] or "", each["cause"]) for each in answer["people"]
    )


A, A_THERE = {"offender_id": "A"}, {"like": "A"}
B_HERE = {"offender_id": "B", "register_id": "R-B"}


@pytest.mark.parametrize(
    ("people", "records", "expected"),
    [
        ([A, B_HERE], [A_THERE], [("B", "", "MISSING_FROM_REGISTER")]),
        ([A, {"offender_id": "B", "area": "Southmadeup"}], [A_THERE], [("B", "", "MISSING_FROM_REGISTER")]),
        (
            [A],
            [A_THERE, {**A_THERE, "register_id": "R-B", "offender_id": "B"}],
            [("", "R-B", "MISSING_LOCALLY")],
        ),
        (
            [A],
            [A_THERE, {**A_THERE, "register_id": "R-B", "offender_id": "", "area": "Southmadeup"}],
            [("", "R-B", "MISSING_LOCALLY")],
        ),
        (
            [A],
            [A_THERE, {**A_THERE, "register_id": "R-B", "offender_id": "", "given_names": "Zzz"}],
            [("A", "R-B", "DUPLICATE")],
        ),
        ([A], [A_THERE, {**A_THERE, "register_id": "R-B"}], [("A", "R-B", "DUPLICATE")]),
        ([A], [A_THERE, A_THERE], [("A", "R-A", "DUPLICATE")]),
        (
            [A],
            [{**A_THERE, "register_id": "R-9", "offender_id": "Q"}],
            [("", "R-9", "MISSING_LOCALLY"), ("A", "", "MISSING_FROM_REGISTER")],
        ),
        (
            [{**A, "register_id": "R-1"}],
            [{**A_THERE, "register_id": "R-9", "offender_id": ""}],
            [("", "R-9", "MISSING_LOCALLY"), ("A", "", "MISSING_FROM_REGISTER")],
        ),
        (
            [{**A, "register_id": "R-1"}, {"offender_id": "B", "register_id": "R-2"}],
            [{"like": "A", "register_id": "R-1"}, {"like": "B", "register_id": "R-2"}],
            [],
        ),
        (
            [{**A, "register_id": "0012"}, {"offender_id": "B", "register_id": "12"}],
            [{"like": "A", "register_id": "0012", "offender_id": ""}],
            [("B", "", "MISSING_FROM_REGISTER")],
        ),
    ],
    ids=[
        "another register id here",
        "another area here",
        "another force id there",
        "another area there",
        "nearly the same given names",
        "the same force id there",
        "the same row twice",
        "neither knows the other's identifier",
        "the force knows another register id",
        "two people on both",
        "0012 is not 12",
    ],
)
def test_namesakes(
    desk: Desk, extract: Extract, people: list[Row], records: list[Row], expected: list[tuple[str, str, str]]
) -> None:
    assert causes(compare(desk, extract, people, records)) == expected


def test_ten_namesakes_on_either_list_are_twenty_people(desk: Desk, extract: Extract) -> None:
    people = [{"offender_id": f"P{number}"} for number in range(20)]
    records = [
        {"like": f"P{number}", "register_id": f"X{number}", "offender_id": f"Q{number}"} if number % 2 else
        {"like": f"P{number}"}
        for number in range(20)
    ]  # fmt: skip
    found = [cause for _, _, cause in causes(compare(desk, extract, people, records))]
    assert (found.count("MISSING_LOCALLY"), found.count("MISSING_FROM_REGISTER"), len(found)) == (10, 10, 20)


def test_a_twin_on_the_register_stands_in_the_list_until_somebody_decides(desk: Desk, extract: Extract) -> None:
    twin = {
        "like": "A",
        "register_id": "R-T",
        "offender_id": "",
        "given_names": "Otherwhile",
        "risk_level": "high",
    }
    answer = compare(desk, extract, [A], [twin])
    assert answer["people"], "a record that is nobody's for certain is not left out"
    assert all(
        each["cause"] in ("UNEXPLAINED", "MISSING_LOCALLY", "MISSING_FROM_REGISTER") for each in answer["people"]
    )


def test_one_identifier_of_two_people_stands_in_the_list(desk: Desk, extract: Extract) -> None:
    other = {
        "like": "A",
        "offender_id": "",
        "family_name": "Farfetched",
        "given_names": "Quintus",
        "date_of_birth": "1951-07-08",
    }
    answer = compare(desk, extract, [{**A, "register_id": "R-A"}], [other])
    assert causes(answer) == [("A", "R-A", "UNEXPLAINED")]
    assert answer["undecided_pairs"] == 1


def test_na_is_a_name_and_an_unsaid_name_is_not(desk: Desk, extract: Extract) -> None:
    people = [{"offender_id": "A", "family_name": "NA", "given_names": "Null"}]
    records = [{"like": "A", "register_id": "R-7", "offender_id": ""}]
    assert causes(compare(desk, extract, people, records)) == []


def test_a_number_that_is_on_every_record_is_nobodys(desk: Desk, extract: Extract) -> None:
    letters = "abcdefghij"
    people: list[Row] = []
    for number in range(60):
        word = letters[number // 10] + letters[number % 10]
        born = f"19{50 + number % 40}-{1 + number % 12:02}-{1 + number % 28:02}"
        people.append({"offender_id": f"P{number}", "family_name": f"{word}madeup", "date_of_birth": born})
    records = [{"like": each["offender_id"], "register_id": "UNKNOWN-1"} for each in people]
    assert causes(compare(desk, extract, people, records)) == []
