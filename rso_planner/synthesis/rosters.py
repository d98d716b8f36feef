"""Rostered time: a few well-filled days out a week rather than a little of every day."""

from datetime import date, timedelta
from math import ceil
from random import Random

from rso_planner.domain.clock_span import read_shift
from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.officer import Duty, OffenderManager, OfficerRole, minute_of_day
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.working_days import is_working_day
from rso_planner.synthesis.chance import draw_number, draw_some, draw_word, is_drawn, share_out, stream

_DAY_HOURS = 7.4
_STEP = 5


def draw_duties(
    officers: tuple[OffenderManager, ...], model: ForceModel, policy: PlanningPolicy, as_of: date, seed: int
) -> tuple[Duty, ...]:
    """Duties from the Monday of the as-of day's week, sorted by officer, day and time."""
    monday = as_of - timedelta(days=as_of.weekday())
    duties: list[Duty] = []
    for officer in officers:
        chance = stream(seed, "duties", officer.officer_id)
        for week in range(model.roster):
            duties += _draw_week(officer, monday + timedelta(weeks=week), model, policy, chance)
    return tuple(duties)


def _draw_week(
    officer: OffenderManager, monday: date, model: ForceModel, policy: PlanningPolicy, chance: Random
) -> list[Duty]:
    # Now and then a Saturday instead of a Monday.
    first = 1 if is_drawn(chance, model.habits["saturday_duty"]) else 0
    days = [monday + timedelta(days=first + place) for place in range(5)]
    wanted = min(5, ceil(officer.contracted_hours / _DAY_HOURS - 0.01))
    worked = draw_some(chance, days, wanted)
    there = [day for day in worked if officer.is_in_post_on(day) and (is_working_day(day) or day.weekday() == 5)]
    if not there:
        return []
    if model.days_out and officer.role is OfficerRole.OFFENDER_MANAGER:
        minutes_of_day = _draw_minutes_by_lot(there, model, chance)
    else:
        minutes = _plannable_minutes(officer, model, policy) * len(there) // len(worked)
        minutes_of_day = _bundle_minutes(minutes, there, model, chance)
    duties: list[Duty] = []
    for day in there:
        plannable = minutes_of_day.get(day, 0)
        duties += _draw_day(officer.officer_id, day, plannable, draw_word(chance, model.shifts))
    return duties


def _draw_minutes_by_lot(there: list[date], model: ForceModel, chance: Random) -> dict[date, int]:
    low, high = model.field_day - model.field_day_spread, model.field_day + model.field_day_spread
    return {
        day: draw_number(chance, low // _STEP, high // _STEP) * _STEP
        for day in there
        if is_drawn(chance, model.days_out)
    }


def _bundle_minutes(minutes: int, there: list[date], model: ForceModel, chance: Random) -> dict[date, int]:
    out = draw_some(chance, there, min(len(there), max(1, round(minutes / model.field_day))))
    return {
        day: steps * _STEP for day, steps in zip(out, share_out(minutes // _STEP, [1] * len(out)), strict=True)
    }


def _plannable_minutes(officer: OffenderManager, model: ForceModel, policy: PlanningPolicy) -> int:
    is_supervisor = officer.role is OfficerRole.SUPERVISOR
    share = model.supervisor_plannable if is_supervisor else policy.plannable_share
    return int(officer.contracted_hours * 60 * share)


def _draw_day(officer_id: str, day: date, plannable: int, shift: str) -> list[Duty]:
    """One row for each part of the shift ('08:00-12:00+13:00-17:00'), the minutes in proportion."""
    parts = read_shift(shift)
    lengths = [minute_of_day(ends_at) - minute_of_day(starts_at) for starts_at, ends_at in parts]
    shares = share_out(min(plannable, sum(lengths)) // _STEP, lengths)
    return [
        Duty(officer_id=officer_id, on=day, starts_at=starts_at, ends_at=ends_at, plannable_minutes=steps * _STEP)
        for (starts_at, ends_at), steps in zip(parts, shares, strict=True)
    ]
