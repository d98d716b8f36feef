"""What names and date of birth say for or against two rows being one person, as weights that add up.

The weights are in bits (Fellegi and Sunter 1969): one bit more makes it twice as likely that it is one person,
against two people who are alike by chance.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rso_planner.domain.pairing import FactEvidence
from rso_planner.reconciliation.pairing.agreement import (
    BirthAgreement,
    NameAgreement,
    compare_births,
    compare_family_names,
    compare_given_names,
)
from rso_planner.reconciliation.pairing.particulars import Name, Particulars
from rso_planner.reconciliation.pairing.rarity import (
    USUAL_BIRTH,
    USUAL_FAMILY_NAME,
    USUAL_GIVEN_NAME,
    Rarity,
)
from rso_planner.reconciliation.pairing.weights import (
    BIRTH_WEIGHTS,
    FAMILY_WEIGHTS,
    GIVEN_WEIGHTS,
    SWAPPED_NAMES,
)


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
        self._family = Rarity((each.family.together for each in people if each.family.words), USUAL_FAMILY_NAME)
        self._given = Rarity((each.given.words[0] for each in people if each.given.words), USUAL_GIVEN_NAME)
        self._born: Rarity[date] = Rarity((each.born for each in people if each.born), USUAL_BIRTH)

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

    def by_fact(self, one: Particulars, other: Particulars) -> tuple[FactEvidence, ...]:
        """The same evidence fact by fact; the weights add up to that of `weigh`."""
        weighed = self.weigh(one, other)
        born = FactEvidence("date of birth", weighed.birth.value, self._weigh_births(one.born, other.born)[0])
        if weighed.has_swapped_names:
            first, _ = self._weigh_family_names(one.family, other.given)
            second, _ = self._weigh_family_names(one.given, other.family)
            return (
                FactEvidence("family name beside given names", weighed.family.value, first),
                FactEvidence("given names beside family name", weighed.given.value, second),
                FactEvidence("names in each other's place", "swapped", SWAPPED_NAMES),
                born,
            )
        family, _ = self._weigh_family_names(one.family, other.family)
        given, _ = self._weigh_given_names(one.given, other.given)
        return (
            FactEvidence("family name", weighed.family.value, family),
            FactEvidence("given names", weighed.given.value, given),
            born,
        )

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
