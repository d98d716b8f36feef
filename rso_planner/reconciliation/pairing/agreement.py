"""How far two names or two dates of birth agree, in the words that explain a pair."""

from datetime import date
from enum import Enum

from rapidfuzz.distance import OSA, JaroWinkler

from rso_planner.reconciliation.pairing.nicknames import are_forms_of_one_name
from rso_planner.reconciliation.pairing.particulars import Name

_NEARLY = 0.92
_ALIKE = 0.82
"""Jaro-Winkler similarities; one letter more, less, other or exchanged is nearly the same too."""

_PARTICLES = frozenset(
    {
        *(
            "al",
            "ap",
            "bin",
            "da",
            "de",
            "del",
            "della",
            "den",
            "der",
            "di",
            "dos",
            "du",
            "el",
            "fitz",
            "ibn",
            "la",
        ),
        *("le", "mac", "mc", "o", "saint", "san", "st", "ten", "ter", "van", "von"),
    }
)
"""Words that belong to a name and are no half of a double one."""


class NameAgreement(Enum):
    """How two family names, or the given names of two people, agree; the value is how it is said."""

    SAME = "the same"
    IN_PART = "the same in part"
    NEARLY = "nearly the same"
    SHORT_FORM = "forms of one name"
    ANOTHER_PLACE = "the same in another order"
    INITIAL = "the same as far as the initials go"
    ALIKE = "alike"
    DIFFERENT = "different"
    NOT_SAID = "missing on one list or both"


class BirthAgreement(Enum):
    """How two dates of birth agree; the value is how it is said."""

    SAME = "the same"
    DAY_AND_MONTH_SWAPPED = "the same with day and month swapped"
    ONE_DIGIT = "one digit apart"
    TWO_PARTS = "the same in two parts of three"
    DIFFERENT = "different"
    NOT_SAID = "missing on one list or both"


def compare_family_names(one: Name, other: Name) -> NameAgreement:
    """How two family names agree; a double name agrees in part with either half."""
    if not one.words or not other.words:
        return NameAgreement.NOT_SAID
    if one.together == other.together:
        return NameAgreement.SAME
    is_double = len(one.words) > 1 or len(other.words) > 1
    if is_double and set(one.words).intersection(other.words) - _PARTICLES:
        return NameAgreement.IN_PART
    return _likeness(one.together, other.together)


def compare_given_names(one: Name, other: Name) -> NameAgreement:
    """How the given names of two people agree; the first counts most, and further names may be left out."""
    if not one.words or not other.words:
        return NameAgreement.NOT_SAID
    first, second = one.words[0], other.words[0]
    if len(first) == 1 or len(second) == 1:
        return _compare_initials(one, other)
    if first == second:
        both_go_on = len(one.words) > 1 and len(other.words) > 1
        return NameAgreement.IN_PART if both_go_on and one != other else NameAgreement.SAME
    if one.together == other.together:
        return NameAgreement.SAME
    if first in other.words or second in one.words:
        return NameAgreement.ANOTHER_PLACE
    if are_forms_of_one_name(first, second):
        return NameAgreement.SHORT_FORM
    return _likeness(first, second)


def _compare_initials(one: Name, other: Name) -> NameAgreement:
    ours, theirs = ({word[0] for word in name.words} for name in (one, other))
    agree = ours <= theirs or theirs <= ours
    return NameAgreement.INITIAL if agree else NameAgreement.DIFFERENT


def compare_births(one: date | None, other: date | None) -> BirthAgreement:
    """How two dates of birth agree."""
    if one is None or other is None:
        return BirthAgreement.NOT_SAID
    if one == other:
        return BirthAgreement.SAME
    same_year, same_month, same_day = one.year == other.year, one.month == other.month, one.day == other.day
    if same_year and one.month == other.day and one.day == other.month:
        return BirthAgreement.DAY_AND_MONTH_SWAPPED
    # A digit in one part, or two exchanged across two parts.
    if same_year + same_month + same_day == 0:
        return BirthAgreement.DIFFERENT
    if OSA.distance(f"{one:%Y%m%d}", f"{other:%Y%m%d}", score_cutoff=1) == 1:
        return BirthAgreement.ONE_DIGIT
    parts = same_year + same_month + same_day
    return BirthAgreement.TWO_PARTS if parts == 2 else BirthAgreement.DIFFERENT


def _likeness(one: str, other: str) -> NameAgreement:
    likeness = JaroWinkler.similarity(one, other, score_cutoff=_ALIKE)
    if likeness < _ALIKE:
        return NameAgreement.DIFFERENT
    if likeness >= _NEARLY or OSA.distance(one, other, score_cutoff=1) == 1:
        return NameAgreement.NEARLY
    return NameAgreement.ALIKE
