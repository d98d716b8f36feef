"""What a person decided wins over everything, until it is undone."""

from rso_planner.domain.pair_decision import PairVerdict
from rso_planner.domain.pairing import PairBasis
from rso_planner.reconciliation.pairing.pair_people import pair_people
from tests.reconciliation.pairing.lists import (
    make_decision,
    make_record,
    make_row,
    pairs_of,
    queue_of,
    second_records_of,
    second_rows_of,
)

ACCEPTED, REJECTED, UNDONE = PairVerdict.ACCEPTED, PairVerdict.REJECTED, PairVerdict.UNDONE
ZEB = ("Zorbly", "Zeb", "1980-01-02")
FICTUS = ("Mockworth", "Fictus", "1955-11-30")


def test_an_accepted_pair_is_paired_whatever_the_facts_say() -> None:
    pairing = pair_people(
        [make_row("F1", *ZEB)], [make_record("R1", *FICTUS)], [make_decision("R1", "F1", ACCEPTED)]
    )
    assert pairs_of(pairing) == {"F1": "R1"}
    assert pairing.pairs[0].basis is PairBasis.DECIDED


def test_an_accepted_pair_settles_a_contradicted_identifier() -> None:
    offenders, records = [make_row("F1", *ZEB, register_id="R1")], [make_record("R1", *FICTUS)]
    assert queue_of(pair_people(offenders, records)) == {"R1": ["F1"]}
    pairing = pair_people(offenders, records, [make_decision("R1", "F1", ACCEPTED)])
    assert (pairs_of(pairing), pairing.queue) == ({"F1": "R1"}, ())


def test_an_accepted_record_is_not_given_to_the_holder_of_its_identifier() -> None:
    offenders = [make_row("F1", *ZEB), make_row("F2", *ZEB, register_id="R1")]
    pairing = pair_people(offenders, [make_record("R1", *ZEB)], [make_decision("R1", "F1", ACCEPTED)])
    assert pairs_of(pairing) == {"F1": "R1"}


def test_a_record_accepted_beside_one_paired_by_identifier_is_a_second_one() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1")]
    records = [make_record("R0", *FICTUS), make_record("R1", *ZEB)]
    pairing = pair_people(offenders, records, [make_decision("R0", "F1", ACCEPTED)])
    assert pairs_of(pairing) == {"F1": "R1"}
    assert second_records_of(pairing) == {"R0": "R1"}
    assert pairing.duplicate_records[0].reason == "A person accepted both for one person."


def test_a_record_accepted_for_one_person_is_no_second_one_of_another() -> None:
    offenders = [make_row("F1", *FICTUS, register_id="R5")]
    records = [
        make_record("R1", "Zorbly", "Zeb", None),
        make_record("R2", *ZEB, offender_id="F1"),
        make_record("R5", *FICTUS),
    ]
    pairing = pair_people(offenders, records, [make_decision("R1", "F1", ACCEPTED)])
    assert second_records_of(pairing) == {"R1": "R5"}


def test_a_row_accepted_beside_another_is_a_second_one() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1"), make_row("F2", *FICTUS)]
    decisions = [make_decision("R1", "F2", ACCEPTED), make_decision("R1", "F1", ACCEPTED)]
    pairing = pair_people(offenders, [make_record("R1", *ZEB)], decisions)
    assert pairs_of(pairing) == {"F1": "R1"}
    assert second_rows_of(pairing) == {"F2": "F1"}


def test_a_rejected_pair_is_never_paired_nor_shown_again() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1")]
    records = [make_record("R1", *ZEB, offender_id="F1")]
    pairing = pair_people(offenders, records, [make_decision("R1", "F1", REJECTED)])
    assert pairing.pairs == ()
    assert pairing.queue == ()
    assert pairing.unpaired_offenders == tuple(offenders)
    assert pairing.unpaired_records == tuple(records)


def test_a_rejected_record_is_no_second_one() -> None:
    offenders = [make_row("F1", *ZEB, register_id="R1")]
    records = [make_record("R1", *ZEB), make_record("R2", *ZEB, offender_id="F1")]
    pairing = pair_people(offenders, records, [make_decision("R2", "F1", REJECTED)])
    assert pairing.duplicate_records == ()
    assert [each.register_id for each in pairing.unpaired_records] == ["R2"]


def test_rejecting_one_of_two_candidates_pairs_the_other() -> None:
    offenders, records = [make_row("F1", *ZEB), make_row("F2", *ZEB)], [make_record("R1", *ZEB)]
    assert queue_of(pair_people(offenders, records)) == {"R1": ["F1", "F2"]}
    pairing = pair_people(offenders, records, [make_decision("R1", "F1", REJECTED)])
    assert pairs_of(pairing) == {"F2": "R1"}


def test_the_last_decision_stands_and_an_undone_one_leaves_the_pair_open() -> None:
    offenders, records = [make_row("F1", *ZEB)], [make_record("R1", *ZEB)]
    rejected, accepted = make_decision("R1", "F1", REJECTED), make_decision("R1", "F1", ACCEPTED)
    assert pairs_of(pair_people(offenders, records, [accepted, rejected])) == {}
    assert pairs_of(pair_people(offenders, records, [rejected, accepted])) == {"F1": "R1"}
    undone = pair_people(offenders, records, [rejected, make_decision("R1", "F1", UNDONE)])
    assert [each.basis for each in undone.pairs] == [PairBasis.NAMES]


def test_a_decision_on_somebody_who_is_on_no_list_any_more_does_nothing() -> None:
    decisions = [make_decision("R9", "F1", ACCEPTED), make_decision("R1", "F9", ACCEPTED)]
    pairing = pair_people([make_row("F1", *ZEB)], [make_record("R1", *ZEB)], decisions)
    assert pairs_of(pairing) == {"F1": "R1"}
