"""The tables that are read from outside as they were found: headings and cells, nothing understood yet."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from rso_planner.files.cells import DateStyle
from rso_planner.files.reject import Cell, Reject


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row with its number as a person sees it; the file's first row is row 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        """Tell whether no cell of the row holds anything."""
        return not any(self.cells)


@dataclass(slots=True)
class RawTable:
    """A file or a sheet; `problems` are those of its form, such as a row with too few cells.

    `heading_row` is the number of the row that holds the headings, `titles` what stands above it and is worth
    keeping, `date_style` how the file writes its dates.
    """

    file: str
    headings: tuple[str, ...] = ()
    rows: list[RawRow] = field(default_factory=list)
    problems: list[Reject] = field(default_factory=list)
    misshapen: list[RawRow] = field(default_factory=list)
    heading_row: int = 1
    titles: list[RawRow] = field(default_factory=list)
    date_style: DateStyle = DateStyle.ISO

    def refuse(self, reason: str, row: int = 0, column: str = "", value: str = "") -> None:
        """Note a problem of the file's form."""
        self.problems.append(Reject(self.file, row, column, value, reason))

    def refuse_row(self, row: RawRow, reason: str) -> None:
        """Note that a row as a whole does not fit the table."""
        self.misshapen.append(row)
        self.refuse(reason, row.number)

    def take(self, rows: list[RawRow]) -> None:
        """Take the first row as the heading and keep the others that are not blank and fit it."""
        if not rows or rows[0].is_blank:
            self.refuse("the file is empty; it needs at least its heading")
            return
        self.take_heading(rows[0])
        self.check_headings_differ()
        self.take_rows(row for row in rows[1:] if not row.is_blank)

    def take_heading(self, row: RawRow) -> None:
        """Take a row as the heading."""
        self.heading_row = row.number
        self.headings = tuple(str(cell).strip() for cell in row.cells)

    def take_rows(self, rows: Iterable[RawRow]) -> None:
        """Keep the rows that have as many cells as the heading."""
        for row in rows:
            if len(row.cells) == len(self.headings):
                self.rows.append(row)
            else:
                self.refuse_row(row, _count_sentence(len(row.cells), len(self.headings)))

    def check_headings_differ(self, among: Container[int] | None = None) -> None:
        """Refuse a heading that stands there twice, among all columns or those of some indices."""
        seen: set[str] = set()
        for index, heading in enumerate(self.headings):
            name = heading.casefold()
            if not name or (among is not None and index not in among):
                continue
            if name in seen:
                self.refuse(f"the heading {heading} stands there twice", self.heading_row, heading, heading)
            seen.add(name)


def _count_sentence(cells: int, headings: int) -> str:
    counted = "1 cell" if cells == 1 else f"{cells} cells"
    return (
        f"the row has {counted}, the heading has {headings}; a text with a separator in it needs quotation marks"
    )
