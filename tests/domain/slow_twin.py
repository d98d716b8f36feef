"""A slow twin of the visit and ARMS clocks and of the reactive review: it walks through a history day by day.

Written from rules.md alone and sharing no code with the rules: its own calendar, its own bank holidays
(gov.uk), its own table of intervals. Only the types of the domain are the same.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from rso_planner.domain.case import Case

DAY = timedelta(days=1)
MONTHS = {"very_high": 1, "high": 3, "medium": 6, "low": 12}
FIRST_VISIT = {"very_high": 5, "high": 5, "medium": 15, "low": 15}
RETRY = {"very_high": 2, "high": 5, "medium": 10, "low": 10}
BANK_HOLIDAYS = {
    date.fromisoformat(f"{year}-{day}")
    for year, days in {
        2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    }.items()
    for day in days.split()
}


@dataclass
class VisitClock:
    """Where the visit clock stands at the end of a day."""

    started: date
    first_seen: date | None = None
    last_seen: date | None = None
    discharged: int = 0
    is_open: bool = False
    failed_on: date | None = None


@dataclass
class ArmsClock:
    """Where the ARMS clock stands at the end of a day."""

    completed: date | None = None
    due: date | None = None
    is_marred: bool = False
    event_on: date | None = None


@dataclass
class TwinDates:
    """What the twin says is due."""

    visit: date | None = None
    first_visit: date | None = None
    retry: date | None = None
    arms: date | None = None
    is_event: bool = False


def walk_visits(case: Case, as_of: date, *, from_due: bool = False) -> TwinDates:
    """Walk from registration to the as-of day and say which visits are due."""
    offender = case.offender
    clock = VisitClock(offender.registered_on)
    starts = _start_days(case, as_of)
    visits = sorted(case.visits, key=lambda each: each.started_at)
    visit_days = {visit.started_at.date() for visit in visits}
    day = offender.registered_on
    while day <= as_of:
        if day in starts:
            clock = VisitClock(day)
        if clock.first_seen:
            clock.is_open = day > _intervals_after(case, clock.first_seen, clock.discharged)
        for visit in visits if day in visit_days else ():
            if visit.started_at.date() == day:
                _make_visit(clock, day, is_seen=visit.outcome.value == "seen")
        day += DAY
    return _visit_dates(case, clock, from_due=from_due)


def walk_arms(case: Case, as_of: date) -> TwinDates:
    """Walk from the first day on file to the as-of day and say when the assessment is due."""
    clock, day = ArmsClock(), date(2024, 1, 1)
    return_days = _return_days(case, as_of)
    event_days = {event.occurred_on for event in case.events if event.significant}
    completion_days = {each.completed_on for each in case.assessments}
    while day <= as_of:
        if day == case.offender.registered_on and clock.completed is None:
            clock.due, clock.event_on = _first_arms(case, day), None
        if day in return_days:
            _return_to_community(case, clock, day)
        if day in event_days:
            clock.is_marred, clock.event_on = True, clock.event_on or day
        if day in completion_days:
            clock = ArmsClock(completed=day, due=add_calendar_months(day, 12))
        day += DAY
    due, is_probation = clock.due, clock.completed is None and case.offender.lead_agency == "probation"
    if clock.event_on and not is_probation:
        by_event = working_days_after(clock.event_on, 10)
        return TwinDates(arms=by_event if due is None else min(due, by_event), is_event=True)
    return TwinDates(arms=due)


def walk_reactive(case: Case, as_of: date) -> date | None:
    """Walk from the move to reactive management to the as-of day and say when the review for active is due."""
    offender, asked = case.offender, list[date]()
    assert offender.management_since is not None
    day = moved_on = offender.management_since
    kinds = {event.kind.value for event in case.events if moved_on <= event.occurred_on <= as_of}
    undated = {
        "risk": offender.risk_level.value != "low" and "risk_change" not in kinds,
        "mappa": offender.mappa_level in (2, 3) and "risk_change" not in kinds,
        "licence": offender.on_licence is True and not kinds & {"release", "recall"},
        "investigation": offender.open_investigation is True
        and not kinds & {"offence", "order_breach", "intelligence"},
        "child": offender.date_of_birth is not None and add_calendar_months(offender.date_of_birth, 216) > as_of,
    }
    while day <= as_of:
        if day > moved_on and _is_looked_at(case, day):
            asked = []
        if (day == moved_on and any(undated.values())) or _is_told(case, day, moved_on):
            asked.append(day)
        day += DAY
    return working_days_after(asked[0], 5) if asked else None


def _is_looked_at(case: Case, day: date) -> bool:
    return day == case.offender.desktop_reviewed_on or any(each.decided_on == day for each in case.decisions)


def _is_told(case: Case, day: date, moved_on: date) -> bool:
    """Something of that day asks for a review."""
    raised = [each for each in case.assessments if each.completed_on == day and each.priority.value != "low"]
    orders = [each for each in case.orders if each.made_on == day and each.kind.value in ("SHPO", "SOPO")]
    return bool(orders or (raised and day > moved_on) or [each for each in case.events if each.occurred_on == day])


def add_calendar_months(anchor: date, count: int) -> date:
    """Count months on the fingers: the same day, or the last day that the month has."""
    year, month = anchor.year, anchor.month
    for _ in range(count):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for day in range(anchor.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, anchor.day)


def working_days_after(anchor: date, count: int) -> date:
    """Walk until so many working days have been met."""
    day = anchor
    while count:
        day += DAY
        if day.strftime("%w") not in "06" and day not in BANK_HOLIDAYS:
            count -= 1
    return day


def _start_days(case: Case, as_of: date) -> set[date]:
    offender, days = case.offender, set(_return_days(case, as_of))
    if offender.transferred_in_on:
        days.add(offender.transferred_in_on)
    if offender.management_since and offender.management_since > offender.registered_on:
        days.add(offender.management_since)
    return days | {each.decided_on for each in case.decisions if each.decision.value == "to_active"}


def _return_days(case: Case, as_of: date) -> set[date]:
    if case.offender.in_community_since:
        return {case.offender.in_community_since}
    releases = {event.occurred_on for event in case.events if event.kind.value == "release"}
    return {day for day in releases if day <= as_of}


def _make_visit(clock: VisitClock, day: date, *, is_seen: bool) -> None:
    if not is_seen:
        clock.failed_on = day
        return
    if clock.is_open:
        clock.discharged, clock.is_open = clock.discharged + 1, False
    clock.first_seen = clock.first_seen or day
    clock.last_seen, clock.failed_on = day, None


def _visit_dates(case: Case, clock: VisitClock, *, from_due: bool) -> TwinDates:
    risk = case.offender.risk_level.value
    dates = TwinDates()
    if clock.failed_on:
        dates.retry = working_days_after(clock.failed_on, RETRY[risk])
    if clock.first_seen is None or clock.last_seen is None:
        dates.first_visit = working_days_after(clock.started, FIRST_VISIT[risk])
    elif from_due:
        dates.visit = _intervals_after(case, clock.first_seen, clock.discharged + 1)
    else:
        dates.visit = _intervals_after(case, clock.last_seen, 1)
    return dates


def _intervals_after(case: Case, anchor: date, times: int) -> date:
    own = case.offender.visit_interval
    if own is not None and own.unit.value != "months":
        return anchor + times * own.count * (7 * DAY if own.unit.value == "weeks" else DAY)
    count = own.count if own is not None else MONTHS[case.offender.risk_level.value]
    return add_calendar_months(anchor, count * times)


def _first_arms(case: Case, day: date) -> date:
    return day + (15 if case.offender.lead_agency == "probation" else 84) * DAY


def _return_to_community(case: Case, clock: ArmsClock, day: date) -> None:
    if clock.completed is None:
        if day >= case.offender.registered_on:
            clock.due, clock.event_on = _first_arms(case, day), None
    elif clock.is_marred or add_calendar_months(clock.completed, 12) < day:
        clock.due, clock.event_on = day + 84 * DAY, None
