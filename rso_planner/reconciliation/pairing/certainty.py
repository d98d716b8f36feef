"""When names and date of birth alone leave no doubt.

Chance is one danger, relatives are the other: a father and a son may share both names, and twins a family name and
the date of birth. So however rare the names are, the date of birth and the given names must agree at least nearly.
The family name must be said; it may differ, as after a marriage.
"""

from rso_planner.reconciliation.pairing.agreement import BirthAgreement, NameAgreement
from rso_planner.reconciliation.pairing.evidence import Weighed

CERTAIN = 0.99
"""A pair that is this likely leaves no doubt, if its facts agree as they must."""

BIRTHS_THAT_AGREE = frozenset(
    {BirthAgreement.SAME, BirthAgreement.DAY_AND_MONTH_SWAPPED, BirthAgreement.ONE_DIGIT}
)
"""Agreements of the dates of birth that no relative but a twin has."""

_NAMES_THAT_DO_NOT = frozenset({NameAgreement.DIFFERENT, NameAgreement.ALIKE, NameAgreement.NOT_SAID})


def leaves_no_doubt(chance: float, weighed: Weighed) -> bool:
    """Tell whether a pair this likely is certain by its names and date of birth."""
    return chance >= CERTAIN and may_be_certain(weighed)


def may_be_certain(weighed: Weighed) -> bool:
    """Tell whether the facts agree as they must, so that no relative can be meant."""
    if weighed.birth not in BIRTHS_THAT_AGREE or weighed.given in _NAMES_THAT_DO_NOT:
        return False
    if weighed.has_swapped_names:
        return weighed.family not in _NAMES_THAT_DO_NOT
    return weighed.family is not NameAgreement.NOT_SAID


def is_contradicted(weighed: Weighed) -> bool:
    """Tell whether given names or date of birth are another person's, as a twin's or a son's are."""
    is_other_birth = weighed.birth not in (*BIRTHS_THAT_AGREE, BirthAgreement.NOT_SAID)
    return is_other_birth or weighed.given is NameAgreement.DIFFERENT
