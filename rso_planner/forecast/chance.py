"""Random numbers that are the same in every scenario.

What happens to a person is one number for each person, week and subject; what an attempt comes to is one for each
person and attempt, so that a visit that a scenario makes earlier or later has the same luck. A scenario with more
people or fewer visits looks at other numbers for nobody else: a difference between two scenarios is theirs alone.
"""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Draws = NDArray[np.float64]


class Subject(IntEnum):
    """What a number decides; each subject has its own column."""

    EVENT = 0
    EVENT_KIND = 1
    RISK = 2
    MOVE = 3
    DECISION = 4
    TEMPLATE = 5


class Luck(IntEnum):
    """What the number of an attempt decides."""

    SEEN = 0
    ARMS_RESULT = 1


_ATTEMPTS = 128
_WEEKS, _ATTEMPTS_OF_PEOPLE = 0, 1


def draw_week(seed: int, replication: int, week: int, people: int) -> Draws:
    """Numbers from 0 to 1, a row for each person and a column for each subject; more people only add rows."""
    stream = np.random.Generator(np.random.Philox(key=[seed, replication], counter=[0, 0, _WEEKS, week]))
    return stream.random((people, len(Subject)))


def draw_attempts(seed: int, replication: int, people: int) -> Draws:
    """Numbers from 0 to 1 by person, attempt and luck; more people only add rows."""
    stream = np.random.Generator(np.random.Philox(key=[seed, replication], counter=[0, 0, _ATTEMPTS_OF_PEOPLE, 0]))
    return stream.random((people, _ATTEMPTS, len(Luck)))


def luck_of(attempts: Draws, person: int, attempt: int, luck: Luck) -> float:
    """The number of one attempt of a person; a person visited very often meets the same numbers again."""
    return float(attempts[person, attempt % _ATTEMPTS, luck])
