"""Reads visits from a filled-in plan: `plan.csv` with three columns more, or plan.xlsx with its sheet Outcomes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.visit import VisitOutcome
from rso_planner.domain.visit_record import VisitRecord
from rso_planner.files.cells import DATE, IDENTIFIER, TIME_OF_DAY, YES_NO, word_of
from rso_planner.files.plan_sheets.outcomes import SHEET
from rso_planner.files.raw_table import RawTable
from rso_planner.files.reject import Reject
from rso_planner.files.row_checks import check_past
from rso_planner.files.single_table import all_rejects, check_known, is_usable, read_single_table
from rso_planner.files.table_layout import Table, may, must
from rso_planner.files.table_reading import TableReading

# The plan's own columns, which say nothing of what was done.
_OF_THE_PLAN = frozenset({"task_ids", "ends_at", "name"})

LAYOUT = Table(
    "visit records",
    (
        must("offender_id", IDENTIFIER),
        must("date", DATE, is_past=True),
        must("starts_at", TIME_OF_DAY),
        may("outcome", word_of(VisitOutcome)),
        must("lead_id", IDENTIFIER),
        may("second_id", IDENTIFIER),
        may("arms", word_of(ArmsPriority)),
        may("rmp_reviewed", YES_NO),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRecordsReading:
    """What a file tells of visits; `not_filled_in` counts the rows without an outcome, which tell nothing.

    `records` is None where there are rejects, unless good rows were to be accepted and the file itself is sound.
    """

    records: tuple[VisitRecord, ...] | None
    rejects: tuple[Reject, ...]
    left_out: int
    not_filled_in: int
    ignored_columns: tuple[str, ...]
    table: RawTable


def read_visit_records(
    path: Path,
    *,
    people: Collection[str],
    officers: Collection[str],
    last_day: date,
    accept_good_rows: bool = False,
) -> VisitRecordsReading:
    """Read a filled-in plan: a CSV file, or an XLSX workbook by its sheet Outcomes or else its first.

    Raises:
        ExtractRefusedError: there is no such file, or it cannot be opened.
    """
    reading = read_single_table(path, LAYOUT, SHEET)
    filled = [position for position, outcome in enumerate(reading["outcome"]) if _is_filled_in(reading, position)]
    check_past(reading, last_day, "the recording")
    check_known(reading, "offender_id", people, "the force has no person {}")
    for name in ("lead_id", "second_id"):
        check_known(reading, name, officers, "the force has no officer {}")
    records = _make_records(reading, filled)
    _forget_empty_rows(reading, filled)
    rejects = all_rejects(reading)
    return VisitRecordsReading(
        records=records if is_usable(reading) and (accept_good_rows or not rejects) else None,
        rejects=rejects,
        left_out=len(reading.rejects) + len(reading.raw.misshapen),
        not_filled_in=len(reading) - len(filled),
        ignored_columns=tuple(each for each in reading.ignored if each.casefold() not in _OF_THE_PLAN),
        table=reading.raw,
    )


def _is_filled_in(reading: TableReading, position: int) -> bool:
    return any(reading.cell(position, name) for name in ("outcome", "arms", "rmp_reviewed"))


def _forget_empty_rows(reading: TableReading, filled: Collection[int]) -> None:
    """A row that tells nothing cannot tell it wrongly."""
    wanted = set(filled)
    for position in [each for each in reading.rejects if each not in wanted]:
        del reading.rejects[position]


def _make_records(reading: TableReading, filled: Collection[int]) -> tuple[VisitRecord, ...]:
    made: dict[tuple[str, datetime], tuple[int, VisitRecord]] = {}
    for position in filled:
        if position in reading.rejects:
            continue
        row = reading.row(position)
        if row["outcome"] is None:
            reading.refuse(position, "outcome", "the row tells of work done and not of what came of the visit")
            continue
        try:
            record = VisitRecord(
                offender_id=row["offender_id"],
                started_at=datetime.combine(row["date"], row["starts_at"]),
                outcome=row["outcome"],
                officer_id=row["lead_id"],
                second_officer_id=row["second_id"],
                arms=row["arms"],
                is_rmp_reviewed=bool(row["rmp_reviewed"]),
            )
        except ValueError as error:
            reading.refuse(position, "arms" if row["arms"] else "second_id", str(error))
            continue
        first, _ = made.setdefault((record.offender_id, record.started_at), (position, record))
        if first != position:
            number = reading.row_number(first)
            reading.refuse(position, "starts_at", f"row {number} is a visit to the same person at the same time")
    return tuple(record for position, record in made.values() if position not in reading.rejects)
