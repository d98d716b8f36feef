"""Who is compared with whom: whoever shares enough to be one person is found, and hardly anybody else."""

from datetime import date

import pytest

from rso_planner.reconciliation.pairing.blocking import find_pairs
from rso_planner.reconciliation.pairing.particulars import Particulars, name_of


def _person(family: str | None, given: str | None, born: str | None) -> Particulars:
    return Particulars(name_of(family), name_of(given), date.fromisoformat(born) if born else None)


ZEB = _person("Zorbly", "Zeb Test", "1980-01-02")


@pytest.mark.parametrize(
    "other",
    [
        _person("Null", "Quox", "1980-01-02"),
        _person("Null", "Quox", "1980-02-01"),
        _person("Zorbly", "Zeb", "1955-11-30"),
        _person("Zeb", "Zorbly", None),
        _person("Zorbly", "Quox", "1980-01-12"),
        _person("Null", "Zeb", "1980-11-02"),
        _person("Zorbyl", "Zebb", "1990-01-02"),
        _person("Zebb", "Zorbyl", "1980-01-12"),
        _person(None, "Zorbly", "1980-01-12"),
    ],
    ids=[
        *("the date of birth", "the date of birth swapped", "both names", "both names swapped"),
        *("a family name, year and month", "a given name, year and day", "initials, month and day"),
        *("initials swapped, year and month", "one name in the other's place, year and month"),
    ],
)
def test_who_shares_enough_is_found(other: Particulars) -> None:
    assert list(find_pairs([ZEB], [_person("Null", "Quox", "1955-11-30"), other])) == [(0, [1])]


@pytest.mark.parametrize(
    "other",
    [
        _person("Zorbly", "Quox", "1955-11-30"),
        _person("Null", "Quox", "1980-01-12"),
        _person("Zorbyl", "Zebb", "1955-11-30"),
        _person("Zorbyl", "Zeb", None),
        _person(None, None, None),
    ],
    ids=["one name", "two parts of the birth", "initials", "one name, no birth", "nothing"],
)
def test_who_shares_less_is_not(other: Particulars) -> None:
    assert list(find_pairs([ZEB], [other])) == []


def test_people_who_say_nothing_are_not_found_among_themselves() -> None:
    nobody = _person(None, None, None)
    assert list(find_pairs([nobody], [nobody, nobody])) == []
