"""What the papers of a reconciliation say, in whole sentences, for few and for many."""

from dataclasses import replace

import pytest

from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.domain.discrepancy import Cause, Discrepancy
from rso_planner.domain.reconciliation import OverdueRange, Reconciliation
from rso_planner.domain.reconciliation_words import (
    bridge_sentence,
    cause_title,
    effect_words,
    explained_sentences,
    overdue_words,
    range_sentence,
    range_words,
    trend_sentence,
    undecided_sentence,
)
from tests.drawing.reconciliations import (
    Agreed,
    make_agreement,
    make_discrepancy,
    make_reconciliation,
    make_small_reconciliation,
)

ALIKE: Agreed = ("North Made-up", "OM-01", None, 1)


def _more(cause: Cause, count: int, first: int = 0) -> list[Discrepancy]:
    return [make_discrepancy(first + number, cause) for number in range(count)]


def _fewer(cause: Cause, count: int, first: int = 1000) -> list[Discrepancy]:
    changes = {"force_overdue": True, "register_overdue": False, "force_visits": 1, "register_visits": 0}
    return [make_discrepancy(first + number, cause, **changes) for number in range(count)]


def test_every_cause_has_a_title_that_fits_and_one_sentence() -> None:
    assert tuple(CAUSE_WORDS) == tuple(Cause)
    assert len({words.title for words in CAUSE_WORDS.values()}) == len(Cause)
    for words in CAUSE_WORDS.values():
        assert len(words.title) <= 31
        assert words.sentence.endswith(".")
        assert words.sentence.count(".") == 1


@pytest.mark.parametrize(
    ("found", "alike", "sentence"),
    [
        (_more(Cause.TYPE, 314), 98, "The force counts 98 people overdue, the register 412: 314 more."),
        (_fewer(Cause.TYPE, 1), 0, "The force counts 1 person overdue, the register 0: 1 fewer."),
        (_more(Cause.TYPE, 1200), 0, "The force counts 0 people overdue, the register 1,200: 1,200 more."),
        ([], 98, "The force and the register both count 98 people overdue."),
    ],
)
def test_the_two_totals_in_one_sentence(found: list[Discrepancy], alike: int, sentence: str) -> None:
    assert bridge_sentence(make_reconciliation(found, [ALIKE] * alike).people) == sentence


def test_the_totals_of_visits_in_one_sentence() -> None:
    assert bridge_sentence(make_agreement().visits) == "The force and the register both count 2 visits owed."


@pytest.mark.parametrize(
    ("found", "first"),
    [
        (_more(Cause.TYPE, 5), "The whole difference of 5 is explained."),
        (
            _more(Cause.TYPE, 5) + _more(Cause.UNEXPLAINED, 1, 50),
            "Of the difference of 6, 5 are explained and 1 is not.",
        ),
        (
            _fewer(Cause.TYPE, 5) + _fewer(Cause.UNEXPLAINED, 2, 50),
            "Of the difference of 7, 5 are explained and 2 are not.",
        ),
        (_more(Cause.UNEXPLAINED, 3), "Of the difference of 3, 0 are explained and 3 are not."),
        (
            _more(Cause.TYPE, 5) + _fewer(Cause.UNEXPLAINED, 2),
            "The causes found change the count by +5, what is not explained changes it by \N{MINUS SIGN}2.",
        ),
        (
            _more(Cause.TYPE, 2) + _fewer(Cause.CUTOFF, 2),
            "The totals are the same, and yet 4 people are overdue on one list only.",
        ),
        ([make_discrepancy(1, Cause.UNIT, force_overdue=True)], "The same people are overdue on both lists."),
    ],
)
def test_how_much_of_the_difference_is_explained(found: list[Discrepancy], first: str) -> None:
    assert explained_sentences(make_reconciliation(found))[0] == first


def test_for_how_many_people_a_cause_is_found() -> None:
    all_found = make_reconciliation(_more(Cause.TYPE, 2))
    assert (
        explained_sentences(all_found)[1] == "The lists differ on 2 people, and a cause is found for each of them."
    )
    mixed = make_reconciliation(_more(Cause.TYPE, 2) + _fewer(Cause.UNEXPLAINED, 1))
    assert explained_sentences(mixed)[1] == (
        "The lists differ on 3 people: a cause is found for 2 of them, and for 1 not."
    )


def test_two_lists_that_agree_are_said_to_agree_on_everybody() -> None:
    assert explained_sentences(make_agreement()) == ("The two lists agree on everybody.",)


def _with_range(lowest: int, highest: int) -> Reconciliation:
    return replace(make_agreement(), policy_overdue=OverdueRange(lowest=lowest, highest=highest))


def test_the_range_under_the_policy_and_what_it_means() -> None:
    assert range_words(_with_range(90, 1300)) == "90 to 1,300"
    assert range_sentence(_with_range(90, 130)) == (
        "Under the policy 90 people are overdue by the evidence of both lists, and 130 by that of either. Neither "
        "list is taken to be the truth: as far as the two can tell, the figure lies between, and to settle what "
        "they disagree on narrows it."
    )
    assert range_words(_with_range(98, 98)) == "98"
    assert range_sentence(_with_range(1, 1)) == (
        "Under the policy 1 person is overdue, whichever of the two lists is right."
    )


@pytest.mark.parametrize(
    ("count", "begins"),
    [
        (0, "No record of the register waits"),
        (1, "1 record of the register waits until"),
        (12, "12 records of the register wait until somebody says whom they are about. See them with"),
    ],
)
def test_records_that_wait_for_a_decision(count: int, begins: str) -> None:
    assert undecided_sentence(replace(make_agreement(), undecided_pairs=count)).startswith(begins)


def test_the_trend_names_the_day_of_the_earlier_reconciliation_or_says_that_there_is_none() -> None:
    assert trend_sentence(make_small_reconciliation()).startswith(
        "Since the reconciliation of 13 November 2026: 1 new, 1 standing and 3 gone."
    )
    assert trend_sentence(make_agreement()).startswith("No earlier reconciliation is kept")


@pytest.mark.parametrize(
    ("force", "register", "words"),
    [(True, True, "both"), (True, False, "force only"), (False, True, "register only"), (False, False, "neither")],
)
def test_on_which_list_a_person_is_overdue(force: bool, register: bool, words: str) -> None:
    found = make_discrepancy(1, Cause.TYPE, force_overdue=force, register_overdue=register)
    assert overdue_words(found) == words


def test_a_combined_cause_names_its_parts() -> None:
    found = make_discrepancy(1, Cause.COMBINED, parts=(Cause.RISK_CHANGE, Cause.ANCHOR))
    assert cause_title(found) == "Several causes together: Different risk level; Counted from another date"
    assert cause_title(make_discrepancy(1, Cause.TYPE)) == "Assessments among the visits"


def test_an_effect_has_its_sign_and_nothing_has_none() -> None:
    assert [effect_words(each) for each in (1234, -1234, 0)] == ["+1,234", "\N{MINUS SIGN}1,234", "0"]
