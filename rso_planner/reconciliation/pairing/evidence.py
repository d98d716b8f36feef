"""What names and date of birth say for or against two rows being one person, as weights that add up.

The weights are in bits (Fellegi and Sunter 1969): one bit more makes it twice as likely that it is one person,
against two people who are alike by chance. A name or a day that many people share says less than a rare one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from math import log2
from typing import Generic, NamedTuple, TypeVar

from rso_planner.reconciliation.pairing.agreement import (
    BirthAgreement,
    NameAgreement,
    compare_births,
    compare_family_names,
    compare_given_names,
)
from rso_planner.reconciliation.pairing.particulars import Name, Particulars

FAMILY_WEIGHTS: Mapping[NameAgreement, float] = {
    NameAgreement.NEARLY: 6.5,
    NameAgreement.IN_PART: 6.0,
    NameAgreement.ALIKE: 2.0,
    NameAgreement.DIFFERENT: -4.5,
    NameAgreement.NOT_SAID: 0.0,
}
"""What each agreement of the family names says; that of the same name goes by how many people bear it."""

GIVEN_WEIGHTS: Mapping[NameAgreement, float] = {
    NameAgreement.NEARLY: 6.0,
    NameAgreement.IN_PART: 4.0,
    NameAgreement.SHORT_FORM: 4.0,
    NameAgreement.ANOTHER_PLACE: 3.0,
    NameAgreement.INITIAL: 2.0,
    NameAgreement.ALIKE: 1.0,
    NameAgreement.DIFFERENT: -4.0,
    NameAgreement.NOT_SAID: 0.0,
}
"""What each agreement of the given names says; that of the same first name goes by how many people bear it."""

BIRTH_WEIGHTS: Mapping[BirthAgreement, float] = {
    BirthAgreement.DAY_AND_MONTH_SWAPPED: 8.0,
    BirthAgreement.ONE_DIGIT: 4.0,
    BirthAgreement.TWO_PARTS: 1.0,
    BirthAgreement.DIFFERENT: -6.0,
    BirthAgreement.NOT_SAID: 0.0,
}
"""What each agreement of the dates of birth says; that of the same day goes by how many were born on it."""

SWAPPED_NAMES = -4.5
"""What it costs to read the family name as given name and the other way round."""

Value = TypeVar("Value")


class Rarity(Generic[Value]):
    """How much it says that two people share a value, by how many people of both lists have it.

    In short lists the counts say little, so `usual` people out of one stand beside them.
    """

    def __init__(self, values: Iterable[Value], usual_share: float, usual_people: float) -> None:
        self._count = Counter(values)
        self._usual = usual_share * usual_people
        self._people = self._count.total() + usual_people
        self._known: dict[Value, float] = {}

    def bits(self, value: Value) -> float:
        """The weight of sharing the value."""
        if value not in self._known:
            others = max(self._count[value] - 2, 0)
            self._known[value] = log2(self._people / (others + self._usual))
        return self._known[value]


class Weighed(NamedTuple):
    """The evidence on two rows: its weight in bits, and what agrees how.

    Where the names are read as swapped, `family` and `given` say how the family name of the one agrees with the
    given names of the other, and the other way round.
    """

    weight: float
    family: NameAgreement
    given: NameAgreement
    birth: BirthAgreement
    has_swapped_names: bool = False


_CANNOT_BE_SWAPPED = frozenset({NameAgreement.SAME, NameAgreement.IN_PART, NameAgreement.NEARLY})


class Evidence:
    """Weighs the particulars of two rows by the names and days that the two lists hold."""

    def __init__(self, everybody: Iterable[Particulars]) -> None:
        people = tuple(everybody)
        self._family = Rarity((each.family.together for each in people if each.family.words), 1 / 2000, 1000)
        self._given = Rarity((each.given.words[0] for each in people if each.given.words), 1 / 200, 1000)
        self._born: Rarity[date] = Rarity((each.born for each in people if each.born), 1 / 20000, 20000)

    def weigh(self, one: Particulars, other: Particulars) -> Weighed:
        """The evidence that the two are one person; its weight is the same whichever stands first."""
        birth_weight, birth = self._weigh_births(one.born, other.born)
        family_weight, family = self._weigh_family_names(one.family, other.family)
        given_weight, given = self._weigh_given_names(one.given, other.given)
        weight = birth_weight + family_weight + given_weight
        if family not in _CANNOT_BE_SWAPPED and given not in _CANNOT_BE_SWAPPED:
            first_weight, first = self._weigh_family_names(one.family, other.given)
            second_weight, second = self._weigh_family_names(one.given, other.family)
            swapped = birth_weight + first_weight + second_weight + SWAPPED_NAMES
            if swapped > weight:
                return Weighed(swapped, first, second, birth, True)
        return Weighed(weight, family, given, birth)

    def _weigh_family_names(self, one: Name, other: Name) -> tuple[float, NameAgreement]:
        agreement = compare_family_names(one, other)
        if agreement is NameAgreement.SAME:
            return self._family.bits(one.together), agreement
        return FAMILY_WEIGHTS[agreement], agreement

    def _weigh_given_names(self, one: Name, other: Name) -> tuple[float, NameAgreement]:
        agreement = compare_given_names(one, other)
        if agreement is NameAgreement.SAME:
            # Either may be the shorter one; the commoner of two ways to write it counts.
            return min(self._given.bits(one.words[0]), self._given.bits(other.words[0])), agreement
        return GIVEN_WEIGHTS[agreement], agreement

    def _weigh_births(self, one: date | None, other: date | None) -> tuple[float, BirthAgreement]:
        agreement = compare_births(one, other)
        if agreement is BirthAgreement.SAME and one is not None:
            return self._born.bits(one), agreement
        return BIRTH_WEIGHTS[agreement], agreement
