"""Makes a workbook in the one style of the papers and puts it whole in its place."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from xlsxwriter import Workbook

from rso_planner.files.whole_file import write_whole_file
from rso_planner.files.workbook_pen import Pen

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@contextmanager
def workbook_to_write(path: Path, title: str, as_of: date) -> Iterator[tuple[Workbook, Pen]]:
    """An empty workbook and its pen; what is in it at the end is written, the same bytes whenever that is.

    Raises:
        OSError: the file cannot be written.
    """
    content = io.BytesIO()
    with Workbook(content, _OPTIONS) as workbook:
        created = datetime.combine(as_of, time(), tzinfo=UTC).replace(tzinfo=None)
        workbook.set_properties({"title": title, "comments": "Official-Sensitive", "created": created})
        yield workbook, Pen(workbook, title)
    write_whole_file(path, content.getvalue())
