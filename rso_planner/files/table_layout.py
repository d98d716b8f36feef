"""How the tables that are read from outside are laid out: their columns, and what a cell of each may hold."""

from dataclasses import dataclass, field

from rso_planner.files.cells import CellKind


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `attribute` is the path to its value in the domain object, where it has another name.

    `is_past` tells that the column holds a fact, which cannot lie after the day of the extract.
    """

    name: str
    kind: CellKind
    required: bool = False
    is_past: bool = False
    attribute: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The attributes that lead from the domain object to the value."""
        return tuple((self.attribute or self.name).split("."))


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `key` names the columns in which no two rows may be alike."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    is_optional: bool = False
    column_by_name: dict[str, Column] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "column_by_name", {column.name: column for column in self.columns})


def must(name: str, kind: CellKind, *, is_past: bool = False, attribute: str = "") -> Column:
    """A column that must be there and be filled in."""
    return Column(name, kind, True, is_past, attribute)


def may(name: str, kind: CellKind, *, is_past: bool = False, attribute: str = "") -> Column:
    """A column that may be missing or empty."""
    return Column(name, kind, False, is_past, attribute)
