"""A row, a heading or a file that was given to the planner and cannot be used as it is."""

from dataclasses import dataclass
from datetime import date, datetime, time

from rso_planner.domain.refusal import InputRefusedError

Cell = str | datetime | date | time
"""What a cell of a table holds: text, or a real date or time of a workbook."""


class ExtractRefusedError(InputRefusedError):
    """The extract, or the export of the register, cannot be opened at all."""


@dataclass(frozen=True, slots=True, order=True)
class Reject:
    """One problem: the file and the row as a person sees them (the heading is row 1), and a plain sentence.

    A problem of a whole file has row 0 and no column.
    """

    file: str
    row: int
    column: str
    value: str
    reason: str


def cell_text(cell: Cell) -> str:
    """The cell as it is written in a file: a real date of a workbook as YYYY-MM-DD."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="minutes")
    return cell.isoformat() if isinstance(cell, date) else f"{cell:%H:%M}"
