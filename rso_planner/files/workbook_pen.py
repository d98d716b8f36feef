"""Writes cells, tables and the printing set-up in the one style of the workbooks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.risk_level import RiskLevel

Cell = str | int | float | date | None

_HEAD_LINES = 2
_TALLEST_POINTS = 409.0
_TITLE_POINTS = 26
LINE_POINTS = 14.5
_LETTERS_A_UNIT = 1.0  # a width is counted in figures, which are about as wide as letters on average
_BASE: dict[str, object] = {"font_name": "Arial", "font_size": 11, "valign": "top"}
_HEAD: dict[str, object] = {
    "bold": True,
    "bg_color": "#1D3557",
    "font_color": "#FFFFFF",
    "text_wrap": True,
    "border": 1,
    "valign": "vcenter",
}
_FORMATS: dict[str, dict[str, object]] = {
    "text": {"text_wrap": True},
    "plain": {},
    "number": {"num_format": "#,##0"},
    "effect": {"num_format": "+#,##0;-#,##0;0"},
    "decimal": {"num_format": "#,##0.0"},
    "decimal_effect": {"num_format": "+#,##0.0;-#,##0.0;0.0"},
    "order": {"align": "center"},
    "hours": {"num_format": "0.0"},
    "share": {"num_format": "0 %"},
    "date": {"num_format": "d mmmm yyyy", "align": "left"},
    "figure": {"num_format": "#,##0.##", "align": "left"},
    "sentence": {},
    "wrapped": {"text_wrap": True},
    "title": {"bold": True, "font_size": 18, "valign": "vcenter", "font_color": "#1D3557"},
    "heading": {"bold": True, "font_size": 12, "font_color": "#1D3557", "bottom": 2},
    "big": {"bold": True, "font_size": 18, "num_format": "#,##0", "align": "left", "valign": "vcenter"},
    "label": {"bold": True, "valign": "vcenter", "text_wrap": True},
    "note": {"italic": True, "font_color": "#44546A", "text_wrap": True},
    "off": {"font_color": "#5A5A5A", "bg_color": "#EEEEEE", "text_wrap": True},
    # Each level is also written as a word in its cell, so that the colour only repeats it.
    RiskLevel.VERY_HIGH.value: {"bg_color": "#3B0A45", "font_color": "#FFFFFF", "bold": True},
    RiskLevel.HIGH.value: {"bg_color": "#F4B6B6", "bold": True},
    RiskLevel.MEDIUM.value: {"bg_color": "#FFF2CC"},
    RiskLevel.LOW.value: {},
}
_TOTAL: dict[str, object] = {"bold": True, "top": 2, "bg_color": "#EEF1F6"}
_TOTALLED = ("text", "plain", "number", "effect")
"""The styles that a line of totals may have."""

_BORDERED = (
    "text",
    "plain",
    "number",
    "effect",
    "decimal",
    "decimal_effect",
    "order",
    "hours",
    "share",
    "date",
    "figure",
    "off",
    *map(str, RiskLevel),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its width in characters and the style of its cells."""

    heading: str
    width: float
    style: str = "text"


class Pen:
    """The formats of one workbook; text is only ever written as text, never as a formula or a link."""

    def __init__(self, workbook: Workbook, footer: str) -> None:
        self._footer = footer.replace("&", "&&")
        self._formats: dict[str, Format] = {"head": workbook.add_format(_BASE | _HEAD)}
        for name, properties in _FORMATS.items():
            lines = {"border": 1, "border_color": "#BFBFBF"} if name in _BORDERED else {}
            self._formats[name] = workbook.add_format(_BASE | lines | properties)
            if name in _TOTALLED:
                self._formats[f"{name} total"] = workbook.add_format(_BASE | lines | properties | _TOTAL)

    def put(self, sheet: Worksheet, row: int, column: int, value: Cell, style: str = "text") -> None:
        """Write one cell by its type; None leaves an empty cell in its style."""
        cell_format = self._formats[style]
        if value is None or value == "":
            sheet.write_blank(row, column, None, cell_format)
        elif isinstance(value, str):
            sheet.write_string(row, column, value, cell_format)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime.combine(value, time()), cell_format)
        else:
            sheet.write_number(row, column, value, cell_format)

    def put_across(self, sheet: Worksheet, row: int, columns: tuple[int, int], value: Cell, style: str) -> None:
        """Write one cell that spans the columns from the first to the last given."""
        sheet.merge_range(row, columns[0], row, columns[1], "", self._formats[style])
        self.put(sheet, row, columns[0], value, style)
        if style == "title":
            sheet.set_row(row, _TITLE_POINTS)

    def set_lines(self, sheet: Worksheet, row: int, lines: int) -> None:
        """Make the row high enough for so many lines."""
        sheet.set_row(row, min(LINE_POINTS * lines + 4, _TALLEST_POINTS))

    def put_head(self, sheet: Worksheet, row: int, headings: Iterable[str]) -> None:
        """Write the heading of a table."""
        for column, heading in enumerate(headings):
            sheet.write_string(row, column, heading, self._formats["head"])

    def put_totals(
        self, sheet: Worksheet, row: int, columns: Sequence[Column], totals: Sequence[Sequence[Cell]]
    ) -> int:
        """Write the lines of totals below a table and answer the row below them."""
        for offset, cells in enumerate(totals):
            self.set_lines(sheet, row + offset, 1)
            for index, (column, cell) in enumerate(zip(columns, cells, strict=True)):
                self.put(sheet, row + offset, index, cell, f"{column.style} total")
        return row + len(totals)

    def put_table(
        self, sheet: Worksheet, row: int, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]
    ) -> int:
        """Write a table and answer the row below it; a column of style 'risk' is styled by its word."""
        self.put_head(sheet, row, (column.heading for column in columns))
        self.set_lines(sheet, row, max(_HEAD_LINES, *(_head_lines(column) for column in columns)))
        for offset, cells in enumerate(rows, start=1):
            self.set_lines(sheet, row + offset, _lines_of(columns, cells))
            for index, (column, cell) in enumerate(zip(columns, cells, strict=True)):
                self.put(sheet, row + offset, index, cell, _style(column, cell))
        return row + len(rows) + 1

    def put_list(
        self, sheet: Worksheet, row: int, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]
    ) -> int:
        """Write the one table of a sheet: with widths, filters, a frozen heading that every page repeats.

        Answers the row below it.
        """
        self.set_widths(sheet, (column.width for column in columns))
        below = self.put_table(sheet, row, columns, rows)
        sheet.autofilter(row, 0, max(below - 1, row + 1), len(columns) - 1)
        sheet.freeze_panes(row + 1, 0)
        sheet.repeat_rows(row)
        self.set_up_printing(sheet)
        return below

    def set_widths(self, sheet: Worksheet, widths: Iterable[float]) -> None:
        """Set the widths of the columns from the left, in characters."""
        for index, width in enumerate(widths):
            sheet.set_column(index, index, width)

    def set_up_printing(self, sheet: Worksheet) -> None:
        """A4 on its side, as wide as the page, with the marking and the page number at the foot."""
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        sheet.set_footer(f'&L&"Arial,Bold"Official-Sensitive&C{self._footer}&RPage &P of &N')
        sheet.hide_gridlines(2)


def lines_of(text: str, width: float) -> int:
    """How many lines a wrapped text takes in a column of that width."""
    return sum(-(-len(line) // int(width * _LETTERS_A_UNIT)) or 1 for line in text.split("\n"))


def _head_lines(column: Column) -> int:
    """How many lines a heading needs, word by word: bold letters are wider than figures."""
    lines, room = 1, column.width * 0.85
    left = room
    for word in column.heading.split():
        if len(word) > left and left < room:
            lines, left = lines + 1, room
        left -= len(word) + 1
    return lines


def _lines_of(columns: Sequence[Column], cells: Sequence[Cell]) -> int:
    """How many lines the highest cell needs; not every program finds it out when it opens the file."""
    return max(
        lines_of(cell, column.width) if isinstance(cell, str) and column.style == "text" else 1
        for column, cell in zip(columns, cells, strict=True)
    )


def _style(column: Column, cell: Cell) -> str:
    if column.style == "risk":
        word = str(cell).replace(" ", "_")
        return word if word in tuple(RiskLevel) else "plain"
    # A sentence may stand where a figure is missing, such as 'not available'.
    return "text" if isinstance(cell, str) else column.style
