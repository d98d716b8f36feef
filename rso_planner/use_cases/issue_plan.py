"""Issue a week's plan: signed, numbered, and kept as it was handed out, byte for byte."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.issued_plan import IssuedPlan
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.plan_changes import PlanChange, compare_plans
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.visit_plan import PlanStatus
from rso_planner.files.plan_csv import plan_csv_text
from rso_planner.files.plan_json import read_plan_document
from rso_planner.files.whole_file import write_whole_file
from rso_planner.storage.issued_plans import load_issued_plans, save_issued_plan
from rso_planner.storage.plans import StoredPlan, find_latest_plan
from rso_planner.storage.store import StoreConnection
from rso_planner.use_cases.recording import Asking, recorded_act


class NothingToIssueError(WrongUseError):
    """There is no plan to issue or to show, it is issued already, or nobody signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIssue:
    """A plan that was issued now, with what it changes in the version before it."""

    issued: IssuedPlan
    changes: tuple[PlanChange, ...]


def issue_plan(asking: Asking, week: date, signed_by: str) -> NewIssue:
    """Issue the plan of the week that was made last.

    Raises:
        NothingToIssueError: the week has no plan, the last one holds none, or it is issued already; nobody signs.
    """
    if not signed_by.strip():
        raise NothingToIssueError("A plan is issued by somebody: name who signs it.")
    with recorded_act(asking, "issue") as act:
        earlier = load_issued_plans(act.connection, week)
        stored = find_latest_plan(act.connection, week)
        if stored is None or stored.plan_id is None:
            raise NothingToIssueError(f"No plan is kept of the week of {day_in_words(week)}; make one first.")
        if stored.status == PlanStatus.NO_PLAN.value:
            raise NothingToIssueError(f"The last plan of the week of {day_in_words(week)} holds no work.")
        if earlier and earlier[-1].plan_id == stored.plan_id:
            raise NothingToIssueError(
                f"The last plan of the week of {day_in_words(week)} is issued already, as version "
                f"{earlier[-1].version}."
            )
        plan, _ = read_plan_document(json.loads(stored.content))
        issued = IssuedPlan(
            week=week,
            version=len(earlier) + 1,
            plan_id=stored.plan_id,
            issued_at=asking.now,
            signed_by=signed_by.strip(),
            content=stored.content,
            table=plan_csv_text(plan),
        )
        save_issued_plan(act.connection, issued)
        people = tuple(sorted({each.offender_id for each in plan.assignments}))
        act.record(
            AuditAction.ALTERATION,
            people=len(people),
            offender_ids=people,
            scope="people in the plan",
            detail=f"version {issued.version} of the week {week} issued",
        )
    changes = compare_plans(read_plan_document(json.loads(earlier[-1].content))[0], plan) if earlier else ()
    return NewIssue(issued=issued, changes=changes)


def find_plan_to_issue(connection: StoreConnection, week: date) -> StoredPlan | None:
    """The plan of the week that was made last, where it holds work and nobody has issued it."""
    stored, issued = find_latest_plan(connection, week), load_issued_plans(connection, week)
    if stored is None or stored.status == PlanStatus.NO_PLAN.value:
        return None
    return None if issued and issued[-1].plan_id == stored.plan_id else stored


def get_issued_plan(asking: Asking, week: date, version: int | None = None) -> IssuedPlan:
    """A version of the week as it was handed out, the last one unless another is named.

    Raises:
        NothingToIssueError: there is no such version.
    """
    with recorded_act(asking, "issue") as act:
        found = load_issued_plans(act.connection, week)
        act.record(AuditAction.CONSULTATION, people=0, scope="a plan", detail=f"issued plans of the week {week}")
    wanted = [each for each in found if version in (None, each.version)]
    if not wanted:
        what = "No plan" if version is None else f"No version {version}"
        raise NothingToIssueError(f"{what} of the week of {day_in_words(week)} was issued.")
    return wanted[-1]


def write_issued_plan(asking: Asking, issued: IssuedPlan, folder: Path) -> tuple[Path, ...]:
    """Write the version's plan.json and plan.csv, byte for byte as they were.

    Raises:
        WrongUseError: the folder cannot be written to.
    """
    with recorded_act(asking, "issue --out") as act:
        plan, _ = read_plan_document(json.loads(issued.content))
        people = tuple(sorted({each.offender_id for each in plan.assignments}))
        act.record(
            AuditAction.DISCLOSURE,
            people=len(people),
            offender_ids=people,
            scope="people in the plan",
            detail=f"version {issued.version} of the week {issued.week} written",
        )
        try:
            folder.mkdir(parents=True, exist_ok=True)
            papers = {"plan.json": issued.content, "plan.csv": issued.table}
            for name, text in papers.items():
                write_whole_file(folder / name, text.encode())
        except OSError as error:
            raise WrongUseError(f"The papers cannot be written into {folder}: {error.strerror}.") from error
    return tuple(folder / name for name in papers)
