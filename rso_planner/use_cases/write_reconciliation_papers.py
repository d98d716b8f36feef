"""Write the papers of a reconciliation: a workbook, a page for a browser, and the lists as CSV."""

import tempfile
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.refusal import WrongUseError
from rso_planner.drawing.reconciliation_report import render_reconciliation_report
from rso_planner.files.reconciliation_csv import write_corrections_csv, write_people_csv
from rso_planner.files.reconciliation_workbook import write_reconciliation_workbook
from rso_planner.files.whole_file import write_whole_file
from rso_planner.use_cases.putting_papers import check_places, put_in_place
from rso_planner.use_cases.recording import Asking, recorded_act

_WORKBOOK = ".xlsx"


def write_reconciliation_papers(asking: Asking, reconciliation: Reconciliation, out: Path) -> tuple[Path, ...]:
    """Write the workbook `out` and, beside it, the page and the lists of the same name; return their paths.

    All papers are made before the first is put in its place, and the disclosure is on the audit before that, so
    that a fault leaves earlier papers as they were and no paper is given out unrecorded.

    Raises:
        WrongUseError: `out` is not named as a workbook, or the papers cannot be written there.
    """
    if out.suffix.casefold() != _WORKBOOK:
        raise WrongUseError(
            f"The reconciliation is written as a workbook: {out.name} does not end in {_WORKBOOK}."
        )
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".papers-") as temporary:
            made = _make(reconciliation, Path(temporary), out)
            check_places(made, out.parent)
            _record_disclosure(asking, reconciliation)
            return put_in_place(made, out.parent)
    except OSError as error:
        raise WrongUseError(f"The papers cannot be written into {out.parent}: {error.strerror}.") from error


def _make(reconciliation: Reconciliation, folder: Path, out: Path) -> tuple[Path, ...]:
    workbook = folder / out.name
    page, corrections, people = (
        folder / f"{out.stem}{ending}" for ending in (".html", ".corrections.csv", ".people.csv")
    )
    write_reconciliation_workbook(reconciliation, workbook)
    write_whole_file(page, render_reconciliation_report(reconciliation).encode())
    write_corrections_csv(reconciliation, corrections)
    write_people_csv(reconciliation, people)
    return workbook, page, corrections, people


def _record_disclosure(asking: Asking, reconciliation: Reconciliation) -> None:
    found = reconciliation.discrepancies
    ours = sorted({each.offender_id for each in found if each.offender_id is not None})
    only_theirs = sorted({each.register_id or "" for each in found if each.offender_id is None})
    detail = f"papers of the reconciliation as of {reconciliation.as_of} written"
    if only_theirs:
        detail += f"; by their register id: {', '.join(only_theirs)}"
    with recorded_act(asking, "reconcile --out") as act:
        act.record(
            AuditAction.DISCLOSURE,
            people=len(ours) + len(only_theirs),
            offender_ids=tuple(ours),
            scope="people on whom the two lists differ",
            detail=detail,
        )
