"""From chosen trips to a plan with times: the step after methods that choose crews and days, or whole routes."""

from collections.abc import Iterable

from rso_planner.domain.visit_plan import VisitPlan
from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.insertion import Position, find_positions
from rso_planner.planning.compact.plan_from_draft import make_plan


def append_trip(draft: DraftWeek, trip: Trip) -> bool:
    """Put the trip at the end of its crew's day; False, and nothing changed, if it does not fit."""
    if not draft.may_be_visited_on(trip.person, trip.day):
        return False
    ends = [len(draft.routes[officer][trip.day]) for officer in trip.officers]
    return draft.insert(trip, ends[0], ends[-1])


def insert_trip(draft: DraftWeek, trip: Trip) -> bool:
    """Put the trip where its crew's day grows the least; False, and nothing changed, if it fits nowhere."""
    if not draft.may_be_visited_on(trip.person, trip.day):
        return False
    lead = find_positions(draft, trip.person, trip.lead, trip.day)
    second = [Position(0, 0)]
    if trip.second != NO_OFFICER:
        second = find_positions(draft, trip.person, trip.second, trip.day)
    places = sorted(
        (mine.extra_minutes + other.extra_minutes, mine.at, other.at) for mine in lead for other in second
    )
    return any(draft.insert(trip, lead_at, second_at) for _, lead_at, second_at in places)


def plan_from_routes(draft: DraftWeek, routes: Iterable[Iterable[Trip]]) -> VisitPlan:
    """The plan of an empty draft with these routes; a trip that does not fit at the end goes where it fits."""
    for route in routes:
        for trip in route:
            if not append_trip(draft, trip):
                insert_trip(draft, trip)
    return make_plan(draft)
