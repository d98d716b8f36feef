"""Every way in which two lists write one person differently: it pairs, or it is left to a person to decide."""

import pytest

from rso_planner.domain.offender import Offender
from rso_planner.domain.pairing import PairBasis
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.pair_people import pair_people
from tests.reconciliation.pairing.lists import make_record, make_row, pairs_of, queue_of

_FAMILIES = (
    "Fauxley",
    "Dummersby",
    "Quibblewick",
    "Fabricant",
    "Blankenfake",
    "Specimann",
    "Imaginson",
    "Fableworth",
)
_GIVEN = ("Mocko", "Fictus", "Samplo", "Inventio", "Exemplar", "Quox", "Dummo", "Pseudo", "Ipsumo")


def the_others() -> tuple[list[Offender], list[RegisterRecord]]:
    """Seventy-two other people on both lists, who pair by the register's identifier."""
    people = [
        (f"{number:02}", family, given, f"{1950 + number % 50}-{1 + number % 12:02}-{1 + number % 28:02}")
        for number, (family, given) in enumerate((family, given) for family in _FAMILIES for given in _GIVEN)
    ]
    offenders = [make_row(f"F{number}", *person, register_id=f"R{number}") for number, *person in people]
    return offenders, [make_record(f"R{number}", *person) for number, *person in people]


Person = tuple[str | None, str | None, str | None]

CERTAIN: dict[str, tuple[Person, Person]] = {
    "nothing": (("Zorbly", "Zeb Test", "1980-01-02"), ("Zorbly", "Zeb Test", "1980-01-02")),
    "case": (("Zorbly", "Zeb Test", "1980-01-02"), ("ZORBLY", "ZEB TEST", "1980-01-02")),
    "accents": (("Placeholdér", "Zédric", "1980-01-02"), ("Placeholder", "Zedric", "1980-01-02")),
    "an apostrophe": (("O'Fiction", "Zeb", "1980-01-02"), ("OFiction", "Zeb", "1980-01-02")),
    "a hyphen": (("Notreal-Madeup", "Zeb", "1980-01-02"), ("Notreal Madeup", "Zeb", "1980-01-02")),
    "half of a double name": (("Notreal-Madeup", "Zeb", "1980-01-02"), ("Madeup", "Zeb", "1980-01-02")),
    "a typo in the family name": (("Zorbly", "Zeb", "1980-01-02"), ("Zorbyl", "Zeb", "1980-01-02")),
    "a typo in the given name": (("Zorbly", "Zedric", "1980-01-02"), ("Zorbly", "Zedrick", "1980-01-02")),
    "typos in both": (("Zorbly", "Zedric", "1980-01-02"), ("Zobly", "Zedrik", "1980-01-02")),
    "family and given names swapped": (("Zorbly", "Zeb Test", "1980-01-02"), ("Zeb Test", "Zorbly", "1980-01-02")),
    "given names in another order": (("Zorbly", "Zeb Test", "1980-01-02"), ("Zorbly", "Test Zeb", "1980-01-02")),
    "a further name left out": (("Zorbly", "Zeb Test", "1980-01-02"), ("Zorbly", "Zeb", "1980-01-02")),
    "an initial": (("Zorbly", "Zeb", "1980-01-02"), ("Zorbly", "Z", "1980-01-02")),
    "initials swapped": (("Zorbly", "Z T", "1980-01-02"), ("Zorbly", "T Z", "1980-01-02")),
    "a short form": (("Zorbly", "William", "1980-01-02"), ("Zorbly", "Bill", "1980-01-02")),
    "day and month swapped": (("Zorbly", "Zeb", "1980-01-02"), ("Zorbly", "Zeb", "1980-02-01")),
    "one digit of the birth": (("Zorbly", "Zeb", "1980-01-02"), ("Zorbly", "Zeb", "1980-01-12")),
    "one digit of the year": (("Zorbly", "Zeb", "1980-01-02"), ("Zorbly", "Zeb", "1960-01-02")),
    "a typo and day and month swapped": (("Zorbly", "Zeb", "1980-01-02"), ("Zorbyl", "Zeb", "1980-02-01")),
    "a typo and one digit of the birth": (("Zorbly", "Zeb", "1980-01-02"), ("Zorbyl", "Zeb", "1980-01-12")),
    "the name NA": (("NA", "Zeb", "1980-01-02"), ("Na", "Zeb", "1980-01-02")),
    "the name Null": (("Null", "True", "1980-01-02"), ("NULL", "TRUE", "1980-01-02")),
    "the given names N A": (("Zorbly", "N A", "1980-01-02"), ("Zorbly", "N A", "1980-01-02")),
}
"""What differs, with the person on either list."""

LEFT_TO_A_PERSON: dict[str, tuple[Person, Person]] = {
    "somebody else could be as much alike by chance": (
        ("Zorbly", "Mocko", "1980-01-02"),
        ("Null", "Mocko", "1980-01-02"),
    ),
    "the given names differ, as a twin's do": (
        ("Zorbly", "Zeb", "1980-01-02"),
        ("Zorbly", "Quentix", "1980-01-02"),
    ),
    "the date of birth differs, as a father's or a son's does": (
        ("Zorbly", "Zeb", "1955-11-30"),
        ("Zorbly", "Zeb", "1980-01-02"),
    ),
    "a date of birth is missing, and names alone pair nobody": (
        ("Zorbly", "Zeb", "1980-01-02"),
        ("Zorbly", "Zeb", None),
    ),
    "a name is missing": (("Zorbly", "Zeb", "1980-01-02"), ("Zorbly", None, "1980-01-02")),
}
"""The doubt that is told, with the person on either list; the first took another family name."""

UNLIKE: dict[str, tuple[Person, Person]] = {
    "a brother's date of birth and given names": (
        ("Zorbly", "Zeb", "1980-01-02"),
        ("Zorbly", "Quentix", "1983-07-19"),
    ),
    "nothing but the date of birth": (("Zorbly", "Zeb", "1980-01-02"), ("Null", "Quentix", "1980-01-02")),
    "nothing but a common given name": (("Zorbly", "Mocko", "1980-01-02"), ("Null", "Mocko", "1955-11-30")),
    "nothing said": ((None, None, None), (None, None, None)),
}


def test_the_others_pair_among_themselves() -> None:
    offenders, records = the_others()
    pairing = pair_people(offenders, records)
    assert len(pairing.pairs) == len(offenders) == 72
    assert {each.basis for each in pairing.pairs} == {PairBasis.REGISTER_ID}


@pytest.mark.parametrize("difference", CERTAIN)
def test_one_person_written_differently_pairs(difference: str) -> None:
    ours, theirs = CERTAIN[difference]
    offenders, records = the_others()
    pairing = pair_people([*offenders, make_row("F-new", *ours)], [*records, make_record("R-new", *theirs)])
    assert pairs_of(pairing).get("F-new") == "R-new"
    assert len(pairing.pairs) == 73


@pytest.mark.parametrize("doubt", LEFT_TO_A_PERSON)
def test_what_could_be_somebody_else_is_left_to_a_person(doubt: str) -> None:
    ours, theirs = LEFT_TO_A_PERSON[doubt]
    offenders, records = the_others()
    pairing = pair_people([*offenders, make_row("F-new", *ours)], [*records, make_record("R-new", *theirs)])
    assert "F-new" not in pairs_of(pairing)
    assert queue_of(pairing) == {"R-new": ["F-new"]}
    assert pairing.queue[0].reason == f"F-new fits, but {doubt}."
    assert [each.offender_id for each in pairing.undecided_offenders] == ["F-new"]


def test_two_parts_of_the_birth_are_not_enough() -> None:
    ours, theirs = make_row("F1", "Zorbly", "Zeb", "1980-01-02"), make_record("R1", "Zorbly", "Zeb", "1980-01-31")
    assert queue_of(pair_people([ours], [theirs])) == {"R1": ["F1"]}


@pytest.mark.parametrize("difference", UNLIKE)
def test_two_people_stay_two(difference: str) -> None:
    ours, theirs = UNLIKE[difference]
    offenders, records = the_others()
    pairing = pair_people([*offenders, make_row("F-new", *ours)], [*records, make_record("R-new", *theirs)])
    assert pairing.queue == ()
    assert [each.offender_id for each in pairing.unpaired_offenders] == ["F-new"]
    assert [each.register_id for each in pairing.unpaired_records] == ["R-new"]


def test_a_second_candidate_nearly_as_good_leaves_it_to_a_person() -> None:
    twins = [make_row("F-a", "Zorbly", "Jon", "1980-01-02"), make_row("F-b", "Zorbly", "Jan", "1980-01-02")]
    pairing = pair_people(twins, [make_record("R-new", "Zorbly", "Jin", "1980-01-02")])
    assert pairing.pairs == ()
    assert queue_of(pairing) == {"R-new": ["F-a", "F-b"]}
    assert pairing.queue[0].reason == "2 people of the force fit about as well as one another."


def test_a_candidate_who_is_paired_counts_as_a_second_one_too() -> None:
    offenders = [
        make_row("F-a", "Zorbly", "Zeb", "1980-01-02", register_id="R-a"),
        make_row("F-b", "Zorbly", "Zeb", "1980-01-02"),
    ]
    records = [
        make_record("R-a", "Zorbly", "Zeb", "1980-01-02"),
        make_record("R-b", "Zorbly", "Zeb", "1980-01-02"),
    ]
    pairing = pair_people(offenders, records)
    assert pairs_of(pairing) == {"F-a": "R-a"}
    assert queue_of(pairing) == {"R-b": ["F-b", "F-a"]}


def test_twins_on_both_lists_go_each_with_the_own_record() -> None:
    offenders = [
        make_row("F-a", "Zorbly", "Zeb", "1980-01-02"),
        make_row("F-b", "Zorbly", "Quentix", "1980-01-02"),
    ]
    records = [
        make_record("R-a", "Zorbly", "Quentix", "1980-01-02"),
        make_record("R-b", "Zorbly", "Zeb", "1980-01-02"),
    ]
    assert pairs_of(pair_people(offenders, records)) == {"F-a": "R-b", "F-b": "R-a"}


def test_father_and_son_of_one_name_go_each_with_the_own_record() -> None:
    offenders = [make_row("F-a", "Zorbly", "Zeb", "1955-11-30"), make_row("F-b", "Zorbly", "Zeb", "1980-01-02")]
    records = [
        make_record("R-a", "Zorbly", "Zeb", "1980-01-02"),
        make_record("R-b", "Zorbly", "Zeb", "1955-11-30"),
    ]
    assert pairs_of(pair_people(offenders, records)) == {"F-a": "R-b", "F-b": "R-a"}


def test_names_alone_never_pair_people_to_whom_each_list_gives_another_register_id() -> None:
    pairing = pair_people(
        [make_row("F-new", "Zorbly", "Zeb", "1980-01-02", register_id="R-old")],
        [make_record("R-new", "Zorbly", "Zeb", "1980-01-02")],
    )
    assert pairing.pairs == ()
    assert queue_of(pairing) == {"R-new": ["F-new"]}
    assert pairing.queue[0].reason == (
        "F-new fits, but the force has the register identifier R-old for that person."
    )


def test_names_alone_never_pair_a_record_that_holds_somebody_elses_identifier() -> None:
    offenders = [
        make_row("F-a", "Zorbly", "Zeb", "1980-01-02"),
        make_row("F-b", "Mockworth", "Fictus", "1955-11-30"),
    ]
    pairing = pair_people(offenders, [make_record("R-new", "Zorbly", "Zeb", "1980-01-02", offender_id="F-b")])
    assert pairing.pairs == ()
    assert queue_of(pairing) == {"R-new": ["F-a", "F-b"]}


def test_a_name_that_many_bear_says_less_than_a_rare_one() -> None:
    offenders = [
        make_row(f"F{number:03}", "Zorbly", "Zeb", f"{1950 + number % 50}-06-15") for number in range(300)
    ]
    common = pair_people(offenders, [make_record("R-new", "Zorbly", "Zeb", "1950-06-25")])
    rare = pair_people(
        [*offenders, make_row("F-rare", "Quibblewick", "Fictus", "1950-06-15")],
        [make_record("R-new", "Quibblewick", "Fictus", "1950-06-25")],
    )
    assert common.pairs == ()
    assert pairs_of(rare) == {"F-rare": "R-new"}


def test_a_date_that_many_were_born_on_says_little() -> None:
    placeholder = [
        make_row(f"F{number:03}", _FAMILIES[number % 8], _GIVEN[number % 9], "1900-01-01") for number in range(400)
    ]
    pairing = pair_people(placeholder, [make_record("R-new", "Fauxley", "Zeb", "1900-01-01")])
    assert pairing.pairs == ()


def test_the_reason_names_nobody() -> None:
    pairing = pair_people(
        [make_row("F-new", "Zorbly", "Zeb", "1980-01-02")], [make_record("R-new", "Zorbyl", "Zeb", "1980-02-01")]
    )
    assert pairing.pairs[0].reason == (
        "The family name is nearly the same, the given names are the same, "
        "the date of birth is the same with day and month swapped."
    )
