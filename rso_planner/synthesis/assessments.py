"""ARMS and other assessments: completed rounds for exactly the drawn people, some started and not completed."""

from datetime import date, timedelta
from random import Random

from rso_planner.domain.arms import ArmsAssessment, ArmsPriority
from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.interval import add_months
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.synthesis.chance import draw_day, draw_number, draw_word, is_drawn
from rso_planner.synthesis.sketch import Sketch, Trigger
from rso_planner.synthesis.timeline import Timeline


def draw_assessments(
    sketch: Sketch,
    timeline: Timeline,
    officer_id: str,
    model: ForceModel,
    policy: PlanningPolicy,
    as_of: date,
    chance: Random,
) -> list[ArmsAssessment]:
    """The person's assessments, oldest first; their identifiers are given later."""
    found: list[ArmsAssessment] = []

    def add(assessed_on: date, completed_on: date | None, priority: ArmsPriority) -> None:
        found.append(
            ArmsAssessment(
                assessment_id="",
                offender_id=sketch.offender_id,
                assessed_on=assessed_on,
                priority=priority,
                completed_on=completed_on,
                officer_id=officer_id,
            )
        )

    started_from = timeline.registered_on
    if sketch.is_assessed:
        for completed_on in _draw_completed_days(sketch, timeline, model, policy, as_of, chance):
            assessed_on = max(timeline.registered_on, completed_on - timedelta(days=draw_number(chance, 0, 25)))
            add(assessed_on, completed_on, _draw_priority(sketch, model, chance))
            started_from = max(started_from, completed_on)
        if sketch.trigger is Trigger.ARMS_RAISED and timeline.reactive_since:
            raised_on = draw_day(chance, timeline.reactive_since + timedelta(days=5), as_of - timedelta(days=1))
            add(raised_on, raised_on, ArmsPriority.MEDIUM)
    if not _is_quiet(sketch) and is_drawn(chance, model.arms_started):
        first = max(started_from, (timeline.left_on or as_of) - timedelta(days=60))
        if first <= as_of:
            add(draw_day(chance, first, as_of), None, _draw_priority(sketch, model, chance))
    return sorted(found, key=lambda each: each.assessed_on)


def _is_quiet(sketch: Sketch) -> bool:
    return sketch.is_eligible or sketch.is_reactive


def _draw_priority(sketch: Sketch, model: ForceModel, chance: Random) -> ArmsPriority:
    if _is_quiet(sketch):
        return ArmsPriority.LOW
    return ArmsPriority(draw_word(chance, model.arms_priority[sketch.risk_level]))


def _draw_completed_days(
    sketch: Sketch, timeline: Timeline, model: ForceModel, policy: PlanningPolicy, as_of: date, chance: Random
) -> list[date]:
    until = timeline.left_on or as_of
    year = policy.arms_cycle
    if timeline.reactive_since is not None:
        # The move rested on an assessment that was current then.
        last_on = draw_day(
            chance, add_months(timeline.reactive_since, -9), timeline.reactive_since - timedelta(days=3)
        )
    elif sketch.is_eligible or is_drawn(chance, model.arms_current):
        last_on = draw_day(chance, add_months(until, -year) + timedelta(days=2), until - timedelta(days=1))
    else:
        last_on = draw_day(chance, add_months(until, -year - 14), add_months(until, -year) - timedelta(days=1))
    days = [max(timeline.registered_on, last_on)]
    for _ in range(int(draw_word(chance, model.arms_rounds)) - 1):
        earlier = add_months(days[-1], -year) - timedelta(days=draw_number(chance, -30, 60))
        if earlier <= timeline.registered_on:
            break
        days.append(earlier)
    return sorted(days)
