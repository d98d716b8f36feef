"""Where a visit fits into a draft week with the least travel, own officer and area preferred."""

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.preferences import AREA_POINTS, OWN_OFFICER_POINTS, PATTERN_POINTS

# A point of preference is worth a detour of so many minutes when the place of a visit is chosen.
MINUTES_A_POINT = 6
_MOST_PATTERN_GAIN = MINUTES_A_POINT * PATTERN_POINTS
_PARTS_OF_DAY_START = (0, 12 * 60, 17 * 60)


class Position(NamedTuple):
    """A place in one officer's route and the travel that it adds."""

    extra_minutes: int
    at: int


class Fit(NamedTuple):
    """A trip that fits, with its places in the two routes."""

    cost: float
    trip: Trip
    lead_at: int
    second_at: int


class _Candidate(NamedTuple):
    least_cost: float
    day: int
    lead: int
    second: int


def find_best_fit(draft: DraftWeek, person: int, with_assessment: bool) -> Fit | None:
    """The cheapest way to add the trip to the draft, or None when no crew and day can take it."""
    best: Fit | None = None
    positions: dict[tuple[int, int], list[Position]] = {}
    leads, seconds = _with_time_left(draft, person, with_assessment)
    if not leads or len(seconds) < draft.index.people[person].officers_required:
        return None
    candidates = [
        candidate
        for day in range(DAYS_A_WEEK)
        if draft.may_be_visited_on(person, day)
        for candidate in _crews(draft, person, with_assessment, day, leads, seconds, positions)
    ]
    for candidate in sorted(candidates):
        if best is not None and candidate.least_cost - _MOST_PATTERN_GAIN >= best.cost:
            break
        fit = _fit_crew(draft, person, with_assessment, candidate, positions)
        if fit is not None and (best is None or fit.cost < best.cost):
            best = fit
    return best if best is None else _with_pattern_kept(draft, best)


def has_fit(draft: DraftWeek, person: int, with_assessment: bool) -> bool:
    """Tell whether some crew and day can take the trip; the draft stays as it is."""
    leads, seconds = _with_time_left(draft, person, with_assessment)
    positions: dict[tuple[int, int], list[Position]] = {}
    return any(
        _fit_crew(draft, person, with_assessment, candidate, positions) is not None
        for day in range(DAYS_A_WEEK)
        if draft.may_be_visited_on(person, day)
        for candidate in _crews(draft, person, with_assessment, day, leads, seconds, positions)
    )


def insert_fit(draft: DraftWeek, fit: Fit) -> bool:
    """Put the found trip into the draft."""
    return draft.insert(fit.trip, fit.lead_at, fit.second_at)


def find_positions(draft: DraftWeek, person: int, officer: int, day: int) -> list[Position]:
    """The places of the officer's route that the minutes of the day and the week allow, cheapest first."""
    index = draft.index
    on_site = index.people[person].on_site_minutes
    room = min(
        index.plannable[officer][day] - draft.field_used[officer][day],
        index.week_minutes[officer] - draft.week_used[officer],
    )
    # With a table of the force's own an added stop may even save minutes, so nothing is ruled out early.
    if (room < on_site and not index.has_table) or not index.start_windows(person, officer, None, day):
        return []
    route, leg, base = draft.routes[officer][day], index.leg, index.base(officer)
    there_and_back = leg[base][person] + leg[person][base]
    if not route:
        return [Position(there_and_back, 0)] if on_site + there_and_back <= room else []
    stops = [base, *route, base]
    found = []
    for at, (before, after) in enumerate(pairwise(stops)):
        extra = leg[before][person] + leg[person][after] - leg[before][after]
        if not index.has_one_outing[officer][day]:
            # The neighbours may belong to another outing; then the visit costs a way out and back of its own.
            extra = min(extra, there_and_back)
        if on_site + extra <= room:
            found.append(Position(extra, at))
    return sorted(found)


def _with_time_left(draft: DraftWeek, person: int, with_assessment: bool) -> tuple[list[int], list[int]]:
    """The officers whose week has the minutes to lead the visit, and those who can go along."""
    index = draft.index
    if index.has_table:
        return list(index.leads(person, with_assessment)), list(index.seconds(person))
    on_site, desk = index.people[person].on_site_minutes, index.desk_minutes(person, with_assessment)
    room = [most - used for most, used in zip(index.week_minutes, draft.week_used, strict=True)]
    leads = [officer for officer in index.leads(person, with_assessment) if room[officer] >= on_site + desk]
    return leads, [officer for officer in index.seconds(person) if room[officer] >= on_site]


def _crews(
    draft: DraftWeek,
    person: int,
    with_assessment: bool,
    day: int,
    leads: list[int],
    seconds: list[int],
    positions: dict[tuple[int, int], list[Position]],
) -> list[_Candidate]:
    index = draft.index
    on_site = index.people[person].on_site_minutes
    able = []
    for officer in seconds:
        if index.plannable[officer][day] - draft.field_used[officer][day] < on_site and not index.has_table:
            continue
        if found := find_positions(draft, person, officer, day):
            positions[officer, day] = found
            able.append(officer)
    two = index.people[person].officers_required > 1
    desk = index.desk_minutes(person, with_assessment)
    crews = []
    for lead in leads:
        if lead not in able or not _has_room(draft, person, lead, positions[lead, day][0], desk):
            continue
        cost = positions[lead, day][0].extra_minutes - MINUTES_A_POINT * lead_points(index, person, lead)
        if not two:
            crews.append(_Candidate(cost, day, lead, NO_OFFICER))
            continue
        crews += [
            _Candidate(cost + positions[second, day][0].extra_minutes, day, lead, second)
            for second in able
            if index.may_go_together(lead, second)
        ]
    return crews


def _has_room(draft: DraftWeek, person: int, lead: int, cheapest: Position, desk: int) -> bool:
    needed = draft.index.people[person].on_site_minutes + cheapest.extra_minutes + desk
    return draft.week_used[lead] + needed <= draft.index.week_minutes[lead]


def _fit_crew(
    draft: DraftWeek,
    person: int,
    with_assessment: bool,
    candidate: _Candidate,
    positions: dict[tuple[int, int], list[Position]],
) -> Fit | None:
    """The cheapest places of the crew's two routes at which the trip really fits, tried on the draft."""
    day, lead, second = candidate.day, candidate.lead, candidate.second
    trip = Trip(person, with_assessment, lead, second, day)
    nowhere = [Position(0, 0)]
    pairs = sorted(
        (mine.extra_minutes + other.extra_minutes, mine.at, other.at)
        for mine in positions[lead, day]
        for other in (positions[second, day] if second != NO_OFFICER else nowhere)
    )
    for extra, lead_at, second_at in pairs:
        if draft.insert(trip, lead_at, second_at):
            kept = draft.keeps_pattern(trip, draft.start_of(person))
            draft.remove(person)
            points = lead_points(draft.index, person, lead) + PATTERN_POINTS * kept
            return Fit(extra - MINUTES_A_POINT * points, trip, lead_at, second_at)
    return None


def _with_pattern_kept(draft: DraftWeek, fit: Fit) -> Fit:
    """The same trip, started in a later part of day if that varies the pattern and still fits."""
    if not draft.index.people[fit.trip.person].slots_to_avoid:
        return fit
    for not_before in _PARTS_OF_DAY_START:
        later = replace(fit.trip, not_before=not_before)
        if not draft.insert(later, fit.lead_at, fit.second_at):
            break
        kept = draft.keeps_pattern(later, draft.start_of(later.person))
        draft.remove(later.person)
        if kept:
            return fit._replace(trip=later)
    return fit


def lead_points(index: WeekIndex, person: int, lead: int) -> int:
    """How well the officer suits as the lead: the own officer best, then one of the same area."""
    someone, officer = index.people[person], index.officers[lead]
    if not index.problem.own_officer_preferred:
        return 0
    if someone.own_officer_id == officer.officer_id:
        return OWN_OFFICER_POINTS
    return AREA_POINTS if someone.area is not None and someone.area == officer.area else 0
