"""What is due: every task of one person or of the force, and the lists that stand beside the tasks."""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.data_warnings import DataWarning, find_data_warnings
from rso_planner.domain.duties.arms_due import find_assessment
from rso_planner.domain.duties.dip_sample import find_dip_samples
from rso_planner.domain.duties.enquiry import Enquiry
from rso_planner.domain.duties.failed_attempts import WarrantFlag, find_warrant_flag
from rso_planner.domain.duties.first_visit import find_first_visit
from rso_planner.domain.duties.missing_or_wanted import find_sought_enquiry
from rso_planner.domain.duties.no_fixed_abode import find_no_place_enquiry, has_no_place
from rso_planner.domain.duties.notification_due import Notification, notification_due
from rso_planner.domain.duties.notification_end import IndefiniteReview, find_indefinite_review
from rso_planner.domain.duties.retry_after import find_retry
from rso_planner.domain.duties.rmp_review import find_rmp_review
from rso_planner.domain.duties.supervisor_review import find_supervisor_review
from rso_planner.domain.duties.visit_clock_anchor import find_visit
from rso_planner.domain.force import Force
from rso_planner.domain.management.reactive_duties import find_desktop_review
from rso_planner.domain.management.reactive_trigger import find_reactive_review
from rso_planner.domain.management.rmp_review_after_trigger import find_rmp_review_after_trigger
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_reactive, is_registered, is_under_management, is_worked_with
from rso_planner.domain.task import Task

__all__ = [
    "DataWarning",
    "Enquiry",
    "IndefiniteReview",
    "Notification",
    "WarrantFlag",
    "find_data_warnings",
    "find_enquiries",
    "find_force_tasks",
    "find_indefinite_reviews",
    "find_notifications",
    "find_routine_visit",
    "find_tasks",
    "find_warrant_flags",
]


def find_tasks(case: Case, policy: PlanningPolicy, as_of: date) -> tuple[Task, ...]:
    """All tasks of one person, whatever their due dates, sorted by due date and then kind; dip samples apart.

    Nobody has a task before registration, after the end of management, or while away, missing or wanted.
    """
    if not is_worked_with(case, as_of):
        return ()
    known = case.known_on(as_of)
    found = (
        _reactive_tasks(known, policy, as_of) if is_reactive(known, as_of) else _active_tasks(known, policy, as_of)
    )
    tasks = [task for task in found if task is not None]
    return tuple(sorted(tasks, key=lambda task: (task.due_on, task.kind)))


def find_routine_visit(case: Case, policy: PlanningPolicy, as_of: date) -> Task | None:
    """The visit or first visit whose lateness the overdue count counts, or None where no visit can be due."""
    if not is_worked_with(case, as_of):
        return None
    known = case.known_on(as_of)
    return None if is_reactive(known, as_of) else _routine_visit(known, policy, as_of)


def find_force_tasks(
    force: Force, policy: PlanningPolicy, as_of: date, until: date | None = None
) -> tuple[Task, ...]:
    """All tasks of all people with the month's dip samples, those due after `until` left out where it is given.

    Sorted by due date, person and kind.
    """
    tasks = [task for case in force.cases for task in find_tasks(case, policy, as_of)]
    tasks.extend(find_dip_samples(force.cases, policy, as_of))
    in_time = (task for task in tasks if until is None or task.due_on <= until)
    return tuple(sorted(in_time, key=lambda task: (task.due_on, task.offender_id, task.kind)))


def find_enquiries(force: Force, _policy: PlanningPolicy, as_of: date) -> tuple[Enquiry, ...]:
    """The people who must be found before a visit can be planned, sorted by person."""
    managed = (case.offender for case in force.cases if is_under_management(case, as_of))
    found = (find_sought_enquiry(offender) or find_no_place_enquiry(offender) for offender in managed)
    return tuple(sorted((each for each in found if each), key=lambda each: each.offender_id))


def find_warrant_flags(force: Force, policy: PlanningPolicy, as_of: date) -> tuple[WarrantFlag, ...]:
    """The people for whom a warrant is to be considered, sorted by person."""
    found = (find_warrant_flag(case, policy, as_of) for case in force.cases)
    return tuple(sorted((each for each in found if each), key=lambda each: each.offender_id))


def find_notifications(force: Force, as_of: date) -> tuple[Notification, ...]:
    """When each registered sex offender must notify next, sorted by due date; those without a date come last."""
    found = (notification_due(case.known_on(as_of)) for case in force.cases if is_registered(case, as_of))
    return tuple(sorted(found, key=lambda each: (each.due_on or date.max, each.offender_id)))


def find_indefinite_reviews(force: Force, as_of: date) -> tuple[IndefiniteReview, ...]:
    """The registered sex offenders whose indefinite notification may now be reviewed, the longest first."""
    found = (find_indefinite_review(case, as_of) for case in force.cases if is_registered(case, as_of))
    return tuple(sorted((each for each in found if each), key=lambda each: (each.possible_from, each.offender_id)))


def _routine_visit(case: Case, policy: PlanningPolicy, as_of: date) -> Task | None:
    if has_no_place(case.offender):
        return None
    return find_visit(case, policy, as_of) or find_first_visit(case, policy, as_of)


def _active_tasks(case: Case, policy: PlanningPolicy, as_of: date) -> list[Task | None]:
    return [
        _routine_visit(case, policy, as_of),
        None if has_no_place(case.offender) else find_retry(case, policy, as_of),
        find_assessment(case, policy, as_of),
        find_rmp_review(case, policy),
        find_supervisor_review(case, policy),
    ]


def _reactive_tasks(case: Case, policy: PlanningPolicy, as_of: date) -> list[Task | None]:
    return [
        find_desktop_review(case, policy, as_of),
        find_reactive_review(case, policy, as_of),
        find_rmp_review_after_trigger(case, policy, as_of),
        find_assessment(case, policy, as_of) if policy.reactive_duties_arms_renewal else None,
    ]
