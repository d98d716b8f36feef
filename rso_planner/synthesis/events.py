"""What came to notice about people: events, and the decisions made on how they are managed."""

from datetime import date, timedelta
from random import Random

from rso_planner.domain.decision import Decision, DecisionKind
from rso_planner.domain.event import Event, EventKind
from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.interval import add_months
from rso_planner.domain.offender import Status
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.synthesis.chance import draw_day, draw_number, draw_word, is_drawn
from rso_planner.synthesis.sketch import Arrival, Sketch, Trigger
from rso_planner.synthesis.timeline import Timeline, has_left_the_force

_HARMLESS = (EventKind.ADDRESS_CHANGE, EventKind.RELATIONSHIP, EventKind.OTHER)


def draw_events(
    sketch: Sketch,
    timeline: Timeline,
    model: ForceModel,
    policy: PlanningPolicy,
    as_of: date,
    chance: Random,
) -> list[Event]:
    """The person's events, oldest first; their identifiers are given later."""
    until = timeline.left_on or timeline.reactive_since or as_of
    quiet_from = None
    if sketch.is_eligible or sketch.is_reactive:
        quiet_from = add_months(until, -policy.reactive_eligibility)
    first = max(timeline.registered_on, add_months(as_of, -model.events_complete - 12))
    found: list[Event] = []
    years = max(0.0, (until - first).days / 365)
    for _ in range(_draw_count(years * model.events_a_year[sketch.risk_level], chance)):
        event = _draw_event(sketch, draw_day(chance, first, until - timedelta(days=1)), model, chance)
        if quiet_from is None or event.occurred_on < quiet_from or _is_harmless(event):
            found.append(event)
    if sketch.is_reactive:
        # Whatever happens on reactive management raises a review, so it must be wanted.
        found += _draw_trigger(sketch, timeline, model, as_of, chance)
    found += _custody_events(sketch, timeline, model, chance)
    return sorted(found, key=lambda event: event.occurred_on)


def _draw_count(mean: float, chance: Random) -> int:
    count = int(mean)
    spread = int(is_drawn(chance, mean - count))
    return max(0, count + spread + draw_number(chance, -1, 1)) if mean > 1 else spread


def _is_harmless(event: Event) -> bool:
    return event.kind in _HARMLESS and not event.significant


def _event(sketch: Sketch, day: date, kind: EventKind, significant: bool, source: str | None = None) -> Event:
    return Event(
        event_id="",
        offender_id=sketch.offender_id,
        occurred_on=day,
        kind=kind,
        significant=significant,
        source=source,
    )


def _draw_event(sketch: Sketch, day: date, model: ForceModel, chance: Random) -> Event:
    word = draw_word(chance, model.event_kind)
    source = model.event_sources[draw_number(chance, 0, len(model.event_sources) - 1)]
    significant = is_drawn(chance, model.significant[word])
    return _event(
        sketch,
        day,
        EventKind(word),
        significant,
        None if is_drawn(chance, model.habits["event_source_missing"]) else source,
    )


def _draw_trigger(
    sketch: Sketch, timeline: Timeline, model: ForceModel, as_of: date, chance: Random
) -> list[Event]:
    if sketch.trigger not in (Trigger.EVENT, Trigger.EVENT_REVIEWED) or timeline.reactive_since is None:
        return []
    first = max(timeline.reactive_since + timedelta(days=2), as_of - timedelta(days=60))
    return [_draw_event(sketch, draw_day(chance, first, as_of - timedelta(days=4)), model, chance)]


def _custody_events(sketch: Sketch, timeline: Timeline, model: ForceModel, chance: Random) -> list[Event]:
    """Releases of those who came back from custody, recalls of those who went again."""
    found: list[Event] = []
    if sketch.arrival is Arrival.RELEASED:
        found.append(_event(sketch, timeline.clock_from, EventKind.RELEASE, False, "prison service"))
        went_back = timeline.gap_from is not None and timeline.gap_from > timeline.registered_on
        if went_back and timeline.gap_from is not None and not sketch.is_eligible:
            found.append(_event(sketch, timeline.gap_from, EventKind.RECALL, True, "probation service"))
    recalled = (
        sketch.status is Status.CUSTODY
        and timeline.left_on
        and is_drawn(chance, model.habits["recalled_to_custody"])
    )
    if recalled and timeline.left_on and not has_left_the_force(sketch):
        found.append(_event(sketch, timeline.left_on, EventKind.RECALL, True, "probation service"))
    return found


def draw_decisions(
    sketch: Sketch,
    timeline: Timeline,
    model: ForceModel,
    policy: PlanningPolicy,
    as_of: date,
    chance: Random,
) -> list[Decision]:
    """The person's decisions, oldest first; their identifiers are given later."""
    found: list[Decision] = []

    def add(day: date, kind: DecisionKind, reason: str, satisfied: bool | None) -> None:
        authority = model.authorities[draw_number(chance, 0, len(model.authorities) - 1)]
        found.append(
            Decision(
                decision_id="",
                offender_id=sketch.offender_id,
                decided_on=day,
                decision=kind,
                authorised_by=authority,
                reason=reason,
                officer_satisfied=satisfied,
            )
        )

    if timeline.reactive_since is not None:
        add(timeline.reactive_since, DecisionKind.TO_REACTIVE, "All criteria met (synthetic)", True)
        if sketch.trigger is Trigger.EVENT_REVIEWED:
            add(as_of - timedelta(days=1), DecisionKind.STAY, "Event reviewed, stays reactive (synthetic)", None)
    elif sketch.arrival is Arrival.BACK_TO_ACTIVE and timeline.gap_from and sketch.is_visited:
        add(timeline.gap_from, DecisionKind.TO_REACTIVE, "All criteria met (synthetic)", True)
        add(timeline.clock_from, DecisionKind.TO_ACTIVE, "Circumstances changed (synthetic)", False)
    elif sketch.is_eligible:
        add(draw_day(chance, add_months(as_of, -6), as_of), DecisionKind.STAY, "To be reviewed (synthetic)", True)
    elif sketch.is_visited and is_drawn(chance, model.stay_decision):
        first = max(timeline.clock_from, add_months(as_of, -policy.reactive_eligibility))
        satisfied = (True, False, None)[draw_number(chance, 0, 2)]
        add(draw_day(chance, first, as_of), DecisionKind.STAY, "Stays active (synthetic)", satisfied)
    return found
