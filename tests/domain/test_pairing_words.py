"""A pairing as it is told to people."""

import pytest

from rso_planner.domain.offender import Offender, Status
from rso_planner.domain.pair_decision import PairVerdict
from rso_planner.domain.pairing import Candidate, Duplicate, Pair, PairBasis, Pairing
from rso_planner.domain.pairing_words import (
    candidate_in_words,
    decision_in_words,
    facts_in_words,
    pairing_sentences,
)
from rso_planner.domain.register_record import RegisterRecord
from tests.domain.cases import make_offender
from tests.reconciliation.pairing.lists import make_decision, make_record, make_row


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (
            make_offender(
                family_name="NA",
                given_names="Zeb",
                date_of_birth="1980-01-02",
                status=Status.TRANSFERRED_OUT,
                area="Quillmere",
                officer_id="OM-01",
            ),
            "NA, Zeb; born 2 January 1980; high risk; transferred out; area Quillmere; officer OM-01",
        ),
        (make_record("R1"), "family name not said, given names not said; date of birth not said"),
    ],
    ids=["everything", "nothing"],
)
def test_the_facts_by_which_people_tell_two_rows_apart(listed: Offender | RegisterRecord, words: str) -> None:
    assert facts_in_words(listed) == words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (PairVerdict.ACCEPTED, "R1 and F1: one person (DS Invented, 23 November 2026)"),
        (PairVerdict.REJECTED, "R1 and F1: two people (DS Invented, 23 November 2026)"),
    ],
)
def test_a_decision(verdict: PairVerdict, words: str) -> None:
    assert decision_in_words(make_decision("R1", "F1", verdict)) == words


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.345, "34% likely. Made up."),
        (0.99, "99% likely. Made up."),
        (0.9999, "More than 99% likely. Made up."),
        (None, "Made up."),
    ],
)
def test_a_candidate_is_never_told_to_be_certain(chance: float | None, words: str) -> None:
    assert (
        candidate_in_words(Candidate(offender=make_row("F1"), chance=chance, weight=9.0, reason="Made up."))
        == words
    )


def test_how_many_are_on_both_lists_and_how_that_is_known() -> None:
    row, record = make_row("F1"), make_record("R1")
    pairing = Pairing(
        pairs=(Pair(offender=row, record=record, basis=PairBasis.NAMES, reason="made up"),),
        queue=(),
        undecided_offenders=(),
        unpaired_offenders=(make_row("F2"), make_row("F3")),
        unpaired_records=(make_record("R2"),),
        duplicate_offenders=(),
        duplicate_records=(Duplicate(kept=record, second=make_record("R3"), reason="made up"),),
    )
    assert pairing_sentences(pairing) == [
        "1 person on both lists for certain:",
        "        1 by names and date of birth",
        "On one list only: 1 record of the register, 2 people of the force.",
        "About somebody who is on the same list already: 1 record of the register, 0 rows of the force.",
    ]
