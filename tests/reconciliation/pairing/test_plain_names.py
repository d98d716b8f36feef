"""What two lists do to a name does not show any more."""

import pytest

from rso_planner.reconciliation.pairing.plain_names import plain_words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Zorbly", ("zorbly",)),
        ("ZORBLY", ("zorbly",)),
        ("  Zorbly ", ("zorbly",)),
        ("Placeholdér", ("placeholder",)),
        ("Ünreal", ("unreal",)),
        ("Łorem-Prøve", ("lorem", "prove")),
        ("Weißmock", ("weissmock",)),
        ("O'Fiction", ("ofiction",)),
        ("O’Fiction", ("ofiction",)),
        ("Notreal-Madeup", ("notreal", "madeup")),
        ("Notreal Madeup", ("notreal", "madeup")),
        ("van der Mock", ("van", "der", "mock")),
        ("Z.T.", ("z", "t")),
        ("Ｚｏｒｂｌｙ", ("zorbly",)),
        ("NA", ("na",)),
        ("Null", ("null",)),
        ("True", ("true",)),
    ],
)
def test_case_accents_apostrophes_and_hyphens_do_not_count(written: str, words: tuple[str, ...]) -> None:
    assert plain_words(written) == words


@pytest.mark.parametrize("written", [None, "", "   ", "-", "?", "12", "'"])
def test_a_name_without_a_letter_says_nothing(written: str | None) -> None:
    assert plain_words(written) == ()
