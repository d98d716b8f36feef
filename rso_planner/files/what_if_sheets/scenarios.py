"""What each scenario is and what it changes."""

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.scenario_words import change_lines
from rso_planner.domain.what_if import WhatIf
from rso_planner.files.workbook_pen import Column, Pen

_COLUMNS = (
    Column("Scenario", 34),
    Column("File", 26),
    Column("What it is", 56),
    Column("What it changes", 70),
    Column("From which practice it departs", 44),
)
_WIDTH = (0, len(_COLUMNS) - 1)


def write_scenarios(pen: Pen, sheet: Worksheet, what_if: WhatIf) -> None:
    """Write one row for each scenario, the baseline first."""
    pen.put_across(sheet, 0, _WIDTH, "The scenarios", "title")
    note = "All start from the same records and meet the same demand; each changes only what stands here."
    pen.put_across(sheet, 1, _WIDTH, note, "note")
    scenarios = [curves.scenario for curves in what_if.scenarios]
    rows = [
        [each.title, f"{each.name}.toml", each.description, "\n".join(change_lines(each)), each.breach]
        for each in scenarios
    ]
    pen.put_list(sheet, 3, _COLUMNS, rows)
