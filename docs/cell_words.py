"""What a cell may hold, in the words of a page; and the line that says where a page comes from."""

from collections.abc import Mapping
from functools import partial

from rso_planner.files import cells, register_cells
from rso_planner.files.cells import CellKind

WRITTEN = "<!-- Written by docs/generate.py (`make docs`) from {source}; change it there. -->"

_CELLS = {
    cells.TEXT: "text",
    cells.IDENTIFIER: "identifier (text: 0012 stays 0012)",
    cells.DATE: "date",
    cells.DATE_TIME: "date and time, as 2026-11-23T09:15",
    cells.NOTIFICATION_END: "date, or indefinite",
    cells.TIME_OF_DAY: "time of day, as 09:15",
    cells.INTERVAL: "interval, as 6 weeks or 3 months",
    cells.YES_NO: "yes or no",
    cells.METRES: "metres on the British National Grid",
    register_cells.REGISTER_IDENTIFIER: "identifier (text: 0012 stays 0012)",
    register_cells.REGISTER_TEXT: "text",
    register_cells.NAME: "text with a letter in it",
    register_cells.DAY: "date; a time of day beside it is left out",
    register_cells.BIRTHDAY: "date",
}


def cell_words(kind: CellKind) -> str:
    """What a cell of that kind may hold."""
    if kind in _CELLS:
        return _CELLS[kind]
    read = kind.read
    if not isinstance(read, partial):
        raise TypeError(f"docs/generate.py has no words for the cells that {read} reads")
    if isinstance(read.args[0], Mapping):
        return ", ".join(f"`{word.value}`" for word in read.args[0].values())
    lowest, highest, is_whole = read.args
    return f"{'whole number' if is_whole else 'number'} from {lowest} to {highest:,}"
