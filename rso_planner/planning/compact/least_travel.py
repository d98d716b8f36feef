"""The road minutes that every round through a visit must spend on it, whatever the round.

A round's minutes are the sum of its legs. Give each visit half of the leg that reaches it and half of the leg
that leaves it: the halves at the base are left over, so the sum over the visits is never more than the round.
"""

from rso_planner.planning.compact.week_index import WeekIndex


def least_travel_minutes(index: WeekIndex) -> list[int]:
    """For each person, the least whole minutes of one officer's round that belong to the visit there.

    Half of the shortest way in plus half of the shortest way out, from any home or base, rounded down.
    """
    people, stops = len(index.people), len(index.leg)
    columns = list(zip(*index.leg, strict=True))
    least = []
    for person in range(people):
        way_in = min((columns[person][stop] for stop in range(stops) if stop != person), default=0)
        way_out = min((index.leg[person][stop] for stop in range(stops) if stop != person), default=0)
        least.append((way_in + way_out) // 2)
    return least
