"""Identifiers come first, the facts may contradict them, and every row stands in exactly one place."""

from rso_planner.domain.pairing import PairBasis
from rso_planner.reconciliation.pairing.pair_people import pair_people
from tests.reconciliation.pairing.lists import make_record, make_row, pairs_of, queue_of

ZEB = ("Zorbly", "Zeb", "1980-01-02")
FICTUS = ("Mockworth", "Fictus", "1955-11-30")


def test_the_register_id_pairs_first_the_forces_own_next_and_names_last() -> None:
    offenders = [make_row("F1", register_id="R1"), make_row("F2"), make_row("F3", *ZEB), make_row("F4")]
    records = [make_record("R1"), make_record("R2", offender_id="F2"), make_record("R8", *ZEB), make_record("R9")]
    pairing = pair_people(offenders, records)
    assert [(each.offender.offender_id, each.record.register_id, each.basis) for each in pairing.pairs] == [
        ("F1", "R1", PairBasis.REGISTER_ID),
        ("F2", "R2", PairBasis.FORCE_ID),
        ("F3", "R8", PairBasis.NAMES),
    ]
    assert [each.offender_id for each in pairing.unpaired_offenders] == ["F4"]
    assert [each.register_id for each in pairing.unpaired_records] == ["R9"]


def test_the_register_id_holds_where_the_forces_own_names_another_who_fits_too() -> None:
    offenders = [make_row("F1", register_id="R1"), make_row("F2")]
    pairing = pair_people(offenders, [make_record("R1", offender_id="F2")])
    assert pairs_of(pairing) == {"F1": "R1"}


def test_the_forces_own_id_pairs_where_the_facts_contradict_the_register_id() -> None:
    offenders = [make_row("F1", *FICTUS, register_id="R1"), make_row("F2", *ZEB)]
    pairing = pair_people(offenders, [make_record("R1", *ZEB, offender_id="F2")])
    assert pairs_of(pairing) == {"F2": "R1"}
    assert pairing.queue == ()
    assert [each.offender_id for each in pairing.unpaired_offenders] == ["F1"]


def test_identifiers_are_text() -> None:
    pairing = pair_people([make_row("12", register_id="0012")], [make_record("12"), make_record("0012")])
    assert pairs_of(pairing) == {"12": "0012"}


def test_an_identifier_that_the_facts_contradict_is_left_to_a_person() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1")]
    pairing = pair_people(offenders, [make_record("R1", *FICTUS)])
    assert pairing.pairs == ()
    assert queue_of(pairing) == {"R1": ["F1"]}
    assert pairing.queue[0].reason == (
        "An identifier is the same on both lists, and names and date of birth contradict it."
    )
    assert pairing.queue[0].candidates[0].chance is None
    assert pairing.queue[0].candidates[0].reason == (
        "An identifier is the same. "
        "The family name is different, the given names are different, the date of birth is different."
    )
    assert pairing.undecided_offenders == tuple(offenders)
    assert pairing.unpaired_offenders == ()
    assert pairing.unpaired_records == ()


def test_an_identifier_holds_when_one_fact_agrees_and_others_do_not() -> None:
    offenders = [
        make_row("F1", "Zorbly", "Zeb", "1980-01-02", register_id="R1"),
        make_row("F2", "Fauxley", "Samplo", "1970-05-06", register_id="R2"),
        make_row("F3", "Null", "Quox", None, register_id="R3"),
    ]
    records = [
        make_record("R1", "Mockworth", "Fictus", "1980-01-02"),
        make_record("R2", "Fauxley", "Samplo", "1991-12-31"),
        make_record("R3", None, None, "1970-05-06"),
    ]
    assert pairs_of(pair_people(offenders, records)) == {"F1": "R1", "F2": "R2", "F3": "R3"}


def test_people_whose_identifier_was_contradicted_pair_with_nobody_by_names() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1"), make_row("F2", *FICTUS)]
    records = [make_record("R1", *FICTUS), make_record("R2", *ZEB)]
    pairing = pair_people(offenders, records)
    assert pairing.pairs == ()
    assert queue_of(pairing) == {"R1": ["F2", "F1"], "R2": ["F1"]}


def test_two_records_that_fit_one_person_alike_are_left_to_a_person() -> None:
    offenders = [make_row("F1", *ZEB)]
    pairing = pair_people(offenders, [make_record("R7", *ZEB), make_record("R8", *ZEB)])
    assert pairing.pairs == ()
    assert queue_of(pairing) == {"R7": ["F1"], "R8": ["F1"]}
    assert pairing.queue[0].reason == "F1 fits, and fits R8 about as well."


def test_the_chance_and_the_weight_of_a_candidate_are_shown() -> None:
    pairing = pair_people([make_row("F1", *ZEB)], [make_record("R7", *ZEB), make_record("R8", *ZEB)])
    (candidate,) = pairing.queue[0].candidates
    assert candidate.chance is not None
    assert 0.45 < candidate.chance < 0.5
    assert candidate.weight > 20
    assert candidate.reason == (
        "The family name is the same, the given names are the same, the date of birth is the same."
    )


def test_nobody_on_either_list() -> None:
    assert pair_people([], []).pairs == ()
