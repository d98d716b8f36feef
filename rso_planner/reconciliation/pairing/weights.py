"""How much each agreement of two names or two dates of birth says, in bits.

A weight is log2(m / u): how often one person's two rows agree so, against how often two people's do by chance. The
values are assumed, and close to those that expectation maximisation finds on FEBRL's fourth data set. That of the
same name or the same day is not here: it goes by how many people have it (`rarity.py`).
"""

from collections.abc import Mapping

from rso_planner.reconciliation.pairing.agreement import BirthAgreement, NameAgreement

FAMILY_WEIGHTS: Mapping[NameAgreement, float] = {
    NameAgreement.NEARLY: 6.5,
    NameAgreement.IN_PART: 6.0,
    NameAgreement.ALIKE: 2.0,
    NameAgreement.DIFFERENT: -4.5,
    NameAgreement.NOT_SAID: 0.0,
}
"""For two family names."""

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
"""For the given names of two people."""

BIRTH_WEIGHTS: Mapping[BirthAgreement, float] = {
    BirthAgreement.DAY_AND_MONTH_SWAPPED: 8.0,
    BirthAgreement.ONE_DIGIT: 4.0,
    BirthAgreement.TWO_PARTS: 1.0,
    BirthAgreement.DIFFERENT: -6.0,
    BirthAgreement.NOT_SAID: 0.0,
}
"""For two dates of birth."""

SWAPPED_NAMES = -4.5
"""For reading the family name as given names and the other way round."""
