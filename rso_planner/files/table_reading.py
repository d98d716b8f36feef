"""Understands the cells of one table, column by column; each value is read once however often it stands there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from rso_planner.files.cells import DateStyle, find_date_style
from rso_planner.files.raw_table import RawRow, RawTable
from rso_planner.files.reject import Cell, Reject, cell_text
from rso_planner.files.table_layout import Column, Table
from rso_planner.files.table_mapping import TableMapping, folded


@dataclass(slots=True)
class TableReading:
    """A table with its values, a list for each field of the layout; a bad or empty cell is None.

    Rows are counted from 0 here, in `position`s; a `Reject` has the number that a person sees.
    """

    layout: Table
    raw: RawTable
    columns: dict[str, list[Any]]
    heading_of: dict[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    rejects: dict[int, list[Reject]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.raw.rows)

    def __getitem__(self, name: str) -> list[Any]:
        return self.columns[name]

    def refuse(self, position: int, name: str, reason: str) -> None:
        """Note that a row cannot be used, and because of which field."""
        reject = Reject(
            self.raw.file,
            self.row_number(position),
            self.heading_of.get(name, name),
            self.cell(position, name),
            reason,
        )
        known = self.rejects.setdefault(position, [])
        if reject not in known:
            known.append(reject)

    def row_number(self, position: int) -> int:
        """The number of the row as a person sees it."""
        return self.raw.rows[position].number

    def cell(self, position: int, name: str) -> str:
        """The cell as it stands in the file, or nothing where the file has no such column."""
        heading = self.heading_of.get(name)
        if heading is None:
            return ""
        return cell_text(self.raw.rows[position].cells[self.raw.headings.index(heading)])

    @property
    def has_every_column(self) -> bool:
        """Tell whether every column that must be filled in is there, or the mapping says what to put instead."""
        return all(
            column.name in self.heading_of or None not in self.columns[column.name]
            for column in self.layout.columns
            if column.required
        )

    def good_positions(self) -> list[int]:
        """The rows with no problem so far."""
        return [position for position in range(len(self)) if position not in self.rejects]

    def row(self, position: int) -> dict[str, Any]:
        """The values of one row by field."""
        return {name: values[position] for name, values in self.columns.items()}


def read_table(layout: Table, raw: RawTable, mapping: TableMapping) -> TableReading:
    """Read every cell of the table; what is wrong with the form of the file is left in `raw.problems`."""
    index_of = _find_columns(layout, raw, mapping)
    reading = TableReading(
        layout,
        raw,
        columns={},
        heading_of={name: raw.headings[index] for name, index in index_of.items()},
        ignored=tuple(
            heading
            for index, heading in enumerate(raw.headings)
            if heading and index not in index_of.values() and heading.casefold() != REJECTED_BECAUSE
        ),
    )
    cells = pd.DataFrame([row.cells for row in raw.rows], columns=range(len(raw.headings)), dtype=object)
    style = raw.date_style = mapping.dates or _voted_date_style(layout, index_of, raw.rows)
    for column in layout.columns:
        index = index_of.get(column.name)
        if index is None:
            reading.columns[column.name] = [_substitute(column, mapping, style)] * len(cells)
        else:
            reading.columns[column.name] = _read_column(reading, column, cells[index], style, mapping)
    return reading


REJECTED_BECAUSE = "rejected_because"
"""The heading that the planner itself puts on rejected rows; it is ignored without a word."""


def _find_columns(layout: Table, raw: RawTable, mapping: TableMapping) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, heading in enumerate(raw.headings):
        name = mapping.field_of(heading)
        if name not in layout.column_by_name:
            continue
        if name in found and heading.casefold() != raw.headings[found[name]].casefold():
            raw.refuse(
                f"the columns {raw.headings[found[name]]} and {heading} are both {name}", raw.heading_row, heading
            )
        found.setdefault(name, index)
    for column in layout.columns:
        has_substitute = "" in mapping.values.get(column.name, {})
        if column.required and column.name not in found and not has_substitute and raw.headings:
            raw.refuse(f"the heading {column.name} is missing", raw.heading_row, column.name)
    return found


def _voted_date_style(layout: Table, index_of: dict[str, int], rows: Iterable[RawRow]) -> DateStyle:
    """The style of most dates of the file, so that the few that deviate are the ones to be reported."""
    indices = [
        index_of[column.name] for column in layout.columns if column.kind.holds_dates and column.name in index_of
    ]
    votes = dict.fromkeys(DateStyle, 0)
    first: DateStyle | None = None
    for cell, count in Counter(row.cells[index] for row in rows for index in indices).items():
        style = find_date_style(cell)
        if style is not None:
            first = first or style
            votes[style] += count
    return max(DateStyle, key=lambda style: (votes[style], style is first))


def _read_column(
    reading: TableReading, column: Column, values: "pd.Series[Any]", style: DateStyle, mapping: TableMapping
) -> list[Any]:
    codes, distinct = pd.factorize(values)
    replaced = mapping.values.get(column.name, {})
    read: list[Any] = []
    for code, cell in enumerate(distinct):
        try:
            read.append(_read_cell(column, cell, style, replaced))
        except ValueError as error:
            read.append(None)
            for position in (codes == code).nonzero()[0]:
                reading.refuse(int(position), column.name, str(error))
    return [read[code] for code in codes]


def _substitute(column: Column, mapping: TableMapping, style: DateStyle) -> Any:
    text = mapping.values.get(column.name, {}).get("", "")
    return column.kind.read(text, style) if text else None


def _read_cell(column: Column, cell: Cell, style: DateStyle, replaced: Mapping[str, str]) -> Any:
    cell = replaced.get(folded(cell_text(cell)), cell) if replaced else cell
    if cell == "":
        if column.required:
            raise ValueError(f"{column.name} is empty; it must be filled in")
        return None
    return column.kind.read(cell, style)
