"""The force's people and the register's records, put side by side."""

from rso_planner.domain.pairing import PairBasis
from rso_planner.reconciliation.pairing.pair_people import pair_people
from tests.reconciliation.pairing.lists import make_record, make_row


def test_the_register_id_pairs_first_and_the_forces_own_next() -> None:
    offenders = [make_row("F1", register_id="R1"), make_row("F2"), make_row("F3")]
    records = [make_record("R1"), make_record("R2", offender_id="F2"), make_record("R9")]
    pairing = pair_people(offenders, records)
    assert [(each.offender.offender_id, each.record.register_id, each.basis) for each in pairing.pairs] == [
        ("F1", "R1", PairBasis.REGISTER_ID),
        ("F2", "R2", PairBasis.FORCE_ID),
    ]
    assert [each.offender_id for each in pairing.unpaired_offenders] == ["F3"]
    assert [each.register_id for each in pairing.unpaired_records] == ["R9"]


def test_an_identifier_that_the_facts_contradict_is_left_to_a_person() -> None:
    offenders = [make_row("F1", "Zorbly", "Zeb", "1980-01-02", register_id="R1")]
    records = [make_record("R1", "Mockworth", "Fictus", "1955-11-30")]
    pairing = pair_people(offenders, records)
    assert pairing.pairs == ()
    assert [(each.record.register_id, each.candidates[0].offender.offender_id) for each in pairing.queue] == [
        ("R1", "F1")
    ]
    assert pairing.undecided_offenders == tuple(offenders)
    assert pairing.unpaired_offenders == ()
    assert pairing.unpaired_records == ()


def test_names_and_date_of_birth_pair_where_no_identifier_does() -> None:
    offenders = [
        make_row("F1", "Zorbly", "Zeb", "1980-01-02"),
        make_row("F2", "Mockworth", "Fictus", "1955-11-30"),
    ]
    records = [
        make_record("R7", "Mockwroth", "Fictus", "1955-11-30"),
        make_record("R8", "ZORBLY", "Zeb", "1980-02-01"),
    ]
    pairing = pair_people(offenders, records)
    assert [(each.offender.offender_id, each.record.register_id, each.basis) for each in pairing.pairs] == [
        ("F1", "R8", PairBasis.NAMES),
        ("F2", "R7", PairBasis.NAMES),
    ]


def test_two_records_with_the_same_facts_are_left_to_a_person() -> None:
    offenders = [make_row("F1", "Zorbly", "Zeb", "1980-01-02")]
    records = [make_record("R7", "Zorbly", "Zeb", "1980-01-02"), make_record("R8", "Zorbly", "Zeb", "1980-01-02")]
    pairing = pair_people(offenders, records)
    assert pairing.pairs == ()
    assert [each.record.register_id for each in pairing.queue] == ["R7", "R8"]
    assert pairing.undecided_offenders == tuple(offenders)


def test_a_second_record_is_found_by_the_forces_identifier_and_by_names() -> None:
    offenders = [make_row("F1", "Zorbly", "Zeb", "1980-01-02", register_id="R1")]
    records = [
        make_record("R1", "Zorbly", "Zeb", "1980-01-02"),
        make_record("R2", "Zorbly", None, None, offender_id="F1"),
        make_record("R3", "Zorbly", "Zebb", "1980-01-02"),
    ]
    pairing = pair_people(offenders, records)
    assert [(each.kept.register_id, each.second.register_id) for each in pairing.duplicate_records] == [
        ("R1", "R2"),
        ("R1", "R3"),
    ]
    assert (pairing.queue, pairing.unpaired_records) == ((), ())
