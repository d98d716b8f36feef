"""Where a visit fits into a draft week with the least travel, its preferences reckoned in minutes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.week_index import DAYS_A_WEEK
from rso_planner.planning.preferences import PART_OF_DAY_STARTS, lead_points, most_start_points, start_points

# A point of preference is worth a detour of so many minutes when the place of a visit is chosen.
MINUTES_A_POINT = 6


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
    """A crew on a day; `most_points` is what its best start could earn, and reckoned into `least_cost`."""

    least_cost: float
    most_points: int
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
        if best is not None and candidate.least_cost >= best.cost:
            break
        fit = _fit_crew(draft, person, with_assessment, candidate, positions)
        if fit is not None and (best is None or fit.cost < best.cost):
            best = fit
    return best


def has_fit(draft: DraftWeek, person: int, with_assessment: bool) -> bool:
    """Tell whether some crew and day can take the trip; the draft stays as it is."""
    leads, seconds = _with_time_left(draft, person, with_assessment)
    positions: dict[tuple[int, int], list[Position]] = {}
    return any(
        _can_go(draft, person, with_assessment, candidate, positions)
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
) -> Iterator[_Candidate]:
    index = draft.index
    on_site = index.people[person].on_site_minutes
    able = []
    for officer in seconds:
        if index.plannable[officer][day] - draft.field_used[officer][day] < on_site and not index.has_table:
            continue
        if found := find_positions(draft, person, officer, day):
            positions[officer, day] = found
            able.append(officer)
    desk = index.desk_minutes(person, with_assessment)
    for lead in leads:
        if lead not in able or not _has_room(draft, person, lead, positions[lead, day][0], desk):
            continue
        for second in _seconds_beside(draft, person, lead, able):
            crew = (lead,) if second == NO_OFFICER else (lead, second)
            extra = sum(positions[officer, day][0].extra_minutes for officer in crew)
            most = _most_points(draft, person, lead, second, day)
            if most is not None:
                yield _Candidate(extra - MINUTES_A_POINT * most, most, day, lead, second)


def _seconds_beside(draft: DraftWeek, person: int, lead: int, able: list[int]) -> list[int]:
    if draft.index.people[person].officers_required == 1:
        return [NO_OFFICER]
    return [second for second in able if draft.index.may_go_together(lead, second)]


def _most_points(draft: DraftWeek, person: int, lead: int, second: int, day: int) -> int | None:
    """The points that the crew could earn there at most, or None where it has no time in common."""
    index = draft.index
    someone = index.people[person]
    windows = index.start_windows(person, lead, None if second == NO_OFFICER else second, day)
    if not windows:
        return None
    latest = max(window.latest for window in windows)
    return lead_points(index.problem, someone, index.officers[lead]) + most_start_points(someone, latest)


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
    trip = Trip(person, with_assessment, candidate.lead, candidate.second, candidate.day)
    someone, lead = draft.index.people[person], draft.index.officers[candidate.lead]
    by_lead = lead_points(draft.index.problem, someone, lead)
    best: Fit | None = None
    for extra, lead_at, second_at in _places(candidate, positions):
        if best is not None and extra - MINUTES_A_POINT * candidate.most_points >= best.cost:
            break
        for timed, points in _starts(draft, trip, lead_at, second_at):
            cost = extra - MINUTES_A_POINT * (by_lead + points)
            if best is None or cost < best.cost:
                best = Fit(cost, timed, lead_at, second_at)
            if by_lead + points == candidate.most_points:
                break
    return best


def _can_go(
    draft: DraftWeek,
    person: int,
    with_assessment: bool,
    candidate: _Candidate,
    positions: dict[tuple[int, int], list[Position]],
) -> bool:
    trip = Trip(person, with_assessment, candidate.lead, candidate.second, candidate.day)
    return any(
        next(_starts(draft, trip, lead_at, second_at), None) is not None
        for _, lead_at, second_at in _places(candidate, positions)
    )


def _places(candidate: _Candidate, positions: dict[tuple[int, int], list[Position]]) -> list[tuple[int, int, int]]:
    """(extra minutes, place in the lead's route, place in the second's), cheapest first."""
    day, lead, second = candidate.day, candidate.lead, candidate.second
    return sorted(
        (mine.extra_minutes + other.extra_minutes, mine.at, other.at)
        for mine in positions[lead, day]
        for other in (positions[second, day] if second != NO_OFFICER else [Position(0, 0)])
    )


def _starts(draft: DraftWeek, trip: Trip, lead_at: int, second_at: int) -> Iterator[tuple[Trip, int]]:
    """The trip at its earliest start there, then from the beginning of each later part of the day, with points."""
    for not_before in PART_OF_DAY_STARTS:
        timed = replace(trip, not_before=not_before)
        if not draft.insert(timed, lead_at, second_at):
            return
        start = draft.start_of(trip.person)
        draft.remove(trip.person)
        yield timed, start_points(draft.index.people[trip.person], trip.day, start)
