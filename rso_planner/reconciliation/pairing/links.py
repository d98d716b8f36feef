"""The pairs that names and date of birth speak for, and how likely each is to be one person.

A pair is set against everything else that could be true of its two rows: every other pair that either is in, and
that the person is not on the other list at all.
"""

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from math import fsum

from rso_planner.reconciliation.pairing.evidence import Weighed

FEWEST_PEOPLE = 2000
"""No list is taken for shorter: on a short one, too, a stranger may be alike."""

ALREADY_PAIRED = -5.0
"""The weight of a rival who is paired with another row: 1 to 32 for a second record of one person."""

_ROUNDS = 20
_LARGEST_SHARE = 0.999


@dataclass(frozen=True, slots=True)
class Link:
    """A row of the force and a record of the register that may be one person, by their places."""

    offender: int
    record: int
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Rivalry:
    """The links with the odds for each, those of its rivals, and whether it could be a first pair of both."""

    links: tuple[Link, ...]
    odds: tuple[float, ...]
    rivals: tuple[float, ...]
    is_free: tuple[bool, ...]

    def chances(self, nobody: float) -> list[float]:
        """How likely each link is one person, where `nobody` are the odds that it is nobody of the other list."""
        return [odds / (odds + rivals + nobody) for odds, rivals in zip(self.odds, self.rivals, strict=True)]


def find_rivalry(links: Sequence[Link], taken_offenders: Container[int], taken_records: Container[int]) -> Rivalry:
    """Set each link against the others of its two rows.

    Whoever is paired may have any number of second rows, so those are no rivals of one another.
    """
    is_free = tuple(link.offender not in taken_offenders and link.record not in taken_records for link in links)
    odds = tuple(
        2.0 ** (link.weighed.weight + (0.0 if free else ALREADY_PAIRED))
        for link, free in zip(links, is_free, strict=True)
    )
    of_offender: dict[int, list[float]] = defaultdict(list)
    of_record: dict[int, list[float]] = defaultdict(list)
    for link, own in zip(links, odds, strict=True):
        of_offender[link.offender].append(own)
        of_record[link.record].append(own)
    # Exact sums, so that the order of the rows cannot show even in the last digit.
    offender_odds = {place: fsum(each) for place, each in of_offender.items()}
    record_odds = {place: fsum(each) for place, each in of_record.items()}
    rivals = tuple(
        (0.0 if link.offender in taken_offenders else offender_odds[link.offender] - own)
        + (0.0 if link.record in taken_records else record_odds[link.record] - own)
        for link, own in zip(links, odds, strict=True)
    )
    return Rivalry(tuple(links), odds, rivals, is_free)


def odds_of_nobody(rivalry: Rivalry, offenders: int, records: int) -> float:
    """The odds that a person is not on the other list, when so many people are not paired yet.

    They go by the share of the shorter list that seems to be on the longer, which is found from the links
    themselves, round by round, beginning with one half.
    """
    people = max(offenders, records, FEWEST_PEOPLE)
    share = 0.5
    for _ in range(_ROUNDS):
        chances = rivalry.chances(people * (1 - share) / share)
        found = fsum(chance for chance, free in zip(chances, rivalry.is_free, strict=True) if free)
        share = min(_LARGEST_SHARE, (found + 1) / (min(offenders, records) + 2))
    return people * (1 - share) / share
