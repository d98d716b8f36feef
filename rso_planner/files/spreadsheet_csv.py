"""Writes CSV files that people open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from rso_planner.files.formula_guard import guard
from rso_planner.files.whole_file import write_whole_file


def write_spreadsheet_csv(path: Path, rows: Iterable[Iterable[str]]) -> None:
    """Write the rows, the heading among them; no cell can be taken for a formula.

    Raises:
        OSError: the file cannot be written.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([guard(cell) for cell in row] for row in rows)
    # With a byte order mark, or a spreadsheet reads accents as Windows-1252.
    write_whole_file(path, buffer.getvalue().encode("utf-8-sig"))
