"""How far two names or two dates of birth agree, in the words that explain a pair."""

from datetime import date
from enum import Enum

from rapidfuzz.distance import OSA, JaroWinkler

from rso_planner.reconciliation.pairing.nicknames import are_forms_of_one_name

_NEARLY = 0.92
_ALIKE = 0.82
"""Jaro-Winkler similarities; one letter more, less, other or exchanged is nearly the same too."""

_SHORTEST_HALF = 3
"""Words such as 'de' or 'Mc' are no half of a double name."""


class NameAgreement(Enum):
    """How two family names, or the given names of two people, agree; the value is how it is said."""

    SAME = "the same"
    IN_PART = "the same in part"
    NEARLY = "nearly the same"
    SHORT_FORM = "two forms of one name"
    ANOTHER_PLACE = "the same in another order"
    INITIAL = "the same initial"
    ALIKE = "alike"
    DIFFERENT = "different"
    NOT_SAID = "not said"


class BirthAgreement(Enum):
    """How two dates of birth agree; the value is how it is said."""

    SAME = "the same"
    DAY_AND_MONTH_SWAPPED = "the same with day and month swapped"
    ONE_DIGIT = "one digit apart"
    TWO_PARTS = "the same in two parts of three"
    DIFFERENT = "different"
    NOT_SAID = "not said"


def compare_family_names(one: tuple[str, ...], other: tuple[str, ...]) -> NameAgreement:
    """How two family names agree; a double name agrees in part with either half."""
    if not one or not other:
        return NameAgreement.NOT_SAID
    if one == other or "".join(one) == "".join(other):
        return NameAgreement.SAME
    if any(len(word) >= _SHORTEST_HALF for word in set(one).intersection(other)):
        return NameAgreement.IN_PART
    return _likeness("".join(one), "".join(other))


def compare_given_names(one: tuple[str, ...], other: tuple[str, ...]) -> NameAgreement:
    """How the given names of two people agree; the first counts most, and further names may be left out."""
    if not one or not other:
        return NameAgreement.NOT_SAID
    first, second = one[0], other[0]
    if len(first) == 1 or len(second) == 1:
        return NameAgreement.INITIAL if first[0] == second[0] else NameAgreement.DIFFERENT
    if first == second:
        return NameAgreement.IN_PART if len(one) > 1 and len(other) > 1 and one != other else NameAgreement.SAME
    if "".join(one) == "".join(other):
        return NameAgreement.SAME
    if first in other or second in one:
        return NameAgreement.ANOTHER_PLACE
    if are_forms_of_one_name(first, second):
        return NameAgreement.SHORT_FORM
    return _likeness(first, second)


def compare_births(one: date | None, other: date | None) -> BirthAgreement:
    """How two dates of birth agree."""
    if one is None or other is None:
        return BirthAgreement.NOT_SAID
    if one == other:
        return BirthAgreement.SAME
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return BirthAgreement.DAY_AND_MONTH_SWAPPED
    if OSA.distance(one.strftime("%Y%m%d"), other.strftime("%Y%m%d")) == 1:
        return BirthAgreement.ONE_DIGIT
    parts = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    return BirthAgreement.TWO_PARTS if parts == 2 else BirthAgreement.DIFFERENT


def _likeness(one: str, other: str) -> NameAgreement:
    if OSA.distance(one, other) == 1 and min(len(one), len(other)) > 2:
        return NameAgreement.NEARLY
    likeness = JaroWinkler.similarity(one, other)
    if likeness >= _NEARLY:
        return NameAgreement.NEARLY
    return NameAgreement.ALIKE if likeness >= _ALIKE else NameAgreement.DIFFERENT
