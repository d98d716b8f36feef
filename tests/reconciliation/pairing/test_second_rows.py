"""One person twice on a list: by an identifier, by names, beside a pair or beside nobody."""

import pytest

from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.pair_people import pair_people
from tests.reconciliation.pairing.lists import (
    make_record,
    make_row,
    pairs_of,
    queue_of,
    second_records_of,
    second_rows_of,
)

ZEB = ("Zorbly", "Zeb", "1980-01-02")
FICTUS = ("Mockworth", "Fictus", "1955-11-30")


@pytest.mark.parametrize(
    "second",
    [
        make_record("R2", *ZEB, offender_id="F1"),
        make_record("R2", None, None, None, offender_id="F1"),
        make_record("R1", "Zorbly", None, None),
        make_record("R2", *ZEB),
        make_record("R2", "Zorbyl", "Zeb", "1980-01-02"),
    ],
    ids=["the force's id", "the force's id alone", "the register's id", "names", "names with an error"],
)
def test_a_second_record_of_somebody_paired(second: RegisterRecord) -> None:
    pairing = pair_people(
        [make_row("F1", *ZEB, register_id="R1")], [make_record("R1", *ZEB, offender_id="F1"), second]
    )
    assert pairs_of(pairing) == {"F1": "R1"}
    assert [(each.kept.row, each.second) for each in pairing.duplicate_records] == [
        (pairing.pairs[0].record.row, second)
    ]
    assert pairing.queue == ()
    assert pairing.unpaired_records == ()


def test_a_second_record_written_as_the_first_one_is_though_the_force_writes_otherwise() -> None:
    offenders = [make_row("F1", "Mockworth", "Zeb", "1980-01-02", register_id="R1")]
    pairing = pair_people(offenders, [make_record("R1", *ZEB), make_record("R2", *ZEB)])
    assert second_records_of(pairing) == {"R2": "R1"}


def test_what_may_be_a_second_record_is_left_to_a_person() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1")]
    pairing = pair_people(offenders, [make_record("R1", *ZEB), make_record("R2", "Zorbyl", "Zeb", "1980-02-01")])
    assert queue_of(pairing) == {"R2": ["F1"]}
    assert pairing.queue[0].reason == "F1 is paired with R1; this may be a second record of the same person."
    assert pairing.undecided_offenders == ()


def test_three_records_of_one_person() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1")]
    pairing = pair_people(offenders, [make_record("R1", *ZEB), make_record("R2", *ZEB), make_record("R3", *ZEB)])
    assert second_records_of(pairing) == {"R2": "R1", "R3": "R1"}


def test_a_second_row_of_the_force() -> None:
    offenders = [
        make_row("F1", *ZEB, register_id="R1"),
        make_row("F2", *ZEB, register_id="R1"),
        make_row("F3", "Zorbly", "Zebb", "1980-01-02"),
    ]
    pairing = pair_people(offenders, [make_record("R1", *ZEB, offender_id="F1")])
    assert pairs_of(pairing) == {"F1": "R1"}
    assert second_rows_of(pairing) == {"F2": "F1", "F3": "F1"}


def test_the_row_that_fits_best_is_paired_and_the_other_is_the_second() -> None:
    offenders = [make_row("F1", "Zorbly", None, None, register_id="R1"), make_row("F2", *ZEB, register_id="R1")]
    pairing = pair_people(offenders, [make_record("R1", *ZEB)])
    assert pairs_of(pairing) == {"F2": "R1"}
    assert second_rows_of(pairing) == {"F1": "F2"}


def test_records_of_one_person_whom_the_force_does_not_know() -> None:
    records = [
        make_record("R1", "Zorbly", "Zebb", "1980-01-02"),
        make_record("R2", *ZEB),
        make_record("R4", *FICTUS, offender_id="F99"),
        make_record("R5", "Mockworth", None, None, offender_id="F99"),
        make_record("R6", "Null", "Quox", "1970-05-06"),
        make_record("R6", "Null", None, None),
    ]
    pairing = pair_people([make_row("F1", "Fauxley", "Samplo", "1991-12-31")], records)
    assert second_records_of(pairing) == {"R2": "R1", "R5": "R4", "R6": "R6"}
    assert [each.register_id for each in pairing.unpaired_records] == ["R1", "R4", "R6"]
    assert pairing.unpaired_records[2].given_names == "Quox", "the record that says more stands for the person"


def test_rows_of_one_person_whom_the_register_does_not_know() -> None:
    offenders = [make_row("F1", *ZEB), make_row("F2", *ZEB), make_row("F3", *FICTUS)]
    pairing = pair_people(offenders, [])
    assert second_rows_of(pairing) == {"F2": "F1"}
    assert [each.offender_id for each in pairing.unpaired_offenders] == ["F1", "F3"]


def test_an_identifier_of_somebody_paired_that_the_facts_contradict_is_left_to_a_person() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1")]
    pairing = pair_people(offenders, [make_record("R1", *ZEB), make_record("R2", *FICTUS, offender_id="F1")])
    assert pairs_of(pairing) == {"F1": "R1"}
    assert queue_of(pairing) == {"R2": ["F1"]}
    assert pairing.undecided_offenders == ()


def test_a_twin_or_a_son_is_no_second_record() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1")]
    records = [
        make_record("R1", *ZEB),
        make_record("R2", "Zorbly", "Quentix", "1980-01-02"),
        make_record("R3", "Zorbly", "Zeb", "2003-07-19"),
    ]
    pairing = pair_people(offenders, records)
    assert pairing.duplicate_records == ()


def test_a_twin_is_no_second_row_where_the_register_knows_neither() -> None:
    offenders = [make_row("F1", *ZEB), make_row("F2", "Zorbly", "Quentix", "1980-01-02")]
    assert pair_people(offenders, []).duplicate_offenders == ()
