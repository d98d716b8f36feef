"""Write the papers of a plan: for spreadsheets, calendars, a browser, and other programs."""

import tempfile
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.refusal import WrongUseError
from rso_planner.drawing.report import render_report
from rso_planner.files.plan_calendar import write_plan_calendars
from rso_planner.files.plan_csv import write_plan_csv
from rso_planner.files.plan_json import write_plan_json
from rso_planner.files.plan_workbook import write_plan_workbook
from rso_planner.files.whole_file import write_whole_file
from rso_planner.use_cases.recording import Asking, recorded_act


def write_plan_papers(asking: Asking, planned: PlannedWeek, folder: Path) -> tuple[Path, ...]:
    """Write every paper into the folder and return their paths; earlier papers there are replaced.

    All papers are made before the first is put in its place, so that a fault leaves the folder as it was.

    Raises:
        WrongUseError: the folder cannot be written to.
    """
    people = sorted({assignment.offender_id for assignment in planned.assignments})
    with recorded_act(asking, "plan --out") as act:
        act.record(
            AuditAction.DISCLOSURE,
            people=len(people),
            offender_ids=tuple(people),
            scope="people in the plan",
            detail=f"papers of the week {planned.week} written",
        )
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=folder, prefix=".papers-") as temporary:
                return _put_in_place(_make(planned, Path(temporary)), Path(temporary), folder)
        except OSError as error:
            raise WrongUseError(f"The papers cannot be written into {folder}: {error.strerror}.") from error


def _make(planned: PlannedWeek, folder: Path) -> list[Path]:
    calendars = folder / "calendars"
    calendars.mkdir()
    write_plan_csv(planned.result.plan, folder / "plan.csv")
    write_plan_workbook(planned, folder / "plan.xlsx")
    write_whole_file(folder / "report.html", render_report(planned).encode())
    write_plan_json(planned, folder / "plan.json")
    papers = [folder / name for name in ("report.html", "plan.xlsx", "plan.csv", "plan.json")]
    return [*papers, *sorted(write_plan_calendars(planned, calendars))]


def _put_in_place(made: list[Path], temporary: Path, folder: Path) -> tuple[Path, ...]:
    (folder / "calendars").mkdir(exist_ok=True)
    for stale in (folder / "calendars").glob("*.ics"):
        stale.unlink()
    placed = []
    for paper in made:
        target = folder / paper.relative_to(temporary)
        paper.replace(target)
        placed.append(target)
    return tuple(placed)
