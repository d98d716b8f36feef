"""The tables of an extract as they were found: headings and cells, nothing understood yet."""

from dataclasses import dataclass, field

from rso_planner.files.reject import Cell, Reject


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row with its number as a person sees it; the heading is row 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(slots=True)
class RawTable:
    """A file or a sheet; `problems` are those of its form, such as a row with too few cells."""

    file: str
    headings: tuple[str, ...] = ()
    rows: list[RawRow] = field(default_factory=list)
    problems: list[Reject] = field(default_factory=list)
    misshapen: list[RawRow] = field(default_factory=list)

    def refuse(self, reason: str, row: int = 0, column: str = "", value: str = "") -> None:
        """Note a problem of the file's form."""
        self.problems.append(Reject(self.file, row, column, value, reason))

    def take(self, rows: list[RawRow]) -> None:
        """Take the first row as the heading and keep the others that are not blank and fit it."""
        if not rows or not any(rows[0].cells):
            self.refuse("the file is empty; it needs at least its heading")
            return
        self.headings = tuple(str(cell).strip() for cell in rows[0].cells)
        self._check_headings()
        for row in rows[1:]:
            if not any(row.cells):
                continue
            if len(row.cells) == len(self.headings):
                self.rows.append(row)
                continue
            self.misshapen.append(row)
            self.refuse(_count_sentence(len(row.cells), len(self.headings)), row.number)

    def _check_headings(self) -> None:
        seen: set[str] = set()
        for heading in self.headings:
            name = heading.casefold()
            if name and name in seen:
                self.refuse(f"the heading {heading} stands there twice", 1, heading, heading)
            seen.add(name)


def _count_sentence(cells: int, headings: int) -> str:
    counted = "1 cell" if cells == 1 else f"{cells} cells"
    return (
        f"the row has {counted}, the heading has {headings}; a text with a separator in it needs quotation marks"
    )
