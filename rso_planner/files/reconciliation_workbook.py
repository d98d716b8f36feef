"""The reconciliation as a workbook: both bridges, the corrections to work through, and whom they are about."""

from pathlib import Path

from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.reconciliation_words import by_seriousness
from rso_planner.files.reconciliation_sheets.causes import write_causes
from rso_planner.files.reconciliation_sheets.corrections import write_corrections
from rso_planner.files.reconciliation_sheets.parts import write_parts
from rso_planner.files.reconciliation_sheets.people import write_people
from rso_planner.files.reconciliation_sheets.summary import write_summary
from rso_planner.files.reconciliation_sheets.trend import write_trend
from rso_planner.files.workbook_writing import workbook_to_write


def write_reconciliation_workbook(reconciliation: Reconciliation, path: Path) -> None:
    """Write the workbook; the same reconciliation gives the same bytes, whenever it is written.

    Raises:
        OSError: the file cannot be written.
    """
    title = f"Force and register compared, {day_in_words(reconciliation.as_of)}"
    parts = (
        ("Area", reconciliation.by_area),
        ("Officer", reconciliation.by_officer),
        ("Risk", by_seriousness(reconciliation.by_risk)),
    )
    with workbook_to_write(path, title, reconciliation.as_of) as (workbook, pen):
        write_summary(pen, workbook.add_worksheet("Summary"), reconciliation)
        write_corrections(pen, workbook.add_worksheet("Corrections"), reconciliation)
        write_people(pen, workbook.add_worksheet("People"), reconciliation)
        write_causes(pen, workbook.add_worksheet("Causes"), reconciliation)
        for heading, split in parts:
            write_parts(pen, workbook.add_worksheet(f"By {heading.lower()}"), reconciliation, heading, split)
        write_trend(pen, workbook.add_worksheet("Trend"), reconciliation)
