"""Small good exports of the register with made-up people, to be written as they are or broken in one place.

A row has the number that a person sees in the file: the heading is row 1.
"""

from datetime import date
from pathlib import Path

import xlsxwriter

from tests.extracts import csv_text

Rows = list[list[str]]

SNAPSHOT = "2026-11-20"

PEOPLE = (
    (
        "register_id,register_type,offender_id,family_name,given_names,date_of_birth,status,risk_level,management,"
        "officer_id,area,visit_interval,last_visit_on,next_visit_due_on,visits_outstanding,last_arms_on,"
        "next_arms_due_on,snapshot_on"
    ),
    (
        "0012,rso,0001,NA,Zzed,1980-02-29,community,very_high,active,OM1,Madeup,1 month,2026-10-02,2026-11-02,1,"
        "2026-01-20,2027-01-20,2026-11-20"
    ),
    "12,rso,,O'Zample,Zoë,1975-05-05,custody,high,active,OM2,Madeup,,2026-09-01,2026-12-01,0,,,2026-11-20",
    "V-7,sro,0003,Null,None,,community,medium,active,,,6 weeks,,,,,,2026-11-20",
    # One person twice under one register_id: a finding of the reconciliation, no error of the export.
    "V-7,sro,0003,Null,None,,community,low,reactive,,,,,2025-01-31,,,,2026-11-20",
)

VISITS = (
    "register_id,family_name,date_of_birth,risk_level,officer_id,next_visit_due_on,snapshot_on",
    "0012,NA,1980-02-29,high,OM1,2026-11-02,2026-11-20",
    "12,O'Zample,1975-05-05,low,OM2,2026-12-01,2026-11-20",
    "0012,NA,1980-02-29,high,OM1,2026-10-02,2026-11-20",
    "0012,,,high,,,2026-11-20",
)

ARMS = (
    "register_id,family_name,assessment_date,completed_date,assessor,assessors_team,snapshot_on",
    "0012,NA,2024-12-01,2025-01-05,PC Zzone,Madeup team,2026-11-20",
    "0012,NA,2026-01-10,2026-01-20,PC Zztwo,Madeup team,2026-11-20",
    "0012,NA,2026-11-01,,PC Zztwo,Madeup team,2026-11-20",
    "12,O'Zample,2026-10-01,,PC Zzone,Madeup team,2026-11-20",
)

MAPPING_OF = {"people": "register-people", "visits": "register-visits", "arms": "register-arms"}
"""The shipped mapping that reads each of the exports."""

_EXPORTS = {"people": PEOPLE, "visits": VISITS, "arms": ARMS}


def good_rows(name: str) -> Rows:
    """The heading and the rows of one of the good exports."""
    return [line.split(",") for line in _EXPORTS[name]]


def column_of(rows: Rows, heading: str) -> int:
    """Where a heading stands."""
    return rows[0].index(heading)


def without(rows: Rows, *headings: str) -> Rows:
    """The rows without some of the columns."""
    kept = [index for index, heading in enumerate(rows[0]) if heading not in headings]
    return [[row[index] for index in kept] for row in rows]


def write_csv(rows: Rows, path: Path, separator: str = ",", encoding: str = "utf-8") -> Path:
    """Write an export as a CSV file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(csv_text(rows, separator).encode(encoding))
    return path


def write_workbook(rows: Rows, path: Path, *, is_typed: bool = False) -> Path:
    """Write an export as the first sheet of a workbook, with real dates and numbers where it is typed."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Report")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for index, row in enumerate(rows):
            for column, cell in enumerate(row):
                if is_typed and cell[:2] in ("19", "20") and cell[4:5] == "-":
                    sheet.write_datetime(index, column, date.fromisoformat(cell), day)
                elif is_typed and cell.isdigit() and not cell.startswith("0"):
                    sheet.write_number(index, column, float(cell))
                elif cell:
                    sheet.write_string(index, column, cell)
    return path
