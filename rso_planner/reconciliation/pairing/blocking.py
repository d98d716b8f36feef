"""Finds the pairs that are worth weighing, without comparing everybody with everybody.

Two people are worth weighing when they share a date of birth (day and month may be swapped), or both names in
either order, or two parts of the date of birth and either a name or both initials. Whoever shares less cannot be
taken for one person by names and date of birth; what very many share is no reason to weigh them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from rso_planner.reconciliation.pairing.particulars import Particulars

_APART = 1_000_000

_MOST_PAIRS_OF_ONE_FACT = 10_000
"""What so many share on both lists, such as a name that stands for all names, tells nobody from anybody."""

_Places = list[int]


class SharedFacts:
    """Rows by what they may share with another."""

    def __init__(self, rows: Sequence[Particulars]) -> None:
        self._births: dict[int, _Places] = {}
        self._both_names: dict[str, _Places] = {}
        self._by_word: dict[str, dict[int, _Places]] = {}
        for place, row in enumerate(rows):
            both_names = _both_names(row)
            if both_names:
                self._both_names.setdefault(both_names, []).append(place)
            if row.born is not None:
                self._births.setdefault(_either_way(row.born), []).append(place)
                parts = _two_parts(row.born)
                for word in _words(row):
                    places = self._by_word.setdefault(word, {})
                    for part in parts:
                        places.setdefault(part, []).append(place)

    def find(self, row: Particulars) -> _Places:
        """The places, in their order, of those who share enough with a row to be weighed against it."""
        found: set[int] = set()
        for places in self._shared_with(row):
            found.update(places)
        return sorted(found)

    def forget_what_all_share(self, others: Sequence[Particulars]) -> None:
        """Leave out each fact that would make too many pairs with these rows."""
        counts: Counter[int] = Counter()
        for row in others:
            counts.update(map(id, self._shared_with(row)))
        for places in self._all():
            if len(places) * counts[id(places)] > _MOST_PAIRS_OF_ONE_FACT:
                places.clear()

    def _shared_with(self, row: Particulars) -> Iterator[_Places]:
        if places := self._both_names.get(_both_names(row)):
            yield places
        if row.born is None:
            return
        if places := self._births.get(_either_way(row.born)):
            yield places
        parts = _two_parts(row.born)
        for word in _words(row):
            if (by_part := self._by_word.get(word)) is not None:
                yield from (by_part[part] for part in parts if part in by_part)

    def _all(self) -> Iterator[_Places]:
        yield from self._both_names.values()
        yield from self._births.values()
        for by_part in self._by_word.values():
            yield from by_part.values()


def find_pairs(left: Sequence[Particulars], right: Sequence[Particulars]) -> Iterator[tuple[int, _Places]]:
    """Each place on the left with the places on the right that are worth weighing; the right is kept in memory."""
    shared = SharedFacts(right)
    shared.forget_what_all_share(left)
    for place, row in enumerate(left):
        if found := shared.find(row):
            yield place, found


def _either_way(born: date) -> int:
    """The same number for a date and the one with day and month swapped."""
    less, more = sorted((born.month, born.day))
    return (born.year * 32 + less) * 32 + more


def _two_parts(born: date) -> tuple[int, int, int]:
    """Numbers for year and month, year and day, month and day; those of one kind are never those of another."""
    return (
        born.year * 32 + born.month,
        born.year * 32 + born.day + _APART,
        born.month * 32 + born.day + 2 * _APART,
    )


def _both_names(row: Particulars) -> str:
    if not row.family.words or not row.given.words:
        return ""
    return " ".join(sorted((row.family.together, row.given.words[0])))


def _words(row: Particulars) -> list[str]:
    """Either name, and both initials, which are capitals so that no name is taken for them."""
    words = [name for name in (row.family.together, *row.given.words[:1]) if name]
    if row.family.words and row.given.words:
        words.append("".join(sorted((words[0][0], words[1][0]))).upper())
    return words
