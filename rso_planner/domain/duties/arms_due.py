"""When a person's next assessment is due: the rules of ARMS put together.

The cycle or the first assessment gives a date; a significant event that counts gives another; the earlier one
holds. Away, an event between completion and return makes the assessment out of date on the return; only events
from that day on count anew.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from rso_planner.domain.case import Case
from rso_planner.domain.duties.arms_cycle import arms_cycle, cycle_due_on, last_completed_on
from rso_planner.domain.duties.arms_first import (
    find_stale_return,
    first_counts_from,
    first_due_on,
    first_due_on_by_probation,
    is_first_by_probation,
)
from rso_planner.domain.duties.arms_population import assessment_kind, assessment_words
from rso_planner.domain.duties.arms_significant_event import event_due_on, significant_days_from
from rso_planner.domain.duties.raised_task import raised_task
from rso_planner.domain.plain_words import count_in_words, day_in_words, every
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import Task, TaskOwner

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Due:
    """A due date, the rule that sets it, and the sentence for it with a place for the kind of assessment."""

    on: date
    rule: str
    sentence: str
    owner: TaskOwner = TaskOwner.POLICE


def find_assessment(case: Case, policy: PlanningPolicy, as_of: date) -> Task:
    """The person's next ARMS or other assessment; `case` is the case as known on the as-of day."""
    clock, event = _find_dues(case, policy)
    due = event if event is not None and event.on <= clock.on else clock
    kind = assessment_kind(case.offender, policy, as_of)
    reason = due.sentence.format(assessment=assessment_words(kind))
    return raised_task(
        case.offender,
        kind,
        due.on,
        cycle_days=arms_cycle(policy).days,
        rule=due.rule,
        reason=reason[0].upper() + reason[1:],
        event_triggered=event is not None,
        owner=due.owner,
    )


def _find_dues(case: Case, policy: PlanningPolicy) -> tuple[_Due, _Due | None]:
    completed_on = last_completed_on(case)
    if completed_on is None:
        counts_from = first_counts_from(case)
        if is_first_by_probation(case):
            return _first_by_probation(case, counts_from, policy), None
        return _first(case, counts_from, policy), _find_event_due(case, counts_from, policy)
    stale_on = find_stale_return(case, policy, completed_on)
    # On a return with a current assessment no event lies between completion and return.
    counted = _find_event_due(case, stale_on or completed_on + _ONE_DAY, policy)
    return (_after_return(stale_on, policy) if stale_on else _renewal(completed_on, policy)), counted


def _renewal(completed_on: date, policy: PlanningPolicy) -> _Due:
    due_on = cycle_due_on(completed_on, policy)
    return _Due(
        due_on,
        "arms_cycle",
        f"{{assessment}} {every(arms_cycle(policy))}; last completed on {day_in_words(completed_on)}, "
        f"so due on {day_in_words(due_on)}.",
    )


def _after_return(back_on: date, policy: PlanningPolicy) -> _Due:
    due_on = first_due_on(back_on, policy)
    within = count_in_words(policy.arms_first_police_led, "day")
    return _Due(
        due_on,
        "arms_first",
        f"{{assessment}} within {within} of the return; the last one was out of date when the person came back to "
        f"the community on {day_in_words(back_on)}, so due on {day_in_words(due_on)}.",
    )


def _first(case: Case, counts_from: date, policy: PlanningPolicy) -> _Due:
    due_on = first_due_on(counts_from, policy)
    within = count_in_words(policy.arms_first_police_led, "day")
    return _Due(due_on, "arms_first", _first_sentence(case, counts_from, due_on, within))


def _first_by_probation(case: Case, counts_from: date, policy: PlanningPolicy) -> _Due:
    due_on = first_due_on_by_probation(counts_from, policy)
    within = f"{count_in_words(policy.arms_first_probation_led, 'day')} by probation"
    return _Due(due_on, "arms_first", _first_sentence(case, counts_from, due_on, within), TaskOwner.PROBATION)


def _first_sentence(case: Case, counts_from: date, due_on: date, within: str) -> str:
    began = "back in the community on" if counts_from > case.offender.registered_on else "registered on"
    return (
        f"first {{assessment}} within {within}; {began} {day_in_words(counts_from)}, "
        f"so due on {day_in_words(due_on)}."
    )


def _find_event_due(case: Case, first_on: date, policy: PlanningPolicy) -> _Due | None:
    days = significant_days_from(case, first_on)
    if not days:
        return None
    due_on = event_due_on(days[0], policy)
    window = count_in_words(policy.arms_significant_event, "working day")
    return _Due(
        due_on,
        "arms_significant_event",
        f"{{assessment}} within {window} of a significant event; it happened on {day_in_words(days[0])}, "
        f"so due on {day_in_words(due_on)}.",
    )
