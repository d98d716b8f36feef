"""The lists of a reconciliation as CSV: the corrections to work through, and whom the lists differ on."""

from pathlib import Path

from rso_planner.domain.discrepancy import Discrepancy
from rso_planner.domain.reconciliation import Correction, Reconciliation
from rso_planner.domain.reconciliation_words import field_lines
from rso_planner.files.spreadsheet_csv import write_spreadsheet_csv

_PERSON = ("offender_id", "register_id", "risk_level", "area", "officer_id", "due_on", "cause")
CORRECTION_COLUMNS = ("number", "system", *_PERSON, "action", "evidence", "done_on", "done_by")
PEOPLE_COLUMNS = (
    *("number", *_PERSON, "parts", "also"),
    *("force_overdue", "register_overdue", "force_visits", "register_visits", "reason", "fields"),
)


def write_corrections_csv(reconciliation: Reconciliation, path: Path) -> None:
    """Write one row for each correction, the most serious first; the last two columns are left to be filled in."""
    rows = [_correction(number, each) for number, each in enumerate(reconciliation.corrections, start=1)]
    write_spreadsheet_csv(path, [CORRECTION_COLUMNS, *rows])


def write_people_csv(reconciliation: Reconciliation, path: Path) -> None:
    """Write one row for each person on whom the lists differ, the most serious first."""
    rows = [_difference(number, each) for number, each in enumerate(reconciliation.discrepancies, start=1)]
    write_spreadsheet_csv(path, [PEOPLE_COLUMNS, *rows])


def _correction(number: int, correction: Correction) -> list[str]:
    system = correction.system.value if correction.system else "both"
    person = _person(correction.discrepancy)
    return [str(number), system, *person, correction.action, correction.evidence, "", ""]


def _difference(number: int, found: Discrepancy) -> list[str]:
    causes = ("; ".join(cause.value for cause in each) for each in (found.parts, found.also))
    overdue = ("yes" if each else "no" for each in (found.force_overdue, found.register_overdue))
    visits = (str(each) for each in (found.force_visits, found.register_visits))
    fields = field_lines(found).replace("\n", "; ")
    return [str(number), *_person(found), *causes, *overdue, *visits, found.reason, fields]


def _person(found: Discrepancy) -> list[str]:
    return [
        found.offender_id or "",
        found.register_id or "",
        found.risk_level.value if found.risk_level else "",
        found.area or "",
        found.officer_id or "",
        found.due_on.isoformat() if found.due_on else "",
        found.cause.value,
    ]
