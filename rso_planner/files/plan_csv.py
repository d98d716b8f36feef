"""A visit plan as CSV: written for spreadsheets and scripts, read back for `check`."""

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rso_planner.domain.refusal import InputRefusedError
from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.files.formula_guard import guard, unguard
from rso_planner.files.plan_csv_row import COLUMNS, RowFaultError, make_cells, read_cells
from rso_planner.files.text_decoding import decode_text
from rso_planner.files.whole_file import write_whole_file


@dataclass(frozen=True, slots=True)
class PlanFault:
    """What is wrong in a plan file; the heading is row 1, and row 0 stands for the whole file."""

    file: str
    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, row {self.row}" if self.row else self.file
        what = f", {self.column}" + (f" '{self.value}'" if self.value else "") if self.column else ""
        return f"{where}{what}: {self.reason}"


class PlanRefusedError(InputRefusedError):
    """A plan file that cannot be used, with every fault that was found in it."""

    def __init__(self, *faults: PlanFault) -> None:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(f"{faults[0]}{more}")
        self.faults = faults


def write_plan_csv(plan: VisitPlan | None, path: Path) -> None:
    """Write one row for each assignment, by day, time and person; the heading alone without a plan."""
    write_whole_file(path, plan_csv_text(plan).encode("utf-8"))


def plan_csv_text(plan: VisitPlan | None) -> str:
    """What `write_plan_csv` writes."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for assignment in sorted(plan.assignments, key=_by_day_time_person) if plan else ():
        writer.writerow([guard(cell) for cell in make_cells(assignment)])
    return stream.getvalue()


def read_plan_csv(path: Path, week: date | None = None) -> VisitPlan:
    """Read a plan, hand-made or written by the planner; its travel minutes are then not known.

    Dates are YYYY-MM-DD or DD/MM/YYYY; extra columns are ignored. Without `week` the plan is for the week of
    its earliest date. Whether the plan keeps the rules is for `check` to say.

    Raises:
        PlanRefusedError: with file, row, column, value and reason for every fault in the file.
    """
    assignments: list[Assignment] = []
    faults: list[PlanFault] = []
    for number, cells in _read_rows(path):
        try:
            assignments.append(read_cells(cells))
        except RowFaultError as error:
            faults += [PlanFault(path.name, number, each.column, each.value, each.reason) for each in error.faults]
    if faults:
        raise PlanRefusedError(*faults)
    if week is None:
        week = _find_week(path, assignments)
    return VisitPlan(week=week, assignments=tuple(sorted(assignments, key=_by_day_time_person)))


def _by_day_time_person(assignment: Assignment) -> tuple[date, str, str, tuple[str, ...]]:
    return assignment.on, assignment.starts_at.isoformat(), assignment.offender_id, assignment.task_ids


def _find_week(path: Path, assignments: list[Assignment]) -> date:
    if not assignments:
        raise PlanRefusedError(PlanFault(path.name, 0, "", "", "has no rows, so its week is not known"))
    earliest = min(each.on for each in assignments)
    return earliest - timedelta(days=earliest.weekday())


def _read_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows below the heading, numbered as a spreadsheet numbers them; empty rows are passed over."""
    try:
        lines = list(csv.reader(io.StringIO(_read_text(path), newline=""), strict=True))
    except csv.Error as error:
        raise PlanRefusedError(PlanFault(path.name, 0, "", "", f"is not a CSV file: {error}")) from error
    heading = [cell.strip() for cell in lines[0]] if lines else []
    _check_heading(path, heading)
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(heading):
            reason = f"has {len(line)} cells; the heading has {len(heading)}"
            raise PlanRefusedError(PlanFault(path.name, number, "", "", reason))
        rows.append((number, {name: unguard(cell.strip()) for name, cell in zip(heading, line, strict=True)}))
    return rows


def _check_heading(path: Path, heading: list[str]) -> None:
    faults = [
        PlanFault(path.name, 1, column, "", "is missing in the heading" if count == 0 else "stands there twice")
        for column in COLUMNS
        if (count := heading.count(column)) != 1
    ]
    if faults:
        raise PlanRefusedError(*faults)


def _read_text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PlanRefusedError(PlanFault(path.name, 0, "", "", "cannot be opened")) from error
    try:
        return decode_text(content)
    except ValueError as error:
        raise PlanRefusedError(PlanFault(path.name, 0, "", "", str(error))) from error
