"""A first visit follows registration, release, transfer in and return to active.

Within 5 working days for very high and high risk, 15 for the others. Rule first_visit, policy, assumed.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.completed_visit import completed_on_days
from rso_planner.domain.duties.raised_task import raised_task
from rso_planner.domain.duties.visit_clock_anchor import clock_start
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskKind
from rso_planner.domain.working_days import add_working_days


def find_first_visit(case: Case, policy: PlanningPolicy, as_of: date) -> Task | None:
    """The first visit, or None once a visit was completed on or after the clock's start.

    `case` is the case as known on the as-of day.
    """
    start = clock_start(case, policy, as_of)
    if completed_on_days(case, policy, start.on):
        return None
    offender = case.offender
    working_days = policy.first_visit[offender.risk_level]
    due_on = add_working_days(start.on, working_days)
    return raised_task(
        offender,
        TaskKind.FIRST_VISIT,
        due_on,
        cycle_days=visit_interval(offender, policy).days,
        rule="first_visit",
        reason=(
            f"First visit within {count_in_words(working_days, 'working day')} for {offender.risk_level.words} "
            f"risk; {start.words}, so due on {day_in_words(due_on)}."
        ),
    )
