"""A what-if run as a workbook: sentences, differences, weekly figures, what each scenario changes, assumptions."""

from collections.abc import Sequence
from pathlib import Path

from rso_planner.domain.assumption import Assumption
from rso_planner.domain.what_if import WhatIf
from rso_planner.files.what_if_sheets.assumptions import write_assumptions
from rso_planner.files.what_if_sheets.differences import write_differences
from rso_planner.files.what_if_sheets.scenarios import write_scenarios
from rso_planner.files.what_if_sheets.summary import write_summary
from rso_planner.files.what_if_sheets.weekly import write_weekly
from rso_planner.files.workbook_writing import workbook_to_write


def write_what_if_workbook(what_if: WhatIf, assumptions: Sequence[Assumption], accuracy: str, path: Path) -> None:
    """Write the workbook; the same run gives the same bytes, whenever it is written.

    `accuracy` says in a sentence or two how far the mode of the run may be off.

    Raises:
        OSError: the file cannot be written.
    """
    with workbook_to_write(path, "What if: scenarios compared", what_if.as_of) as (workbook, pen):
        write_summary(pen, workbook.add_worksheet("Summary"), what_if, accuracy)
        write_differences(pen, workbook.add_worksheet("Differences"), what_if)
        write_weekly(pen, workbook.add_worksheet("Weekly"), what_if)
        write_scenarios(pen, workbook.add_worksheet("Scenarios"), what_if)
        write_assumptions(pen, workbook.add_worksheet("Assumptions"), assumptions)
