"""Write a paper as a page for a browser or a printer, and as a workbook."""

import tempfile
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.paper import Paper
from rso_planner.domain.refusal import WrongUseError
from rso_planner.drawing.paper_page import render_paper_page
from rso_planner.files.paper_workbook import write_paper_workbook
from rso_planner.files.whole_file import write_whole_file
from rso_planner.use_cases.putting_papers import check_places, put_in_place
from rso_planner.use_cases.recording import Asking, recorded_act


def write_paper(asking: Asking, paper: Paper, command: str, folder: Path) -> tuple[Path, ...]:
    """Write the page and the workbook into the folder, named by the paper, and return their paths.

    Both are made before the first is put in its place, and the disclosure is on the audit before that.

    Raises:
        WrongUseError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".papers-") as temporary:
            page, workbook = (Path(temporary) / f"{paper.name}{ending}" for ending in (".html", ".xlsx"))
            write_whole_file(page, render_paper_page(paper).encode())
            write_paper_workbook(paper, workbook)
            check_places((page, workbook), folder)
            with recorded_act(asking, f"{command} --out") as act:
                act.record(
                    AuditAction.DISCLOSURE,
                    people=len(paper.offender_ids),
                    offender_ids=paper.offender_ids,
                    scope="people on the paper",
                    detail=f"papers as of {paper.as_of} written",
                )
            return put_in_place((page, workbook), folder)
    except OSError as error:
        raise WrongUseError(f"The papers cannot be written into {folder}: {error.strerror}.") from error
