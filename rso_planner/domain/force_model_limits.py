"""What a parameter of a force model may be; each function makes a field that carries its limits."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Shape(StrEnum):
    """How a parameter is written in a force model's file."""

    NUMBER = "number"
    DAY = "day"
    BY_RISK = "a number for each risk level"
    WEIGHTS = "a number for each word"
    WEIGHTS_BY_RISK = "a number for each word, for each risk level"
    TEXTS = "a list of texts"
    TOWNS = "a list of towns"


@dataclass(frozen=True, slots=True)
class ModelLimits:
    """What a parameter may be: its unit, its shape, a range for its numbers, and the words it must have."""

    unit: str
    shape: Shape
    lowest: float = 0
    highest: float = 0
    words: tuple[str, ...] = ()
    whole: bool = False


def number_of(unit: str, lowest: float, highest: float) -> Any:
    """A number in a range."""
    return field(metadata={"limits": ModelLimits(unit, Shape.NUMBER, lowest, highest)})


def count_of(unit: str, highest: int = 1_000_000) -> Any:
    """A whole number from 0."""
    return field(metadata={"limits": ModelLimits(unit, Shape.NUMBER, 0, highest, whole=True)})


def share() -> Any:
    """A share from 0 to 1."""
    return field(metadata={"limits": ModelLimits("share", Shape.NUMBER, 0, 1)})


def by_risk(unit: str, highest: float) -> Any:
    """A number from 0 for each risk level."""
    return field(metadata={"limits": ModelLimits(unit, Shape.BY_RISK, 0, highest)})


def shares(*words: str) -> Any:
    """A share from 0 to 1 for each of the words; they stand alone and need no sum."""
    return field(metadata={"limits": ModelLimits("share", Shape.WEIGHTS, 0, 1, words)})


def weights(*words: str) -> Any:
    """A weight for each of the words, or for words of the file's own choice."""
    return field(metadata={"limits": ModelLimits("weight", Shape.WEIGHTS, 0, 1_000_000, words)})


def counts(*words: str) -> Any:
    """A number of people for each of the words; all may be 0."""
    return field(metadata={"limits": ModelLimits("people", Shape.WEIGHTS, 0, 1_000_000, words, whole=True)})


def days(*words: str) -> Any:
    """A number of days, at least 1, for each of the words."""
    return field(metadata={"limits": ModelLimits("days", Shape.WEIGHTS, 1, 36_500, words)})


def weights_by_risk(*words: str) -> Any:
    """Weights for each risk level."""
    return field(metadata={"limits": ModelLimits("weight", Shape.WEIGHTS_BY_RISK, 0, 1_000_000, words)})


def texts(unit: str) -> Any:
    """A list of texts."""
    return field(metadata={"limits": ModelLimits(unit, Shape.TEXTS)})


def day() -> Any:
    """A day of the calendar."""
    return field(metadata={"limits": ModelLimits("day", Shape.DAY)})


def town_list() -> Any:
    """The towns with their areas."""
    return field(metadata={"limits": ModelLimits("towns", Shape.TOWNS)})
