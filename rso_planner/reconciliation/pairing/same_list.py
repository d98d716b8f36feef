"""Rows of one list that are about one person whom the other list does not know."""

from collections.abc import Callable, Sequence
from math import fsum

from rso_planner.reconciliation.pairing.blocking import find_pairs
from rso_planner.reconciliation.pairing.certainty import leaves_no_doubt
from rso_planner.reconciliation.pairing.draft import Second
from rso_planner.reconciliation.pairing.evidence import Evidence, Weighed
from rso_planner.reconciliation.pairing.links import FEWEST_PEOPLE
from rso_planner.reconciliation.pairing.particulars import Particulars

_BY_NAMES = "Names and date of birth leave no doubt that both are one person."

_ROWS_TO_A_SECOND = 32
"""Before anything is known of a list, one row in so many is taken to be a second one."""

_ROUNDS = 20


def find_second_rows_of_nobody(
    places: Sequence[int],
    particulars: Sequence[Particulars],
    evidence: Evidence,
    are_told_apart: Callable[[int, int], bool],
) -> dict[int, Second]:
    """Among rows that are not paired, find those about one person; the first of them stands for the person.

    `are_told_apart` tells whether two rows are of two people though their names agree.
    """
    pairs = _weighed(places, particulars, evidence)
    odds = [2.0**weighed.weight for _, _, weighed in pairs]
    nobody = _odds_of_nobody(odds, len(places))
    first_of = {place: place for place in places}

    def first(place: int) -> int:
        while first_of[place] != place:
            place = first_of[place]
        return place

    for (one, other, weighed), own in zip(pairs, odds, strict=True):
        if leaves_no_doubt(own / (own + nobody), weighed):
            earlier, later = sorted((first(one), first(other)))
            if not are_told_apart(one, other) and not are_told_apart(earlier, later):
                first_of[later] = earlier
    return {place: Second(first(place), _BY_NAMES) for place in places if first(place) != place}


def _weighed(
    places: Sequence[int], particulars: Sequence[Particulars], evidence: Evidence
) -> list[tuple[int, int, Weighed]]:
    listed = [particulars[place] for place in places]
    return [
        (places[one], places[other], evidence.weigh(listed[one], listed[other]))
        for one, found in find_pairs(listed, listed)
        for other in found
        if one < other
    ]


def _odds_of_nobody(odds: Sequence[float], rows: int) -> float:
    """The odds that two rows are two people, by the share of rows that seem to be second ones."""
    people = max(rows, FEWEST_PEOPLE)
    share = 1 / _ROWS_TO_A_SECOND
    for _ in range(_ROUNDS):
        nobody = people * (1 - share) / share
        share = min(0.5, (fsum(own / (own + nobody) for own in odds) + 1) / (rows + _ROWS_TO_A_SECOND))
    return people * (1 - share) / share
