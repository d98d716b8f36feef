"""A paper: what stands on a printed page and in its workbook, whatever it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column of a table: its name for programs, its heading, its width in characters, what its cells are.

    `style` is text, number, date or risk.
    """

    key: str
    heading: str
    width: int
    style: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """A table under its heading.

    `name` is short and names its sheet. The page shows the first `shown` rows, all where None, and no table of
    which it shows 0; the workbook holds all. `sentence` stands above the table, or alone where it has no row.
    Narrow tables stand side by side.
    """

    name: str
    heading: str
    sentence: str
    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shown: int | None = None
    is_wide: bool = True


@dataclass(frozen=True, slots=True)
class PaperFigure:
    """A figure that leads the paper: its label, the figure, a sentence beside it."""

    label: str
    figure: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTrend:
    """How a figure went: its values on days in order, and the sentence that says the same."""

    title: str
    sentence: str
    days: tuple[date, ...]
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper as it is printed; `name` names its files and holds no person's name.

    `offender_ids` are the people whom it is about, empty where it holds figures alone.
    """

    name: str
    title: str
    as_of: date
    sentences: tuple[str, ...]
    figures: tuple[PaperFigure, ...] = ()
    trends: tuple[PaperTrend, ...] = ()
    tables: tuple[PaperTable, ...] = ()
    notes: tuple[str, ...] = ()
    offender_ids: tuple[str, ...] = ()


def table_documents(table: PaperTable) -> Sequence[dict[str, str | int | None]]:
    """Every row as a mapping from the columns' keys, days as YYYY-MM-DD."""
    keys = [column.key for column in table.columns]
    return [
        {key: cell.isoformat() if isinstance(cell, date) else cell for key, cell in zip(keys, row, strict=True)}
        for row in table.rows
    ]
