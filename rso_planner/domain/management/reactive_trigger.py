"""An event, a changed circumstance, a raised risk or ARMS brings a review for active within 5 working days.

Rule reactive_trigger, policy. Source: HMICFRS glossary; the window is assumed. Since the move to reactive
management these trigger: any event, significant or not; a SHPO or SOPO; an assessment above low; a risk above low;
a circumstance that would keep the person from reactive management (MAPPA 2 or 3, on licence, an open
investigation, under 18, each if its exclusion is switched on). Risk and circumstances have no day in the extract:
they count from an event that tells of them, else from the move. A desktop review or a decision on a strictly later
day discharges a trigger. A decision may bring the person back to active, with a first visit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.case import Case
from rso_planner.domain.duties.raised_task import raised_task
from rso_planner.domain.event import EventKind
from rso_planner.domain.force import Force
from rso_planner.domain.management.person_decides import find_management
from rso_planner.domain.management.reactive_duties import desktop_review_cycle
from rso_planner.domain.management.reactive_exclusions import find_exclusions
from rso_planner.domain.management.unknown_is_not_met import Criterion, Standing
from rso_planner.domain.order import PREVENTION_ORDERS
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_reactive, is_worked_with
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import Task, TaskKind
from rso_planner.domain.working_days import add_working_days

_EVENT_WORDS = {
    EventKind.OFFENCE: "an offence",
    EventKind.ORDER_BREACH: "a breach of an order",
    EventKind.INTELLIGENCE: "intelligence received",
    EventKind.RISK_CHANGE: "a change of risk",
    EventKind.ADDRESS_CHANGE: "a change of address",
    EventKind.RELATIONSHIP: "a change in relationships",
    EventKind.RELEASE: "a release",
    EventKind.RECALL: "a recall",
    EventKind.OTHER: "another event",
}
_CIRCUMSTANCES: Mapping[str, tuple[str, frozenset[EventKind]]] = {
    "not_under_18": ("the person is under 18", frozenset()),
    "mappa_level_1": ("the MAPPA level is {level}", frozenset({EventKind.RISK_CHANGE})),
    "not_on_licence": ("the person is on licence", frozenset({EventKind.RELEASE, EventKind.RECALL})),
    "no_open_investigation": (
        "the person is under investigation",
        frozenset({EventKind.OFFENCE, EventKind.ORDER_BREACH, EventKind.INTELLIGENCE}),
    ),
}
"""By the criterion that is not met: the circumstance in words, and the events that tell of it with their day."""


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """What asks for a review, and since when; `words` stand in a sentence."""

    since: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MustBeReviewed:
    """A person on reactive management who must be reviewed for active, and everything that triggered it."""

    offender_id: str
    triggers: tuple[Trigger, ...]
    since: date
    due_on: date
    reason: str


def find_must_be_reviewed(force: Force, policy: PlanningPolicy, as_of: date) -> tuple[MustBeReviewed, ...]:
    """Everybody on reactive management in the community with a trigger not discharged, the earliest due first."""
    found: list[MustBeReviewed] = []
    for whole in force.cases:
        if not is_worked_with(whole, as_of) or not is_reactive(whole, as_of):
            continue
        case = whole.known_on(as_of)
        triggers, task = find_triggers(case, policy, as_of), find_reactive_review(case, policy, as_of)
        if task is not None:
            found.append(
                MustBeReviewed(
                    offender_id=task.offender_id,
                    triggers=triggers,
                    since=triggers[0].since,
                    due_on=task.due_on,
                    reason=task.reason,
                )
            )
    return tuple(sorted(found, key=lambda each: (each.due_on, each.offender_id)))


def find_reactive_review(case: Case, policy: PlanningPolicy, as_of: date) -> Task | None:
    """The review of a person on reactive management for active, or None without a trigger.

    `case` is the case as known on the as-of day.
    """
    triggers = find_triggers(case, policy, as_of)
    if not triggers:
        return None
    due_on = add_working_days(triggers[0].since, policy.reactive_trigger)
    window = count_in_words(policy.reactive_trigger, "working day")
    return raised_task(
        case.offender,
        TaskKind.REACTIVE_REVIEW,
        due_on,
        cycle_days=desktop_review_cycle(policy).days,
        rule="reactive_trigger",
        reason=(
            f"Review for active management within {window}; {triggers[0].words}, so due on {day_in_words(due_on)}."
        ),
    )


def find_triggers(case: Case, policy: PlanningPolicy, as_of: date) -> tuple[Trigger, ...]:
    """What asks for a review and is not discharged, in order; `case` as known on the as-of day."""
    since = find_management(case, as_of).since or case.offender.registered_on
    discharged_before = _last_looked_at(case, as_of)
    raised = (
        *_events(case, since),
        *_orders(case, since),
        *_raised_assessments(case, since),
        *_raised_risk(case, since),
        *_circumstances(case, find_exclusions(case, policy, as_of), since),
    )
    return tuple(sorted(trigger for trigger in raised if trigger.since >= discharged_before))


def _last_looked_at(case: Case, as_of: date) -> date:
    days = [each.decided_on for each in case.decisions]
    if case.offender.desktop_reviewed_on is not None and case.offender.desktop_reviewed_on <= as_of:
        days.append(case.offender.desktop_reviewed_on)
    return max(days, default=date.min)


def _events(case: Case, since: date) -> Iterator[Trigger]:
    for event in case.events:
        if event.occurred_on >= since:
            yield Trigger(event.occurred_on, f"{_EVENT_WORDS[event.kind]} on {day_in_words(event.occurred_on)}")


def _orders(case: Case, since: date) -> Iterator[Trigger]:
    for order in case.orders:
        if order.kind in PREVENTION_ORDERS and order.made_on >= since:
            yield Trigger(order.made_on, f"a {order.kind} made on {day_in_words(order.made_on)}")


def _raised_assessments(case: Case, since: date) -> Iterator[Trigger]:
    for each in case.assessments:
        done_on = each.completed_on
        if done_on is not None and done_on > since and each.priority is not ArmsPriority.LOW:
            priority = each.priority.value.replace("_", " ")
            yield Trigger(done_on, f"an assessment of {priority} priority completed on {day_in_words(done_on)}")


def _raised_risk(case: Case, since: date) -> Iterator[Trigger]:
    risk_level = case.offender.risk_level
    if risk_level is RiskLevel.LOW:
        return
    changes = (event.occurred_on for event in case.events if event.kind is EventKind.RISK_CHANGE)
    raised_on = max((day for day in changes if day >= since), default=None)
    if raised_on is not None:
        yield Trigger(raised_on, f"the risk level is {risk_level.words} since {day_in_words(raised_on)}")
    else:
        yield Trigger(
            since,
            f"the risk level is {risk_level.words} and the day on which it was raised is not in the extract: "
            f"counted from {day_in_words(since)}",
        )


def _circumstances(case: Case, exclusions: tuple[Criterion, ...], since: date) -> Iterator[Trigger]:
    told = {event.kind for event in case.events if event.occurred_on >= since}
    for criterion in exclusions:
        words, tell_of_it = _CIRCUMSTANCES.get(criterion.name, ("", frozenset()))
        if words and criterion.standing is Standing.NOT_MET and not told & tell_of_it:
            now = words.format(level=case.offender.mappa_level)
            yield Trigger(since, f"{now}, with no day for it in the extract: counted from {day_in_words(since)}")
