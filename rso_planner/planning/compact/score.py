"""What a draft week is worth, tier by tier."""

from typing import NamedTuple

from rso_planner.planning.compact.draft import DraftWeek, Trip
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.preferences import trip_points
from rso_planner.planning.problem import PlanTask, Tier


class Score(NamedTuple):
    """Worth placed in each tier, preference points, the largest used share in thousandths, travel minutes.

    Compared as a tuple the greater score is the better plan: the last two are negated.
    """

    tiers: tuple[int, ...]
    preference_points: int
    minus_largest_share: int
    minus_travel: int

    @property
    def in_order(self) -> tuple[int, ...]:
        """The seven figures in the order of service."""
        return (*self.tiers, self.preference_points, self.minus_largest_share, self.minus_travel)


def score(draft: DraftWeek) -> Score:
    """The draft's score in the order of service."""
    return Score(tier_worths(draft), preference_points(draft), -largest_share(draft), -travel_minutes(draft))


def tier_worths(draft: DraftWeek) -> tuple[int, ...]:
    """The worth of the tasks placed, by tier."""
    worth = dict.fromkeys(Tier, 0)
    for task in placed_tasks(draft):
        worth[task.tier] += task.worth
    return tuple(worth.values())


def placed_tasks(draft: DraftWeek) -> list[PlanTask]:
    """Every task that the draft places."""
    index = draft.index
    found: list[PlanTask] = []
    for person, trip in draft.trip_of.items():
        found += met_tasks(index, person, trip.with_assessment)
    found += [task for task in index.reviews if task.task_id in draft.reviewer_of]
    return found


def met_tasks(index: WeekIndex, person: int, with_assessment: bool) -> tuple[PlanTask, ...]:
    """The tasks that one trip meets: every visit that is due, and the assessment if it is made there."""
    someone = index.people[person]
    return someone.visit_tasks + (someone.assessment_tasks if with_assessment else ())


def preference_points(draft: DraftWeek) -> int:
    """Own officer, area, unannounced pattern and wanted evenings over all trips."""
    return sum(points_of(draft, trip) for trip in draft.trip_of.values())


def points_of(draft: DraftWeek, trip: Trip) -> int:
    """The preference points of a trip that the draft holds."""
    index = draft.index
    someone, lead = index.people[trip.person], index.officers[trip.lead]
    return trip_points(index.problem, someone, lead, trip.day, draft.start_of(trip.person))


def largest_share(draft: DraftWeek) -> int:
    """The largest used share of an officer's plannable minutes, in thousandths, rounded up."""
    shares = [
        -(-1000 * used // available)
        for used, available in zip(draft.week_used, draft.index.week_minutes, strict=True)
        if available
    ]
    return max(shares, default=0)


def travel_minutes(draft: DraftWeek) -> int:
    """All minutes on the road, the ways back to base included."""
    on_site = sum(
        draft.index.people[person].on_site_minutes * len(trip.officers) for person, trip in draft.trip_of.items()
    )
    return sum(map(sum, draft.field_used)) - on_site
