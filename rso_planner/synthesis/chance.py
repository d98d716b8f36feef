"""Drawing by lot, the same on every platform: one named stream of chance for each person and subject."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from rso_planner.domain.refusal import InputRefusedError

Item = TypeVar("Item")

_SATURDAY = 5
_AT_THE_WEEKEND = 0.05


def stream(seed: int, *names: str) -> Random:
    """A stream of its own for these names, so that a change in one place moves nothing elsewhere."""
    # Random seeds itself from a text by SHA-512, which no platform and no PYTHONHASHSEED changes.
    return Random(":".join((str(seed), *names)))  # noqa: S311 - made-up people need no secret numbers


def draw_word(chance: Random, weights: Mapping[str, float]) -> str:
    """One of the words, each as likely as its weight."""
    mark = chance.random() * sum(weights.values())
    for word, weight in weights.items():
        mark -= weight
        if mark < 0:
            return word
    # Rounding can leave a sliver of the mark: then it is the last word that can be drawn.
    return [word for word, weight in weights.items() if weight > 0][-1]


def is_drawn(chance: Random, share: float) -> bool:
    """Tell whether something happens that happens in this share of cases."""
    return chance.random() < share


def draw_number(chance: Random, lowest: int, highest: int) -> int:
    """A whole number, both ends included; the lowest when the highest lies below it."""
    return lowest + int(chance.random() * (max(highest, lowest) - lowest + 1))


def draw_day(chance: Random, first: date, last: date) -> date:
    """A day between the two, both included, mostly Monday to Friday; the first when the last lies before it."""
    if last <= first:
        return first
    day = first + timedelta(days=draw_number(chance, 0, (last - first).days))
    if day.weekday() < _SATURDAY or is_drawn(chance, _AT_THE_WEEKEND):
        return day
    for shift in (-1, -2, 1, 2):
        near = day + timedelta(days=shift)
        if near.weekday() < _SATURDAY and first <= near <= last:
            return near
    return day


def draw_some(chance: Random, items: Sequence[Item], count: int) -> list[Item]:
    """So many different items, in the order in which they stand in the sequence.

    Raises:
        InputRefusedError: there are fewer items.
    """
    if count > len(items):
        raise InputRefusedError(f"the model asks for {count} of {len(items)} people")
    return [items[place] for place in sorted(chance.sample(range(len(items)), count))]


def share_out(total: int, weights: Iterable[float]) -> list[int]:
    """Whole parts of the total in proportion to the weights, their sum exact (largest remainders)."""
    parts = list(weights)
    exact = [total * part / sum(parts) for part in parts]
    whole = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: (whole[place] - exact[place], place))
    for place in by_remainder[: total - sum(whole)]:
        whole[place] += 1
    return whole


def some_of(total: int, share: float) -> int:
    """How many of the total a share is: at least one when the share is above 0, so that every rule has a case."""
    return max(1, round(total * share)) if share > 0 and total else 0
