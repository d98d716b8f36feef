"""What is left of an officer's day after the visits recorded on it: minutes, and the time of day still to come.

The recorded visits take what the plan would have given them (rules.md, workload): time on site, or that of a
failed attempt, the way between them and back to base, and the lead's preparation, write-up or assessment. An
officer is free again when back at base after the last of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.force import Force
from rso_planner.domain.officer import minute_of_day
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.visit import VisitOutcome
from rso_planner.planning.problem import OfficerDay, Outing
from rso_planner.planning.travel import Stop, TravelTimes, base_of, home_of


@dataclass(frozen=True, slots=True)
class DaySoFar:
    """What an officer has done: minutes spent in field and at the desk, and the minute of being back at base."""

    minutes: int
    back_at: int


@dataclass(frozen=True, slots=True)
class _Call:
    """A recorded visit as one officer made it; `stop` is None where the person has no place any more."""

    starts_at: int
    on_site: int
    desk: int
    stop: Stop | None


def days_so_far(force: Force, policy: PlanningPolicy, travel: TravelTimes, on: date) -> Mapping[str, DaySoFar]:
    """What each officer of the force with a visit recorded on the day has done, by officer."""
    calls: dict[str, list[_Call]] = {officer.officer_id: [] for officer in force.officers}
    for case in force.cases:
        for visit in case.visits:
            if visit.started_at.date() != on:
                continue
            is_seen = visit.outcome is VisitOutcome.SEEN
            on_site = policy.on_site[case.offender.risk_level] if is_seen else policy.failed_attempt
            starts_at = minute_of_day(visit.started_at.time())
            stop = home_of(case.offender.offender_id) if case.offender.place is not None else None
            desk = _desk_minutes(case, policy, on, is_seen=is_seen)
            # An officer who is not of the unit may have been there; whose hours these are is not ours to plan.
            for officer_id, at_desk in ((visit.officer_id, desk), (visit.second_officer_id, 0)):
                if officer_id in calls:
                    calls[officer_id].append(_Call(starts_at, on_site, at_desk, stop))
    return {officer_id: _sum_up(base_of(officer_id), done, travel) for officer_id, done in calls.items() if done}


def left_of_day(day: OfficerDay, so_far: DaySoFar) -> OfficerDay | None:
    """The day without what is done, or None where no minute or no rostered time is left."""
    minutes = day.plannable_minutes - so_far.minutes
    outings = [_after(outing, so_far.back_at) for outing in day.outings]
    left = tuple(outing for outing in outings if outing is not None)
    return replace(day, outings=left, plannable_minutes=minutes) if left and minutes > 0 else None


def _desk_minutes(case: Case, policy: PlanningPolicy, on: date, *, is_seen: bool) -> int:
    if not is_seen:
        return policy.preparation
    if any(each.assessed_on == on for each in case.assessments):
        return policy.arms_total - policy.on_site[case.offender.risk_level]
    return policy.preparation + policy.write_up


def _sum_up(base: Stop, calls: list[_Call], travel: TravelTimes) -> DaySoFar:
    minutes, here, back_at = 0, base, 0
    for call in sorted(calls, key=lambda each: each.starts_at):
        way = travel.minutes(here, call.stop) if call.stop is not None else 0
        minutes += way + call.on_site + call.desk
        here, back_at = call.stop or here, call.starts_at + call.on_site
    way_back = travel.minutes(here, base) if here != base else 0
    return DaySoFar(minutes + way_back, back_at + way_back)


def _after(outing: Outing, minute: int) -> Outing | None:
    rows = tuple((max(start, minute), end) for start, end in outing.rows if end > minute)
    return Outing(rows=rows) if rows else None
