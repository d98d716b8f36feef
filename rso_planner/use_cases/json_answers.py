"""The answers of the contract as JSON documents, the same whichever door gives them."""

from collections.abc import Sequence
from typing import Any

from rso_planner.domain.issued_plan import IssuedPlan
from rso_planner.domain.paper import Paper
from rso_planner.domain.plan_changes import PlanChange
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.staffing_need import StaffingNeed
from rso_planner.domain.what_if import WhatIf
from rso_planner.files.due_json import make_figures_document, make_lists_document, make_task_document
from rso_planner.files.explanation_json import make_explanation_document
from rso_planner.files.issue_json import make_change_documents, make_issue_document
from rso_planner.files.pairs_json import make_pairs_document
from rso_planner.files.paper_json import make_paper_document
from rso_planner.files.plan_json import make_plan_document
from rso_planner.files.reallocation_json import (
    make_caseload_document,
    make_change_document,
    make_reallocation_document,
)
from rso_planner.files.reconciliation_json import make_reconciliation_document
from rso_planner.files.reviews_json import make_reviews_document
from rso_planner.files.staffing_json import make_staffing_document
from rso_planner.files.what_if_json import make_what_if_document
from rso_planner.use_cases.explain_plan import ExplainedPlan
from rso_planner.use_cases.find_due import DueList
from rso_planner.use_cases.list_pairs import ListedPairs
from rso_planner.use_cases.list_reallocation import ListedReallocation
from rso_planner.use_cases.replan_week import ReplannedWeek
from rso_planner.use_cases.review_management import ManagementReviews


def make_due_answer(found: DueList) -> dict[str, Any]:
    """What `due` found: the figures first, then the tasks, then the lists beside them."""
    return {
        **make_figures_document(found.figures),
        "weeks": found.weeks,
        "tasks": [
            make_task_document(each.task, each.days_overdue, each.lateness, each.standing.value)
            for each in found.tasks
        ],
        **make_lists_document(
            enquiries=found.enquiries,
            warrant_flags=found.warrant_flags,
            notifications=found.notifications,
            indefinite_reviews=found.indefinite_reviews,
            data_warnings=found.data_warnings,
        ),
    }


def make_reviews_answer(found: ManagementReviews) -> dict[str, Any]:
    """What `reviews` found: who may move to reactive management, and who on it must be reviewed."""
    return make_reviews_document(found.as_of, found.candidates, found.must_be_reviewed)


def make_plan_answer(planned: PlannedWeek) -> dict[str, Any]:
    """The planned week as the contract's `plan` document."""
    return make_plan_document(planned)


def make_issue_answer(issued: IssuedPlan, changes: Sequence[PlanChange]) -> dict[str, Any]:
    """An issued version, with what it changes in the one before it."""
    return make_issue_document(issued, changes)


def make_replan_answer(found: ReplannedWeek) -> dict[str, Any]:
    """The plan of the week as `plan` has it, days gone by included, with what it changes and what it keeps."""
    return {
        **make_plan_document(found.planned, found.past),
        "against_version": found.issued.version,
        "kept": found.kept,
        "changes": make_change_documents(found.changes),
        "not_recorded": [each.offender_id for each in found.not_recorded],
    }


def make_reconciliation_answer(found: Reconciliation) -> dict[str, Any]:
    """The reconciliation as the contract's `reconcile` document."""
    return make_reconciliation_document(found)


def make_what_if_answer(found: WhatIf) -> dict[str, Any]:
    """The run as the contract's `whatif` document."""
    return make_what_if_document(found)


def make_staffing_answer(found: StaffingNeed) -> dict[str, Any]:
    """The least staffing that reaches a target."""
    return make_staffing_document(found)


def make_pairs_answer(found: ListedPairs) -> dict[str, Any]:
    """What `pairs list` found: the certain pairs counted, the records to decide on, the decisions."""
    return make_pairs_document(found.extracted_on, found.snapshot_on, found.pairing, found.decisions)


def make_explanation_answer(found: ExplainedPlan) -> dict[str, Any]:
    """Why the tasks asked about are planned so, or left out."""
    return make_explanation_document(found.week, found.explanations)


def make_reallocation_answer(found: ListedReallocation) -> dict[str, Any]:
    """The latest proposal to change officers, how each change stands, and the caseloads now."""
    return {
        "proposal_id": found.proposal_id,
        "made_at": found.made_at.isoformat(),
        "made_by": found.made_by,
        **make_reallocation_document(found.proposal),
        "changes": [make_change_document(each) for each in found.changes],
        "accepted_earlier": [make_change_document(each) for each in found.earlier],
        "officers_now": [make_caseload_document(each) for each in found.now],
    }


def make_paper_answer(paper: Paper) -> dict[str, Any]:
    """A briefing, a brief or a sheet with all that its workbook holds."""
    return make_paper_document(paper)
