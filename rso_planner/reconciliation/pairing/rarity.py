"""How much it says that two people share a name or a day: less, the more people of both lists have it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Usual:
    """How large a share of people usually have one value, and how many such people stand beside a list.

    On a short list nearly everything is rare by count: the people who stand beside it keep the weights sensible.
    """

    share: float
    people: int


USUAL_FAMILY_NAME = Usual(1 / 2000, 1000)
USUAL_GIVEN_NAME = Usual(1 / 200, 1000)
USUAL_BIRTH = Usual(1 / 20_000, 20_000)
"""Assumed: family names and given names as unevenly shared out as British ones, and 55 years of dates of birth."""


class Rarity(Generic[Value]):
    """The weight of sharing each value, by how often it stands on both lists together."""

    def __init__(self, values: Iterable[Value], usual: Usual) -> None:
        self._count = Counter(values)
        self._usual = usual.share * usual.people
        self._people = self._count.total() + usual.people
        self._known: dict[Value, float] = {}

    def bits(self, value: Value) -> float:
        """The weight, in bits: one for every halving of the share of other people who have the value."""
        if value not in self._known:
            # The two rows that share it are no evidence of how many others have it.
            others = max(self._count[value] - 2, 0)
            self._known[value] = log2(self._people / (others + self._usual))
        return self._known[value]
