"""Reads CSV files as raw tables."""

import csv
import io
from collections.abc import Collection, Iterator
from pathlib import Path

from rso_planner.files.formula_guard import unguard
from rso_planner.files.raw_table import RawRow, RawTable
from rso_planner.files.reject import ExtractRefusedError
from rso_planner.files.table_mapping import folded
from rso_planner.files.text_decoding import decode_text

_SEPARATORS = (",", ";", "\t")
_LONGEST_CELL = 100_000


def read_csv_table(path: Path, known_headings: Collection[str]) -> RawTable:
    """Read one file whose first row is its heading; what is wrong with its form is in the table's `problems`.

    Raises:
        ExtractRefusedError: the file cannot be opened.
    """
    table = RawTable(path.name)
    rows = read_csv_rows(path, table, known_headings)
    if not table.problems:
        table.take(rows)
    return table


def read_csv_rows(
    path: Path, table: RawTable, known_headings: Collection[str], heading_within: int = 1
) -> list[RawRow]:
    """Every row of a file, blank ones too; where the text itself is spoilt, none, and the table has a problem.

    The separator is the one that finds the most of the known headings in one of the first rows. A quoted text may
    hold line breaks: its row still counts as one.

    Raises:
        ExtractRefusedError: the file cannot be opened.
    """
    try:
        text = decode_text(path.read_bytes())
    except OSError as error:
        raise ExtractRefusedError(f"{path.name} cannot be opened: {error.strerror}") from error
    except ValueError as error:
        table.refuse(str(error))
        return []
    rows: list[RawRow] = []
    try:
        for row in _rows(text, _separator(text, known_headings, heading_within)):
            rows.append(row)
    except csv.Error as error:
        table.refuse(_quotation_sentence(str(error)), len(rows) + 1)
        return []
    return rows


def find_csv_file(folder: Path, name: str) -> Path | None:
    """The file of that name in the folder, in capitals or not."""
    wanted = name.casefold()
    found = sorted(each for each in folder.iterdir() if each.is_file() and each.name.casefold() == wanted)
    return found[0] if found else None


def _separator(text: str, known_headings: Collection[str], heading_within: int) -> str:
    lines = text.split("\n", heading_within)[:heading_within]

    def known(separator: str) -> int:
        return max(
            sum(folded(cell.strip(' "\r')) in known_headings for cell in line.split(separator)) for line in lines
        )

    return max(_SEPARATORS, key=known)


def _rows(text: str, separator: str) -> Iterator[RawRow]:
    previous_limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        # newline="": the reader itself must see the line ends, those inside quotation marks too.
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        for number, cells in enumerate(reader, start=1):
            yield RawRow(number, tuple([_clean(cell) for cell in cells]))
    finally:
        csv.field_size_limit(previous_limit)


def _clean(cell: str) -> str:
    text = cell.strip()
    return unguard(text) if text.startswith("'") else text


def _quotation_sentence(error: str) -> str:
    if "field larger" in error:
        return "a quotation mark is opened and not closed: a single cell runs over most of the file"
    return "the quotation marks do not pair up: one is opened and not closed, or a text follows a closing one"
