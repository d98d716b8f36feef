"""The next visit counts from the last completed one.

Rule visit_clock_anchor, policy, assumed. `last_due` counts from the date on which that visit was due: due dates
lie whole intervals after the first completed visit since the clock's start, so nothing drifts, and each asks for
one visit, early or late. A visit a whole interval or more before the next due date is one beside the cycle.

The clock starts on the latest of registration, the return from custody, hospital or abroad (rule
clock_suspension), a transfer in, and a return to active management. Being found after missing keeps the clock.
"""

from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from rso_planner.domain.case import Case
from rso_planner.domain.duties.clock_suspension import back_in_community_on
from rso_planner.domain.duties.completed_visit import completed_on_days
from rso_planner.domain.duties.raised_task import raised_task
from rso_planner.domain.duties.visit_interval import (
    visit_interval,
    visit_interval_in_words,
    visit_interval_rule,
)
from rso_planner.domain.interval import Interval
from rso_planner.domain.management.person_decides import returned_to_active_on
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskKind


@dataclass(frozen=True, slots=True)
class ClockStart:
    """The day on which the visit clock last started, and what started it, in words."""

    on: date
    words: str


def clock_start(case: Case, policy: PlanningPolicy, as_of: date) -> ClockStart:
    """What last started the person's visit clock; of two on one day the first in the rule's order."""
    offender = case.offender
    back_on = back_in_community_on(case) if policy.clock_suspension else None
    starts = (
        (offender.registered_on, "registered on"),
        (back_on, "back in the community on"),
        (offender.transferred_in_on, "transferred in on"),
        (returned_to_active_on(case, as_of), "back on active management on"),
    )
    on, words = max(((day, words) for day, words in starts if day is not None), key=itemgetter(0))
    return ClockStart(on, f"{words} {day_in_words(on)}")


def find_visit(case: Case, policy: PlanningPolicy, as_of: date) -> Task | None:
    """The next routine visit, or None before the first completed visit since the clock's start.

    `case` is the case as known on the as-of day.
    """
    done = completed_on_days(case, policy, clock_start(case, policy, as_of).on)
    if not done:
        return None
    offender = case.offender
    interval = visit_interval(offender, policy)
    counts_from_due = policy.visit_clock_anchor == "last_due"
    due_on = _after_last_due(done, interval) if counts_from_due else interval.after(done[-1])
    anchor = f", counted from {day_in_words(done[0])}" if counts_from_due else ""
    verb = "seen" if policy.completed_visit == "seen" else "visited"
    return raised_task(
        offender,
        TaskKind.VISIT,
        due_on,
        cycle_days=interval.days,
        rule=visit_interval_rule(offender, policy),
        reason=(
            f"Visit {visit_interval_in_words(offender, policy)}{anchor}; last {verb} on "
            f"{day_in_words(done[-1])}, so due on {day_in_words(due_on)}."
        ),
    )


def _after_last_due(done: list[date], interval: Interval) -> date:
    discharged = 0
    for visited_on in dict.fromkeys(done[1:]):
        discharged += visited_on > interval.after(done[0], discharged)
    return interval.after(done[0], discharged + 1)
