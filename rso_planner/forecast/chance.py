"""Random numbers that are the same in every scenario: one for each person, week and subject.

A scenario with more people or fewer visits looks at other numbers for nobody else, so that a difference between
two scenarios is a difference of the scenarios.
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
    SEEN = 4
    ARMS_RESULT = 5
    DECISION = 6
    TEMPLATE = 7


def draw_week(seed: int, replication: int, week: int, people: int) -> Draws:
    """Numbers from 0 to 1, a row for each person and a column for each subject; more people only add rows."""
    stream = np.random.Generator(np.random.Philox(key=[seed, replication], counter=[0, 0, 0, week]))
    return stream.random((people, len(Subject)))
