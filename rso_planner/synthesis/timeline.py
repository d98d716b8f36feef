"""The dates of a person's time under management, chosen so that the visit is due as the outline says."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.interval import Interval, add_months, months, read_interval
from rso_planner.domain.offender import AWAY, SOUGHT, Status
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.working_days import add_working_days
from rso_planner.synthesis.chance import draw_day, draw_number, draw_word, is_drawn
from rso_planner.synthesis.sketch import Arrival, Sketch

_DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """When what began: `clock_from` started the visit clock, `last_seen_on` is the last completed visit since.

    `gap_from` to `clock_from` is the time away (or on reactive management, for a return to active) before it;
    `left_on` is the day from which the person is away, sought or no longer managed.
    """

    registered_on: date
    clock_from: date
    interval: Interval
    has_own_interval: bool = False
    last_seen_on: date | None = None
    gap_from: date | None = None
    left_on: date | None = None
    reactive_since: date | None = None


def draw_timeline(
    sketch: Sketch, model: ForceModel, policy: PlanningPolicy, as_of: date, chance: Random
) -> Timeline:
    """The person's dates; with the rules of the policy, the visit is overdue exactly if the outline says so."""
    interval, own = _draw_interval(sketch, model, policy, chance)
    left_on = reactive_since = None
    if sketch.is_reactive:
        reactive_since = draw_day(chance, add_months(as_of, -model.longest_reactive), as_of - timedelta(days=15))
    elif not sketch.is_visited:
        left_on = _draw_leaving(sketch, model, as_of, chance)
    last_seen_on = None
    if sketch.awaits_first_visit:
        clock_from = _draw_clock_for_first_visit(sketch, model, policy, as_of, chance)
    else:
        until = left_on or reactive_since or as_of
        last_seen_on = _draw_last_seen(sketch, model, interval, until, chance)
        clock_from = _draw_clock_before(sketch, model, policy, as_of, last_seen_on, chance)
    registered_on, gap_from = _draw_registration(sketch, model, policy, clock_from, chance)
    return Timeline(
        registered_on=registered_on,
        clock_from=clock_from,
        interval=interval,
        has_own_interval=own,
        last_seen_on=last_seen_on,
        gap_from=gap_from,
        left_on=left_on,
        reactive_since=reactive_since,
    )


def _draw_interval(
    sketch: Sketch, model: ForceModel, policy: PlanningPolicy, chance: Random
) -> tuple[Interval, bool]:
    """The person's interval, and whether it is the plan's own rather than the table's."""
    own = sketch.is_visited and policy.visit_interval_source == "rmp_then_table"
    if own and is_drawn(chance, model.rmp_interval[sketch.risk_level]):
        return read_interval(draw_word(chance, model.rmp_intervals[sketch.risk_level])), True
    return months(policy.visit_interval_table[sketch.risk_level]), False


def _draw_leaving(sketch: Sketch, model: ForceModel, as_of: date, chance: Random) -> date:
    if sketch.status in SOUGHT:
        longest = model.longest_since["sought"]
    elif sketch.status in AWAY:
        longest = model.longest_since["away"]
    else:
        longest = model.longest_since["no_longer_managed"]
    return as_of - timedelta(days=1 + int(longest * chance.random() ** 1.5))


def _draw_lateness(sketch: Sketch, model: ForceModel, chance: Random) -> int:
    longest = int(model.longest_overdue[sketch.risk_level])
    return 1 + int(max(0, longest - 1) * chance.random() ** 2)


def _draw_clock_for_first_visit(
    sketch: Sketch, model: ForceModel, policy: PlanningPolicy, as_of: date, chance: Random
) -> date:
    earliest = as_of
    working_days = policy.first_visit[sketch.risk_level]
    while add_working_days(earliest - timedelta(days=1), working_days) >= as_of:
        earliest -= timedelta(days=1)
    if sketch.is_overdue:
        return earliest - timedelta(days=_draw_lateness(sketch, model, chance))
    return draw_day(chance, earliest, as_of)


def _draw_last_seen(sketch: Sketch, model: ForceModel, interval: Interval, until: date, chance: Random) -> date:
    earliest = earliest_anchor(interval, until)
    if sketch.is_due_today:
        return earliest
    if sketch.is_overdue:
        late = earliest - timedelta(days=_draw_lateness(sketch, model, chance))
        return draw_day(chance, late - timedelta(days=2), late)
    return draw_day(chance, earliest, until - timedelta(days=1))


def earliest_anchor(interval: Interval, due_on: date) -> date:
    """The first day from which the interval ends on the given day or later."""
    anchor = due_on - timedelta(days=int(interval.days) + 5)
    while interval.after(anchor) < due_on:
        anchor += timedelta(days=1)
    return anchor


def _draw_clock_before(
    sketch: Sketch, model: ForceModel, policy: PlanningPolicy, as_of: date, last_seen_on: date, chance: Random
) -> date:
    latest = last_seen_on - timedelta(days=draw_number(chance, 0, 21))
    if sketch.is_eligible:
        needed = max(policy.reactive_eligibility, policy.reactive_exclusions_community_months)
        latest = min(latest, add_months(as_of, -needed))
    elif sketch.is_reactive:
        latest = min(latest, last_seen_on - timedelta(days=4 * _DAYS_A_YEAR))
    longest = model.years_on_register * _DAYS_A_YEAR
    if sketch.arrival is not Arrival.REGISTERED:
        longest //= 3
    return latest - timedelta(days=int(longest * chance.random() ** 1.6))


def _draw_registration(
    sketch: Sketch, model: ForceModel, policy: PlanningPolicy, clock_from: date, chance: Random
) -> tuple[date, date | None]:
    """The day of registration, and since when the person was away or on reactive management, if at all."""
    if sketch.arrival is Arrival.REGISTERED:
        return clock_from, None
    known_for = int(model.years_on_register * _DAYS_A_YEAR * 0.5 * chance.random() ** 2)
    if sketch.arrival is Arrival.TRANSFERRED_IN:
        return clock_from - timedelta(days=30 + known_for), None
    if sketch.arrival is Arrival.BACK_TO_ACTIVE:
        gap_from = add_months(clock_from, -draw_number(chance, 3, 14))
        return add_months(gap_from, -policy.reactive_eligibility) - timedelta(days=known_for), gap_from
    gap_from = clock_from - timedelta(days=draw_number(chance, 40, 900))
    # Who was not sentenced on registration was in the community before and went away.
    if is_drawn(chance, model.habits["sentenced_on_registration"]):
        return gap_from, gap_from
    return gap_from - timedelta(days=120 + known_for), gap_from


def is_away_arrival(sketch: Sketch) -> bool:
    """Tell whether the person came back from custody, hospital or abroad."""
    return sketch.arrival in (Arrival.RELEASED, Arrival.BACK_FROM_HOSPITAL_OR_ABROAD)


def has_left_the_force(sketch: Sketch) -> bool:
    """Tell whether the person is no longer managed: deceased, transferred out, archived, ended."""
    gone = (Status.DECEASED, Status.TRANSFERRED_OUT, Status.ARCHIVED)
    return sketch.status in gone or sketch.registration_ended
