"""The steps of a scale, in round numbers."""


def round_step(length: float, most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, ... of which at most so many are needed for the length."""
    size = 1
    while True:
        for first in (1, 2, 5):
            if length <= first * size * most:
                return first * size
        size *= 10
