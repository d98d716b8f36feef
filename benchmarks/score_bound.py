"""No plan can score more: bounds of the one score, so that every method's gap is to the same proven figure."""

from collections.abc import Sequence

from benchmarks.one_score import ONE_TIER, OneScore
from rso_planner.domain.visit_plan import ObjectiveValue
from rso_planner.planning.compact.relaxation import Job, capacity_rows, make_jobs, most
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import PlanningProblem, Tier

_PLACE_OF_THE_TIER = tuple(Tier).index(ONE_TIER)


def proven_bound(problem: PlanningProblem, objectives: Sequence[ObjectiveValue], score: OneScore) -> int:
    """The best that is proven without or with a planner's own objectives, in tenths of a point."""
    relaxed = relaxed_bound(problem, score)
    return min(relaxed, bound_from_tiers(problem, objectives, score)) if objectives else relaxed


def relaxed_bound(problem: PlanningProblem, score: OneScore) -> int:
    """The bound of the week without days, routes and crews, in tenths of a point."""
    index = WeekIndex(problem)
    jobs = make_jobs(index)
    gains = [job.worths[_PLACE_OF_THE_TIER] + _small_terms(job, score) for job in jobs]
    return most(jobs, gains, capacity_rows(index, jobs))


def bound_from_tiers(problem: PlanningProblem, objectives: Sequence[ObjectiveValue], score: OneScore) -> int:
    """What our planner proves, in tenths: its bound of the tasks' tier and the most that small terms can add."""
    index = WeekIndex(problem)
    jobs = make_jobs(index)
    small = most(jobs, [max(0, _small_terms(job, score)) for job in jobs], capacity_rows(index, jobs))
    return round(objectives[_PLACE_OF_THE_TIER].bound * problem.points_a_unit) + small


def _small_terms(job: Job, score: OneScore) -> int:
    """The most preference that the job can earn, less the least travel that it takes."""
    return score.preference_tenths * job.points - score.travel_tenths * job.travel
