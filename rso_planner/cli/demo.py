"""`rso-planner demo`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from rso_planner.cli.messages import answer, progress, steps
from rso_planner.cli.plan import plan_lines
from rso_planner.cli.reconcile import reconciliation_lines
from rso_planner.settings import Settings, now

# A Friday and the Monday after it: the supervisor plans next week from Friday's extract.
_AS_OF = date(2026, 11, 20)
_WEEK = date(2026, 11, 23)


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the demo's files go.")] = Path("demo"),
) -> None:
    """Make a synthetic force, compare its counts, plan its week. Every paper is written into DIR."""
    from rso_planner.domain.plain_words import count_in_words
    from rso_planner.use_cases.brief_department import brief_department
    from rso_planner.use_cases.load_extract import load_extract
    from rso_planner.use_cases.load_register import load_register
    from rso_planner.use_cases.make_monday_sheet import make_monday_sheet
    from rso_planner.use_cases.plan_week import PlanWish, plan_week
    from rso_planner.use_cases.reconcile_counts import reconcile_counts
    from rso_planner.use_cases.recording import Asking
    from rso_planner.use_cases.synthesise_force import write_synthetic_force
    from rso_planner.use_cases.write_paper import write_paper
    from rso_planner.use_cases.write_plan_papers import write_plan_papers
    from rso_planner.use_cases.write_reconciliation_papers import write_reconciliation_papers

    settings: Settings = context.obj
    out.mkdir(parents=True, exist_ok=True)
    store = out / "rso_planner.db"
    asking = Asking(database_url=f"sqlite:///{store}", actor=settings.actor, now=now())
    with progress("Drawing a synthetic force"):
        force = write_synthetic_force("merseyside-2018", _AS_OF, 1, out).force
    answer(f"Drew a synthetic force of {count_in_words(len(force.cases), 'person')} into {out / 'extract'}.")
    with progress("Loading its extract and its register"):
        load_extract(asking, out / "extract")
        load_register(asking, out / "register.csv")
    answer(f"Loaded it and its register export into {store}.")
    with steps("Comparing the lists") as advance:
        compared = reconcile_counts(asking, on_progress=advance)
    compared_papers = write_reconciliation_papers(asking, compared, out / "reconciliation.xlsx")
    answer("")
    for line in reconciliation_lines(compared, compared_papers, most_shown=3):
        answer(line)
    with steps("Planning the week") as advance:
        planned = plan_week(asking, PlanWish(week=_WEEK), lambda step: advance(step.share, step.doing))
    papers = write_plan_papers(asking, planned, out)
    answer("")
    for line in plan_lines(planned, papers):
        answer(line)
    with progress("Writing the Monday sheet and the head of department's brief"):
        write_paper(asking, make_monday_sheet(asking), "monday-sheet", out)
        write_paper(asking, brief_department(asking), "head-brief", out)
    answer(f"Wrote the Monday sheet and the head of department's brief into {out}, as pages and workbooks.")
    answer("")
    answer(f"Open {out / 'report.html'} and {out / 'reconciliation.html'} in a browser. All people are made up.")
