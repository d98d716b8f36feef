"""Finds the pairs that are worth weighing, without comparing everybody with everybody.

Two people are worth weighing when they share a date of birth (day and month may be swapped), or both names in
either order, or two parts of the date of birth and either a name or both initials. Whoever shares less cannot be
taken for one person by names and date of birth.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence

from rso_planner.reconciliation.pairing.particulars import Particulars

_Keys = Callable[[Particulars], Iterator[Hashable]]


def find_pairs(left: Sequence[Particulars], right: Sequence[Particulars]) -> Iterator[tuple[int, list[int]]]:
    """Each place on the left with the places on the right that are worth weighing, in their order."""
    found: dict[int, set[int]] = {}
    for keys in (_births, _both_names, _a_name_and_most_of_the_birth, _initials_and_most_of_the_birth):
        places: dict[Hashable, list[int]] = {}
        for place, each in enumerate(right):
            for key in keys(each):
                places.setdefault(key, []).append(place)
        for place, each in enumerate(left):
            for key in keys(each):
                if key in places:
                    found.setdefault(place, set()).update(places[key])
    for place in sorted(found):
        yield place, sorted(found[place])


def _births(each: Particulars) -> Iterator[Hashable]:
    if each.born is not None:
        yield (each.born.year, *sorted((each.born.month, each.born.day)))


def _both_names(each: Particulars) -> Iterator[Hashable]:
    if each.family and each.given:
        yield tuple(sorted(("".join(each.family), each.given[0])))


def _a_name_and_most_of_the_birth(each: Particulars) -> Iterator[Hashable]:
    names = {"".join(each.family), *each.given[:1]} - {""}
    yield from ((name, part) for part in _parts(each) for name in sorted(names))


def _initials_and_most_of_the_birth(each: Particulars) -> Iterator[Hashable]:
    if each.family and each.given:
        initials = "".join(sorted((each.family[0][0], each.given[0][0])))
        yield from ((initials, part) for part in _parts(each))


def _parts(each: Particulars) -> Iterator[tuple[int, int, int]]:
    if each.born is not None:
        year, month, day = each.born.year, each.born.month, each.born.day
        yield from ((year, month, 0), (year, 0, day), (0, month, day))
