"""Two lists of people with the answer to who is who."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a list: what it says, and whom it is about."""

    row_id: str
    person: str
    family_name: str | None
    given_names: str | None
    date_of_birth: date | None
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """Two lists to be linked, or one to be searched for people who are on it twice (`right` is then empty)."""

    name: str
    left: tuple[Listed, ...]
    right: tuple[Listed, ...]

    @property
    def true_pairs(self) -> int:
        """How many pairs of rows are about one person."""
        if self.right:
            rows: dict[str, int] = defaultdict(int)
            for each in self.left:
                rows[each.person] += 1
            return sum(rows[each.person] for each in self.right)
        return len(pairs_within(self.left))

    @property
    def people_on_both(self) -> int:
        """How many people stand on both lists."""
        return len({each.person for each in self.left} & {each.person for each in self.right})


def pairs_within(rows: Iterable[Listed]) -> set[tuple[str, str]]:
    """Every pair of rows of one list that is about one person, the smaller row_id first."""
    of_person: dict[str, list[str]] = defaultdict(list)
    for each in rows:
        of_person[each.person].append(each.row_id)
    return {pair for ids in of_person.values() for pair in combinations(sorted(ids), 2)}
