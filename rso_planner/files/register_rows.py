"""Sorts the rows of an export: its heading, its records, and what a report adds for those who read it.

A report has titles above its heading; it repeats titles and heading on every page, counts its rows, and ends with
notes. Such rows are skipped and counted. Whatever is not clearly one of them is taken as a record or refused.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rso_planner.files.raw_table import RawRow, RawTable
from rso_planner.files.register_mapping import RegisterMapping
from rso_planner.files.register_snapshot import has_phrase, is_phrase_alone, line_of
from rso_planner.files.reject import Cell, cell_text
from rso_planner.files.table_mapping import folded

_TOTAL = re.compile(
    r"(?:(?:grand|overall|report|page|sub)[ -]*)?totals?\b.*"
    r"|(?:number|no\.?|count) of (?:records|rows|people|persons|nominals|offenders|visits|assessments)\b.*"
    r"|(?:count|records?|rows?)\s*[:=]?\s*[\d,]+"
    r"|[\d,]+ (?:records?|rows?)(?: \w+)?\.?"
)
_NUMBER = re.compile(r"[+-]?[\d,]+(?:\.\d+)?\s*%?")
_PAGE = re.compile(r"\W*page \d+(?: ?(?:of|/) ?\d+)?\W*")
_MARKING = re.compile(
    r"\W*(?:official|restricted|confidential|not protectively marked)"
    r"(?:\W+(?:sensitive|personal|police|data|only|when complete))*\W*"
)
_END = re.compile(
    r"\W*(?:end of|no (?:more|further))(?: the)? (?:report|file|list|export|data|page|records|rows)\W*"
)
_SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:.]?\s+[^\W\d_]{2,}")
_MOST_MARKS_IN_A_ROW = 3
_MARKS = (_PAGE, _MARKING, _END)


class RowKind(StrEnum):
    """What a row of an export is; all but records and what is refused are skipped and counted."""

    RECORD = "record"
    UNCLEAR = "unclear"
    TITLE = "title"
    HEADING = "repeated heading"
    TOTAL = "total"
    NOTE = "note"
    BLANK = "blank row"


SkippedRows = dict[RowKind, list[RawRow]]
"""The rows that are skipped, in the order of the file; kinds of which there is none are left out."""

_UNCLEAR_ABOVE = "the row stands above the heading and is filled like a record"
_UNCLEAR_TOTAL = "the row reads like a total and has a register_id"


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading that was found: where the mapped columns and that of the register_id are."""

    row: RawRow
    placed: frozenset[int]
    id_index: int
    cells: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many columns there are, those without a heading at the end left out."""
        return max(index for index, cell in enumerate(self.cells) if cell) + 1


def sort_rows(table: RawTable, rows: Sequence[RawRow], mapping: RegisterMapping) -> SkippedRows:
    """Put heading and records into the table, and give back the rows that are skipped.

    Where no heading is found, or a row is neither a record nor clearly something else, the table has a problem.
    """
    heading = _find_heading(rows, mapping)
    if heading is None:
        table.refuse(_no_heading(rows, mapping))
        return {}
    table.take_heading(RawRow(heading.row.number, heading.row.cells[: heading.width]))
    table.check_headings_differ(heading.placed)
    position = rows.index(heading.row)
    above = [(row, _kind_above(row, heading, mapping)) for row in rows[:position]]
    table.titles = [row for row, kind in above if kind is RowKind.TITLE]
    below = [_trimmed(row, heading.width) for row in rows[position + 1 :]]
    kinds = _kinds_below(below, heading, mapping, table.titles)
    sorted_rows = [*above, *zip(below, kinds, strict=True)]
    for row, kind in sorted_rows:
        if kind is RowKind.UNCLEAR:
            table.refuse_row(row, _UNCLEAR_ABOVE if row.number < table.heading_row else _UNCLEAR_TOTAL)
    table.take_rows(row for row, kind in sorted_rows if kind is RowKind.RECORD)
    skipped: SkippedRows = {}
    for row, kind in sorted_rows:
        if kind not in (RowKind.RECORD, RowKind.UNCLEAR):
            skipped.setdefault(kind, []).append(row)
    if not any(has_phrase(line_of(row), mapping.snapshot_phrases) for row in table.titles):
        table.titles += [
            row for row in lines_around(skipped) if has_phrase(line_of(row), mapping.snapshot_phrases)
        ]
    return skipped


def lines_around(skipped: SkippedRows) -> list[RawRow]:
    """The skipped rows in which a day of the export may stand."""
    return [*skipped.get(RowKind.TITLE, []), *skipped.get(RowKind.NOTE, [])]


def find_stated_total(skipped: SkippedRows) -> int | None:
    """The number that the export's one line of totals gives, or None where it gives none or several."""
    lines = skipped.get(RowKind.TOTAL, [])
    numbers = re.findall(r"\d+", line_of(lines[0]).replace(",", "")) if len(lines) == 1 else []
    return int(numbers[0]) if len(numbers) == 1 else None


def _find_heading(rows: Sequence[RawRow], mapping: RegisterMapping) -> _Heading | None:
    best: _Heading | None = None
    for row in rows[: mapping.heading_within]:
        fields = [mapping.columns.field_of(cell_text(cell)) for cell in row.cells]
        placed = frozenset(index for index, name in enumerate(fields) if name in mapping.table.column_by_name)
        if "register_id" in fields and (best is None or len(placed) > len(best.placed)):
            cells = tuple(folded(cell_text(cell)) for cell in row.cells)
            best = _Heading(row, placed, fields.index("register_id"), cells)
    return best


def _no_heading(rows: Sequence[RawRow], mapping: RegisterMapping) -> str:
    if not any(not row.is_blank for row in rows):
        return "the file is empty; it needs at least its heading"
    headings = [heading for heading, name in mapping.columns.field_by_heading.items() if name == "register_id"]
    return (
        f"none of the first {mapping.heading_within} rows is a heading: one cell of it is register_id, "
        f"or what {mapping.name} calls so: {', '.join(headings) or 'nothing'}"
    )


def _kind_above(row: RawRow, heading: _Heading, mapping: RegisterMapping) -> RowKind:
    if row.is_blank:
        return RowKind.BLANK
    filled = [index for index in heading.placed if index < len(row.cells) and row.cells[index]]
    is_full = len(filled) >= max(2, math.ceil(len(heading.placed) / 2))
    has_number = any(sign.isdigit() for sign in cell_text(_register_id(row, heading)))
    if is_full and has_number and not has_phrase(line_of(row), mapping.snapshot_phrases):
        return RowKind.UNCLEAR
    return RowKind.TITLE


def _trimmed(row: RawRow, width: int) -> RawRow:
    # Lines often end in separators with nothing between them.
    return row if any(row.cells[width:]) else RawRow(row.number, row.cells[:width])


def _kinds_below(
    rows: Sequence[RawRow], heading: _Heading, mapping: RegisterMapping, titles: Sequence[RawRow]
) -> list[RowKind]:
    around = _Around(mapping.snapshot_phrases, titles)
    kinds = [_kind_below(row, heading, around) for row in rows]
    for index in reversed(range(len(rows))):
        if kinds[index] in (RowKind.RECORD, RowKind.UNCLEAR):
            # Only after the last record can a text that stands alone be a note.
            if not _is_note(rows[index], heading):
                break
            kinds[index] = RowKind.NOTE
    return kinds


class _Around:
    """What the report says around its table, to be recognised where a page repeats it."""

    def __init__(self, phrases: tuple[str, ...], titles: Sequence[RawRow]) -> None:
        self.phrases = phrases
        self.known_titles = {self.lasting_part(_filled(row)) for row in titles}
        self.most_cells = max([_MOST_MARKS_IN_A_ROW, *(len(_filled(row)) for row in titles)])

    def lasting_part(self, filled: Sequence[str]) -> tuple[str, ...]:
        """What a row says beyond the marks of a page, such as its number, and the day of the report."""
        return tuple(
            cell
            for cell in filled
            if not any(each.fullmatch(cell) for each in _MARKS) and not has_phrase(cell, self.phrases)
        )


def _kind_below(row: RawRow, heading: _Heading, around: _Around) -> RowKind:
    if row.is_blank:
        return RowKind.BLANK
    if _is_heading_again(row, heading):
        return RowKind.HEADING
    if _reads_like_a_total(row):
        # Where the word stands in another column, a register_id beside it may make the row a record.
        is_alone = _register_id(row, heading) in ("", _first(row))
        return RowKind.TOTAL if is_alone else RowKind.UNCLEAR
    if len(row.cells) - row.cells.count("") > around.most_cells:
        return RowKind.RECORD
    filled = _filled(row)
    lasting = around.lasting_part(filled)
    if not lasting or not any(sign.isalnum() for cell in filled for sign in cell):
        return RowKind.NOTE
    if lasting in around.known_titles or is_phrase_alone(line_of(row), around.phrases):
        return RowKind.TITLE
    return RowKind.RECORD


def _filled(row: RawRow) -> tuple[str, ...]:
    return tuple(folded(cell_text(cell)) for cell in row.cells if cell)


def _first(row: RawRow) -> Cell:
    return next(cell for cell in row.cells if cell)


def _register_id(row: RawRow, heading: _Heading) -> Cell:
    return row.cells[heading.id_index] if heading.id_index < len(row.cells) else ""


def _is_heading_again(row: RawRow, heading: _Heading) -> bool:
    # The register_id is looked at first: in nearly every row it tells already.
    return all(
        index < len(row.cells) and folded(cell_text(row.cells[index])) == heading.cells[index]
        for index in (heading.id_index, *heading.placed)
    )


def _reads_like_a_total(row: RawRow) -> bool:
    is_total = _TOTAL.fullmatch(folded(cell_text(_first(row)))) is not None
    return is_total and all(_NUMBER.fullmatch(cell) for cell in _filled(row)[1:])


def _is_note(row: RawRow, heading: _Heading) -> bool:
    filled = [(index, cell_text(cell)) for index, cell in enumerate(row.cells) if cell]
    if len(filled) != 1:
        return False
    index, text = filled[0]
    return index != heading.id_index or _SENTENCE.search(text) is not None
