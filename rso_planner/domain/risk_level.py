"""How dangerous a person is judged to be; not the ARMS priority, not the MAPPA level."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")


class RiskLevel(StrEnum):
    """The four risk levels of the register, the most serious first."""

    VERY_HIGH = "very_high"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def is_high_or_above(self) -> bool:
        """Tell whether the person belongs to the two levels that are served first."""
        return self in (RiskLevel.VERY_HIGH, RiskLevel.HIGH)

    @property
    def rank(self) -> int:
        """The place in the order of seriousness: 0 for very high to 3 for low."""
        return _RANKS[self]

    @property
    def words(self) -> str:
        """The level as it is read aloud: 'very high'."""
        return self.value.replace("_", " ")


_RANKS = {level: rank for rank, level in enumerate(RiskLevel)}


@dataclass(frozen=True, slots=True)
class ByRisk(Mapping[RiskLevel, Value], Generic[Value]):
    """One value for each risk level."""

    very_high: Value
    high: Value
    medium: Value
    low: Value

    def __getitem__(self, risk_level: RiskLevel) -> Value:
        value: Value = getattr(self, risk_level)
        return value

    def __iter__(self) -> Iterator[RiskLevel]:
        return iter(RiskLevel)

    def __len__(self) -> int:
        return len(RiskLevel)
