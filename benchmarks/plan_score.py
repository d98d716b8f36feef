"""What a plan is worth under the one score, read from the plan alone: one scorer for every method."""

from dataclasses import dataclass

from benchmarks.one_score import TENTHS, OneScore
from rso_planner.domain.visit_plan import VisitPlan
from rso_planner.planning.assigned_work import find_trips, start_minute
from rso_planner.planning.officer_weeks import officer_weeks
from rso_planner.planning.preferences import trip_points
from rso_planner.planning.problem import PlanningProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanScore:
    """A plan's worth in its parts; `tenths` is their sum in tenths of a point."""

    task_tenths: int
    preference_tenths: int
    travel_tenths: int
    trips: int

    @property
    def tenths(self) -> int:
        """Tasks and preferences, less travel."""
        return self.task_tenths + self.preference_tenths - self.travel_tenths

    @property
    def points(self) -> float:
        """The score in points."""
        return self.tenths / TENTHS


def score_plan(problem: PlanningProblem, plan: VisitPlan, score: OneScore) -> PlanScore:
    """Score the plan; each task counts once, however often the plan names it."""
    trips = list(find_trips(problem, plan))
    placed = {task_id for trip in trips for task_id in trip.task_ids}
    points = sum(
        trip_points(
            problem,
            problem.person_by_id[trip.offender_id],
            problem.officer_by_id[trip.lead_id],
            trip.on.weekday(),
            start_minute(trip),
        )
        for trip in trips
    )
    return PlanScore(
        task_tenths=sum(problem.task_by_id[task_id].worth for task_id in placed),
        preference_tenths=score.preference_tenths * points,
        travel_tenths=score.travel_tenths * sum(week.travel_minutes for week in officer_weeks(problem, plan)),
        trips=len(trips),
    )
