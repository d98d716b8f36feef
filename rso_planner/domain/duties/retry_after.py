"""After an attempt a new one follows: very high 2, high 5, others 10 working days.

Rule retry_after, policy, assumed. The retry is a task of its own: it neither moves nor replaces the visit's due
date, and one trip meets both.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.completed_visit import is_completed, visits_from
from rso_planner.domain.duties.raised_task import raised_task
from rso_planner.domain.duties.visit_clock_anchor import clock_start
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskKind
from rso_planner.domain.visit import VisitOutcome
from rso_planner.domain.working_days import add_working_days

_WHAT_HAPPENED = {
    VisitOutcome.NOT_SEEN: "not seen",
    VisitOutcome.REFUSED: "refused",
    VisitOutcome.ABANDONED: "abandoned",
}


def find_retry(case: Case, policy: PlanningPolicy, as_of: date) -> Task | None:
    """The new attempt, or None unless the last visit since the clock's start was an attempt.

    `case` is the case as known on the as-of day.
    """
    visits = visits_from(case, clock_start(case, policy, as_of).on)
    if not visits or is_completed(visits[-1], policy):
        return None
    offender, attempt = case.offender, visits[-1]
    attempted_on = attempt.started_at.date()
    working_days = policy.retry_after[offender.risk_level]
    due_on = add_working_days(attempted_on, working_days)
    return raised_task(
        offender,
        TaskKind.RETRY,
        due_on,
        cycle_days=visit_interval(offender, policy).days,
        rule="retry_after",
        reason=(
            f"New attempt within {count_in_words(working_days, 'working day')} for {offender.risk_level.words} "
            f"risk; last attempt on {day_in_words(attempted_on)} ({_WHAT_HAPPENED[attempt.outcome]}), "
            f"so due on {day_in_words(due_on)}."
        ),
    )
