"""A periodic review counts from the last one, or from the start of management where none was made.

The start is the latest of registration, the return to the community and a transfer in.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.clock_suspension import back_in_community_on
from rso_planner.domain.duties.raised_task import raised_task
from rso_planner.domain.interval import Interval
from rso_planner.domain.plain_words import day_in_words, every
from rso_planner.domain.task import Task, TaskKind


def review_after(case: Case, kind: TaskKind, *, reviewed_on: date | None, cycle: Interval, words: str) -> Task:
    """The review of this kind that is due one cycle after the last one; the kind's name is the rule's name."""
    offender = case.offender
    if reviewed_on is None:
        start_on = _start_of_management(case)
        anchor, due_on = f"none on file since {day_in_words(start_on)}", cycle.after(start_on)
    else:
        anchor, due_on = f"last reviewed on {day_in_words(reviewed_on)}", cycle.after(reviewed_on)
    return raised_task(
        offender,
        kind,
        due_on,
        cycle_days=cycle.days,
        rule=kind.value,
        reason=(
            f"{words} {every(cycle)} for {offender.risk_level.words} risk; {anchor}, "
            f"so due on {day_in_words(due_on)}."
        ),
    )


def _start_of_management(case: Case) -> date:
    starts = (case.offender.registered_on, back_in_community_on(case), case.offender.transferred_in_on)
    return max(day for day in starts if day is not None)
