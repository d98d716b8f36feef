"""Visits on file: completed ones at the person's own pace, attempts between them and since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.offender import AWAY
from rso_planner.domain.officer import OffenderManager
from rso_planner.domain.visit import Visit, VisitOutcome
from rso_planner.synthesis.chance import draw_day, draw_number, draw_word, is_drawn
from rso_planner.synthesis.sketch import Arrival, Sketch
from rso_planner.synthesis.timeline import Timeline

_PARTS = {"morning": (510, 715), "afternoon": (720, 1015), "evening": (1020, 1200)}


@dataclass(frozen=True, slots=True)
class Team:
    """The person's own officer, and who else of the area goes on visits."""

    own: OffenderManager
    others: Sequence[OffenderManager]


def draw_visits(
    sketch: Sketch, timeline: Timeline, team: Team, model: ForceModel, as_of: date, chance: Random
) -> tuple[Visit, ...]:
    """The person's visits in the order of time; their identifiers are given later."""
    outcomes: dict[date, VisitOutcome] = {}
    completed = draw_completed_days(timeline, sketch, model, as_of, chance)
    floor = timeline.registered_on
    for day in completed:
        outcomes[day] = VisitOutcome.SEEN
        if is_drawn(chance, model.failed_before_visit):
            _add_attempts(outcomes, floor, day - timedelta(days=1), model, chance)
        floor = day + timedelta(days=1)
    until = min(day for day in (as_of, timeline.left_on, timeline.reactive_since) if day)
    if not sketch.is_reactive and is_drawn(chance, _share_of_attempts_since(sketch, model)):
        since = max(floor, timeline.clock_from, until - timedelta(days=40))
        _add_attempts(outcomes, since, until - timedelta(days=1), model, chance)
    return tuple(
        _draw_visit(sketch, day, outcome, team, model, as_of, chance) for day, outcome in sorted(outcomes.items())
    )


def draw_completed_days(
    timeline: Timeline, sketch: Sketch, model: ForceModel, as_of: date, chance: Random
) -> list[date]:
    """The days of completed visits, oldest first, ending with `last_seen_on` where there is one."""
    oldest = as_of - timedelta(days=365 * model.visit_history)
    days: list[date] = []
    if timeline.last_seen_on is not None:
        days = _walk_back(timeline.last_seen_on, max(oldest, timeline.clock_from), timeline, chance)
    if timeline.gap_from is not None and timeline.gap_from - timeline.registered_on > timedelta(days=90):
        last = timeline.gap_from - timedelta(days=draw_number(chance, 5, 60))
        # What came before the time away stays on file, though it no longer counts for the clock.
        earlier_floor = max(timeline.registered_on, oldest - timedelta(days=365 * 2))
        days += _walk_back(last, earlier_floor, timeline, chance)
    elif sketch.arrival is Arrival.TRANSFERRED_IN and is_drawn(chance, model.habits["visited_before_transfer"]):
        # The other force's last visit came with the transfer.
        before = timeline.clock_from - timedelta(days=draw_number(chance, 3, 20))
        days += [before] if before > timeline.registered_on else []
    return sorted(days)


def _walk_back(last: date, floor: date, timeline: Timeline, chance: Random) -> list[date]:
    days = [last]
    while True:
        pace = timeline.interval.days * (0.8 + 0.25 * chance.random())
        target = days[-1] - timedelta(days=max(3, int(pace)))
        if target < floor:
            return [day for day in days if day >= floor] or []
        days.append(draw_day(chance, max(floor, target - timedelta(days=2)), target))


def _share_of_attempts_since(sketch: Sketch, model: ForceModel) -> float:
    if sketch.is_overdue or sketch.status in AWAY:
        return model.failed_since_last_visit["overdue"]
    return model.failed_since_last_visit["others"]


def _add_attempts(
    outcomes: dict[date, VisitOutcome], since: date, until: date, model: ForceModel, chance: Random
) -> None:
    count = 1
    while count < 4 and is_drawn(chance, model.failed_again):
        count += 1
    first = max(since, until - timedelta(days=14 * count))
    for _ in range(count):
        if until < first:
            return
        day = draw_day(chance, first, until)
        if day not in outcomes:
            outcomes[day] = VisitOutcome(draw_word(chance, model.failed_outcome))


def _draw_visit(
    sketch: Sketch,
    day: date,
    outcome: VisitOutcome,
    team: Team,
    model: ForceModel,
    as_of: date,
    chance: Random,
) -> Visit:
    earliest, latest = _PARTS[draw_word(chance, model.part_of_day)]
    minute = draw_number(chance, earliest // 5, latest // 5) * 5
    started_at = datetime.combine(day, time(minute // 60, minute % 60))
    lead, second = _draw_officers(team, day, model, chance)
    return Visit(
        visit_id="",
        offender_id=sketch.offender_id,
        started_at=started_at,
        outcome=outcome,
        officer_id=lead,
        second_officer_id=second,
        recorded_at=_draw_recording(started_at, model, as_of, chance),
    )


def _draw_officers(team: Team, day: date, model: ForceModel, chance: Random) -> tuple[str, str | None]:
    there = [officer for officer in team.others if officer.is_in_post_on(day)]
    covered = is_drawn(chance, model.covered_by_another) or not team.own.is_in_post_on(day)
    lead = there[draw_number(chance, 0, len(there) - 1)] if covered else team.own
    if not is_drawn(chance, model.second_officer):
        return lead.officer_id, None
    seconds = [officer for officer in there if officer.officer_id != lead.officer_id]
    return lead.officer_id, seconds[draw_number(chance, 0, len(seconds) - 1)].officer_id if seconds else None


def _draw_recording(started_at: datetime, model: ForceModel, as_of: date, chance: Random) -> datetime | None:
    if is_drawn(chance, model.habits["recording_time_missing"]):
        return None
    lag = timedelta(minutes=45 + draw_number(chance, 0, 150))
    if is_drawn(chance, model.habits["recorded_days_later"]):
        lag += timedelta(days=draw_number(chance, 1, 6))
    return min(started_at + lag, datetime.combine(as_of, time(23, 55)))
