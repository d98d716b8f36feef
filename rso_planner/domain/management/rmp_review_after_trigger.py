"""What asks for a review of a person on reactive management asks for a review of the RMP too, in the same time.

Rule rmp_review_after_trigger, assumed, after rule reactive_trigger. A review of the RMP after the trigger, or
whatever discharges the trigger, meets it.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.raised_task import raised_task
from rso_planner.domain.interval import months
from rso_planner.domain.management.reactive_trigger import find_triggers
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskKind
from rso_planner.domain.working_days import add_working_days


def find_rmp_review_after_trigger(case: Case, policy: PlanningPolicy, as_of: date) -> Task | None:
    """The review of the RMP that a trigger asks for, or None; `case` as known on the as-of day."""
    reviewed_on = case.offender.rmp_reviewed_on
    triggers = [
        each for each in find_triggers(case, policy, as_of) if reviewed_on is None or each.since > reviewed_on
    ]
    if not triggers:
        return None
    due_on = add_working_days(triggers[0].since, policy.reactive_trigger)
    window = count_in_words(policy.reactive_trigger, "working day")
    return raised_task(
        case.offender,
        TaskKind.RMP_REVIEW,
        due_on,
        cycle_days=months(policy.rmp_review[case.offender.risk_level]).days,
        rule="rmp_review_after_trigger",
        reason=(
            f"Review of the risk management plan within {window}; {triggers[0].words}, "
            f"so due on {day_in_words(due_on)}."
        ),
        event_triggered=True,
    )
