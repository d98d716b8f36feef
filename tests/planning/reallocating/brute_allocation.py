"""Every way to give tiny caseloads to officers, tried one by one; written from the rules and sharing no code."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product


@dataclass(frozen=True)
class BruteOfficer:
    """An officer: minutes available a year, 0 for no part in evening; whether people may come, and must go."""

    name: str
    area: str | None
    available: int
    may_receive: bool
    hands_over: bool


@dataclass(frozen=True)
class BrutePerson:
    """A person and who holds the person."""

    name: str
    held_by: str | None
    area: str | None
    is_high: bool
    minutes: int


@dataclass(frozen=True)
class BruteCase:
    """A tiny force; `apart` may never be, `refused` may not be proposed."""

    officers: tuple[BruteOfficer, ...]
    people: tuple[BrutePerson, ...]
    band: float
    apart: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    refused: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    most: int | None = None


Score = tuple[int, int, int, int, int, int]


def best_score(case: BruteCase) -> Score:
    """The lexicographically least score of all ways."""
    return min(_score(case, way) for way in _ways(case))


def score_of(case: BruteCase, moves: dict[str, str]) -> Score:
    """The score of one way, given as the new officer of everybody who moves."""
    return _score(case, tuple(moves.get(person.name) for person in case.people))


def is_allowed(case: BruteCase, moves: dict[str, str]) -> bool:
    """Tell whether one way is among all ways."""
    return tuple(moves.get(person.name) for person in case.people) in set(_ways(case))


def _ways(case: BruteCase) -> Iterator[tuple[str | None, ...]]:
    choices = []
    for person in case.people:
        barred = {officer for officer, who in case.apart | case.refused if who == person.name}
        goes = [
            officer.name
            for officer in case.officers
            if officer.may_receive and officer.name != person.held_by and officer.name not in barred
        ]
        choices.append([None, *goes])
    for way in product(*choices):
        if case.most is None or sum(each is not None for each in way) <= case.most:
            yield way


def _is_homeless(case: BruteCase, person: BrutePerson) -> bool:
    keeps = [
        each.name for each in case.officers if not each.hands_over and (each.name, person.name) not in case.apart
    ]
    return person.held_by not in keeps


def _score(case: BruteCase, way: tuple[str | None, ...]) -> Score:
    by_name = {each.name: each for each in case.officers}
    served = {each.area for each in case.officers if each.may_receive and each.area is not None}
    evened = [each for each in case.officers if each.available > 0]
    whole = sum(each.available for each in evened)
    shared = sum(
        person.minutes
        for person in case.people
        if _is_homeless(case, person) or by_name[str(person.held_by)].available > 0
    )
    load = {each.name: 0 for each in case.officers}
    without = elsewhere = only_to_even = 0
    for person, new in zip(case.people, way, strict=True):
        is_homeless = _is_homeless(case, person)
        if new is None and is_homeless:
            without += 1
            continue
        holder = by_name[new or str(person.held_by)]
        load[holder.name] += person.minutes
        is_away = _is_away(person, holder, served)
        elsewhere += (person.minutes + 30) // 60 if is_away else 0
        if new is not None and not is_homeless:
            is_put_right = _is_away(person, by_name[str(person.held_by)], served) and not is_away
            only_to_even += not is_put_right
    outside = 0
    for officer in evened:
        fair = round(shared * officer.available / whole)
        low, high = round(fair * (1 - case.band)), round(fair * (1 + case.band))
        outside += max(0, load[officer.name] - high, low - load[officer.name])
    moved = [person for person, new in zip(case.people, way, strict=True) if new is not None]
    return without, outside, only_to_even, elsewhere, len(moved), sum(person.is_high for person in moved)


def _is_away(person: BrutePerson, holder: BruteOfficer, served: set[str]) -> bool:
    return person.area in served and holder.area is not None and holder.area != person.area
