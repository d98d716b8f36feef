"""Finds the pairs that are worth weighing, without comparing everybody with everybody.

Two people are worth weighing when they share a date of birth (day and month may be swapped), or both names in
either order, or two parts of the date of birth and either a name or both initials. Whoever shares less cannot be
taken for one person by names and date of birth.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from rso_planner.reconciliation.pairing.particulars import Particulars

_APART = 1_000_000


class SharedFacts:
    """Rows by what they may share with another."""

    def __init__(self, rows: Sequence[Particulars]) -> None:
        self._births: dict[int, list[int]] = {}
        self._both_names: dict[str, list[int]] = {}
        self._by_word: dict[str, dict[int, list[int]]] = {}
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

    def find(self, row: Particulars) -> list[int]:
        """The places, in their order, of those who share enough with a row to be weighed against it."""
        found = set(self._both_names.get(_both_names(row), ()))
        if row.born is not None:
            found.update(self._births.get(_either_way(row.born), ()))
            parts = _two_parts(row.born)
            for word in _words(row):
                if (places := self._by_word.get(word)) is not None:
                    for part in parts:
                        found.update(places.get(part, ()))
        return sorted(found)


def find_pairs(left: Sequence[Particulars], right: Sequence[Particulars]) -> Iterator[tuple[int, list[int]]]:
    """Each place on the left with the places on the right that are worth weighing; the right is kept in memory."""
    shared = SharedFacts(right)
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
