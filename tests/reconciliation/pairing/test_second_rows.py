"""One person twice on a list: by an identifier, by names, beside a pair or beside nobody."""

from dataclasses import replace

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


def test_a_namesake_under_another_identifier_or_area_is_no_second_row_for_certain() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1"), make_row("F2", *ZEB, register_id="R2")]
    pairing = pair_people(offenders, [make_record("R1", *ZEB)])
    assert pairing.duplicate_offenders == ()
    assert [each.offender_id for each in pairing.unpaired_offenders] == ["F2"]
    records = [make_record("R1", *ZEB), make_record("R2", *ZEB, offender_id="F9")]
    pairing = pair_people(offenders[:1], records)
    assert pairing.duplicate_records == ()
    assert pairing.queue[0].reason == "F1 fits, but the register has the force's identifier F9 for that record."
    north, south = (
        replace(make_record(name, *ZEB), area=area) for name, area in (("R1", "North"), ("R2", "South"))
    )
    assert pair_people(offenders[:1], [north, south]).duplicate_records == ()
    assert second_records_of(pair_people(offenders[:1], [north, replace(south, area="NORTH")])) == {"R2": "R1"}


def test_namesakes_on_one_list_alone_are_one_person_unless_something_tells_them_apart() -> None:
    rows = [make_row("F1", *ZEB), make_row("F2", *ZEB)]
    assert second_rows_of(pair_people(rows, [])) == {"F2": "F1"}
    assert (
        pair_people([replace(each, register_id=f"R-{each.offender_id}") for each in rows], []).duplicate_offenders
        == ()
    )
    records = [make_record("R1", *ZEB, offender_id="F1"), make_record("R2", *ZEB, offender_id="F2")]
    assert pair_people([], records).duplicate_records == ()


def test_a_register_that_numbers_people_in_a_way_of_its_own_tells_nobody_apart() -> None:
    offenders = [make_row("F1", *ZEB), make_row("F2", *FICTUS, register_id="R0")]
    others = [make_record("R0", *FICTUS, offender_id=f"LOCAL-{number}") for number in range(20)]
    pairing = pair_people(offenders, [make_record("R1", *ZEB, offender_id="LOCAL-99"), *others])
    assert pairs_of(pairing) == {"F1": "R1", "F2": "R0"}


def test_an_identifier_of_more_names_than_anybody_has_is_nobodys() -> None:
    offenders = [make_row("F1", *ZEB, register_id="UNKNOWN")]
    records = [
        make_record("UNKNOWN", f"Madeup{chr(97 + n // 26)}{chr(97 + n % 26)}", "Quox", None) for n in range(51)
    ]
    pairing = pair_people(offenders, records)
    assert (pairing.pairs, pairing.queue, pairing.duplicate_records) == ((), (), ())
    assert len(pairing.unpaired_records) == 51


def test_a_person_may_be_on_any_number_of_rows() -> None:
    """An export that was joined with something else repeats its people."""
    offenders = [make_row("F1", *ZEB, register_id="R1"), make_row("F2", *FICTUS)]
    pairing = pair_people(offenders, [make_record("R1", *ZEB) for _ in range(60)])
    assert pairs_of(pairing) == {"F1": "R1"}
    assert len(pairing.duplicate_records) == 59


def test_a_name_that_stands_for_all_names_is_no_reason_to_weigh_anybody() -> None:
    records = [make_record(f"R{number}", "Redacted", "Redacted", "1980-01-01") for number in range(101)]
    pairing = pair_people([], records)
    assert len(pairing.unpaired_records) == 101
    rows = [
        make_row(f"F{number}", "Redacted", "Redacted", "1980-01-01", register_id=f"R{number}")
        for number in range(101)
    ]
    assert len(pair_people(rows, records).pairs) == 101
