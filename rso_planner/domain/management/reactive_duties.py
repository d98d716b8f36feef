"""Reactive management: no routine visits, a yearly desktop review, no renewal of ARMS; notification goes on.

Rule reactive_duties, policy. Source: newspapers of June 2017; whether ARMS is renewed is assumed, because
sources conflict, so it can be switched on. The first desktop review counts from the move to reactive
management; where neither that day nor a desktop review is known, from registration, with a data warning.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.raised_task import raised_task
from rso_planner.domain.interval import Interval, months
from rso_planner.domain.management.person_decides import find_management
from rso_planner.domain.plain_words import day_in_words, every
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskKind


def desktop_review_cycle(policy: PlanningPolicy) -> Interval:
    """The time from one desktop review to the next."""
    return months(policy.reactive_duties_review)


def find_desktop_review(case: Case, policy: PlanningPolicy, as_of: date) -> Task:
    """The next desktop review of a person on reactive management."""
    offender, cycle = case.offender, desktop_review_cycle(policy)
    reactive_since = find_management(case, as_of).since
    known = [
        (day, words)
        for day, words in (
            (offender.desktop_reviewed_on, "last reviewed on"),
            (reactive_since, "on reactive management since"),
        )
        if day is not None
    ]
    anchor, words = max(known, default=(offender.registered_on, "no earlier day is known than registration on"))
    due_on = cycle.after(anchor)
    return raised_task(
        offender,
        TaskKind.DESKTOP_REVIEW,
        due_on,
        cycle_days=cycle.days,
        rule="reactive_duties",
        reason=(
            f"Desktop review {every(cycle)} on reactive management; {words} {day_in_words(anchor)}, "
            f"so due on {day_in_words(due_on)}."
        ),
    )
