"""Priced routes as day parts: what a crew does on one day, with the minutes that it takes and what it reaches."""

from rso_planner.planning.columns.field_week import ALONE, OPTIONS, Ints
from rso_planner.planning.columns.offers import CODES
from rso_planner.planning.columns.route_search import KEPT
from rso_planner.planning.compact.draft import Trip
from rso_planner.planning.compact.recombine import DayPart
from rso_planner.planning.compact.score import met_tasks
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.preferences import lead_points
from rso_planner.planning.problem import Tier


def read_route(index: WeekIndex, officers: tuple[int, int], day: int, route: Ints) -> DayPart:
    """The part that a crew's priced route is; its points count the lead alone, as starts may still move."""
    trips = []
    for key in route[KEPT:]:
        if key < 0:
            break
        person, code = divmod(int(key), CODES)
        lead, second = officers if code < OPTIONS else officers[::-1]
        trips.append(Trip(person, bool(code % OPTIONS), lead, second, day))
    going = [officer for officer in officers if officer != ALONE]
    field = sum(int(route[1 + side]) for side in range(len(going)))
    on_site = sum(index.people[trip.person].on_site_minutes * len(trip.officers) for trip in trips)
    worths = dict.fromkeys(Tier, 0)
    for trip in trips:
        for task in met_tasks(index, trip.person, trip.with_assessment):
            worths[task.tier] += task.worth
    return DayPart(
        tuple(trips),
        tuple(sorted((officer, int(route[3 + side])) for side, officer in enumerate(going))),
        tuple(worths.values()),
        sum(lead_points(index.problem, index.people[trip.person], index.officers[trip.lead]) for trip in trips),
        field - on_site,
    )


def keeps_people_apart(index: WeekIndex, part: DayPart) -> bool:
    """Tell whether nobody of the part is kept apart from another."""
    people = [trip.person for trip in part.trips]
    return not any(other in people for person in people for other in index.apart_from.get(person, ()))
