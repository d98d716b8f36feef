"""What a plan may use of each officer's days: duties, less absences; or the contract where nothing is rostered."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import floor

from rso_planner.domain.force import Force
from rso_planner.domain.officer import Absence, Duty, OffenderManager, minute_of_day
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.working_days import is_working_day
from rso_planner.planning.problem import OfficerDay, Outing

_LONGEST_GAP_IN_AN_OUTING = 60
_WORKING_DAYS = 5
_ROUNDING_NOISE = 1e-9


def officer_days(
    force: Force, officer: OffenderManager, policy: PlanningPolicy, week: date, as_of: date
) -> Mapping[date, OfficerDay]:
    """The officer's days of the week with minutes to plan, by date, from the as-of day on.

    An officer with any duty in the extract is off on days without one; only an officer with none gets the
    contracted hours times the plannable share, Monday to Friday, and none on a bank holiday.
    """
    rostered = [duty for duty in force.duties if duty.officer_id == officer.officer_id]
    absences = [absence for absence in force.absences if absence.officer_id == officer.officer_id]
    found = {}
    for offset in range(7):
        on = week + timedelta(days=offset)
        if on < as_of or not officer.is_in_post_on(on):
            continue
        duties = [duty for duty in rostered if duty.on == on] if rostered else _by_contract(officer, policy, on)
        minutes = _minutes_left(duties, absences, on)
        if duties and minutes > 0:
            found[on] = OfficerDay(
                officer_id=officer.officer_id, on=on, outings=make_outings(duties), plannable_minutes=minutes
            )
    return found


def make_outings(duties: list[Duty]) -> tuple[Outing, ...]:
    """Rows of one day an hour or less apart are one outing."""
    outings: list[list[tuple[int, int]]] = []
    for duty in sorted(duties, key=lambda each: each.starts_at):
        row = (minute_of_day(duty.starts_at), minute_of_day(duty.ends_at))
        if outings and row[0] - outings[-1][-1][1] <= _LONGEST_GAP_IN_AN_OUTING:
            outings[-1].append(row)
        else:
            outings.append([row])
    return tuple(Outing(rows=tuple(rows)) for rows in outings)


def _by_contract(officer: OffenderManager, policy: PlanningPolicy, on: date) -> list[Duty]:
    if not is_working_day(on):
        return []
    window = minute_of_day(policy.roster_ends_at) - minute_of_day(policy.roster_starts_at)
    minutes = officer.contracted_hours * 60 * policy.plannable_share / _WORKING_DAYS
    return [
        Duty(
            officer_id=officer.officer_id,
            on=on,
            starts_at=policy.roster_starts_at,
            ends_at=policy.roster_ends_at,
            plannable_minutes=min(window, floor(minutes + _ROUNDING_NOISE)),
        )
    ]


def _minutes_left(duties: list[Duty], absences: list[Absence], on: date) -> int:
    lost = sum(absence.share for absence in absences if absence.covers(on))
    minutes = sum(duty.plannable_minutes for duty in duties)
    return floor(minutes * max(0.0, 1.0 - lost) + _ROUNDING_NOISE)
