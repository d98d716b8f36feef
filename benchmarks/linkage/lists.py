"""Two lists of people with the answer to who is who."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

_COLUMNS = ("row_id", "person", "family", "given", "born", "identifier")


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a list: what it says, and whom it is about."""

    row_id: str
    person: str
    family_name: str | None
    given_names: str | None
    date_of_birth: date | None
    identifier: str | None = None


@dataclass(frozen=True)
class Lists:
    """Two lists to be linked, or one to be searched for people who are on it twice (`right` is then empty)."""

    name: str
    left: tuple[Listed, ...]
    right: tuple[Listed, ...]

    @property
    def pairs_to_find(self) -> int:
        """How many people stand on both lists; on one list, how many pairs of rows are about one person."""
        if self.right:
            return len({each.person for each in self.left} & {each.person for each in self.right})
        rows: dict[str, int] = defaultdict(int)
        for each in self.left:
            rows[each.person] += 1
        return sum(count * (count - 1) // 2 for count in rows.values())

    def are_one(self, left: str, right: str) -> bool:
        """Tell whether two rows are about one person."""
        return self._person[left] == self._person[right]

    @cached_property
    def _person(self) -> dict[str, str]:
        return {each.row_id: each.person for each in (*self.left, *self.right)}


def write_list(rows: Iterable[Listed], path: Path) -> None:
    """Write a list as a CSV file, for a method that runs in a process of its own."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        for each in rows:
            born = each.date_of_birth.isoformat() if each.date_of_birth else None
            writer.writerow((each.row_id, each.person, each.family_name, each.given_names, born, each.identifier))


def read_list(path: Path) -> tuple[Listed, ...]:
    """Read a list that `write_list` wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Listed(
                row_id=row["row_id"],
                person=row["person"],
                family_name=row["family"] or None,
                given_names=row["given"] or None,
                date_of_birth=date.fromisoformat(row["born"]) if row["born"] else None,
                identifier=row["identifier"] or None,
            )
            for row in csv.DictReader(file)
        )
