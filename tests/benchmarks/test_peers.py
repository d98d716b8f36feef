"""Every peer on a small week: its plan keeps every rule, and is worth what an independent reckoning says."""

from datetime import time

import pytest

from benchmarks.benchmark_week import BenchmarkWeek, Variant
from benchmarks.peers import PEER_NAMES, get_peer
from benchmarks.plan_score import score_plan
from benchmarks.score_bound import proven_bound, relaxed_bound
from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.check_plan import check_plan
from tests.benchmarks.small_weeks import DAYS_LATE, make_small_week

WEIGHTS = {
    "visit": {"very_high": 20, "high": 8, "medium": 3, "low": 1},
    "assessment": {"very_high": 40, "high": 32, "medium": 26, "low": 20},
}
SCORED = (Variant.LONE, Variant.PAIRS)


def reckoned(week: BenchmarkWeek, plan: VisitPlan) -> float:
    """The plan's score in points, anew from the figures of the model file and the drawing alone."""
    return sum(
        points_of_tasks(week, trip) + 0.6 * preferences(week, trip) for trip in plan.assignments
    ) - 0.1 * sum(road_minutes(week, plan).values())


def points_of_tasks(week: BenchmarkWeek, trip: Assignment) -> int:
    person = next(person for person in week.problem.people if person.offender_id == trip.offender_id)
    points = 0
    for kind in (task_id.split(":")[1] for task_id in trip.task_ids):
        weights = WEIGHTS["assessment" if kind in ("arms", "other_assessment") else "visit"]
        days = 7 + min(180, DAYS_LATE[f"{trip.offender_id}:{kind}"])
        points += weights[person.tasks[0].risk_level.value] * days
    return points


def preferences(week: BenchmarkWeek, trip: Assignment) -> int:
    person = next(person for person in week.problem.people if person.offender_id == trip.offender_id)
    lead = next(officer for officer in week.problem.officers if officer.officer_id == trip.officer_ids[0])
    part = "morning" if trip.starts_at < time(12) else "afternoon" if trip.starts_at < time(17) else "evening"
    avoided = {(weekday, each.value) for weekday, each in person.slots_to_avoid}
    of_lead = 3 if person.own_officer_id == lead.officer_id else 1 if person.area == lead.area else 0
    return of_lead + (0 if (trip.on.weekday(), part) in avoided else 2)


def road_minutes(week: BenchmarkWeek, plan: VisitPlan) -> dict[tuple[str, int], int]:
    """A kilometre takes a minute, each leg rounded up; every day is one way out and one way back."""
    travel = week.problem.travel
    place = {stop.id: where for stop, where in travel.place_by_stop.items()}

    def leg(here: str, there: str) -> int:
        one, other = place[here], place[there]
        metres = ((one.easting - other.easting) ** 2 + (one.northing - other.northing) ** 2) ** 0.5
        return -int(-(metres - 1e-6) // 1000)

    found: dict[tuple[str, int], int] = {}
    for officer_id in {each for trip in plan.assignments for each in trip.officer_ids}:
        for on in {trip.on for trip in plan.assignments}:
            trips = [trip for trip in plan.assignments if trip.on == on and officer_id in trip.officer_ids]
            stops = [officer_id, *(trip.offender_id for trip in sorted(trips, key=lambda each: each.starts_at))]
            legs = zip(stops, [*stops[1:], officer_id], strict=True)
            found[officer_id, on.weekday()] = sum(leg(here, there) for here, there in legs) if trips else 0
    return found


@pytest.mark.parametrize("variant", SCORED)
@pytest.mark.parametrize("name", PEER_NAMES)
def test_a_peer_s_plan_is_valid_and_worth_what_is_reckoned(name: str, variant: Variant) -> None:
    if name == "pyvrp":
        pytest.importorskip("pyvrp")
    peer = get_peer(name)
    if variant not in peer.VARIANTS:
        pytest.skip(f"{peer.WORDS} cannot say: two officers together")
    week = make_small_week(variant)
    plan = peer.make_answer(week, 0.5, 0).plan
    reached = score_plan(week.problem, plan, week.score)
    assert check_plan(week.problem, plan) == ()
    assert len(plan.assignments) >= 4
    assert reached.points == pytest.approx(reckoned(week, plan))
    assert reached.tenths <= relaxed_bound(week.problem, week.score)


@pytest.mark.parametrize("variant", SCORED)
def test_our_bound_is_no_less_than_the_best_plan_found(variant: Variant) -> None:
    week = make_small_week(variant)
    scores, bounds = [], []
    for name in ("due_date_order", "greedy", "cp_sat", "ours"):
        answer = get_peer(name).make_answer(week, 0.5, 0)
        scores.append(score_plan(week.problem, answer.plan, week.score).tenths)
        bounds.append(proven_bound(week.problem, answer.objectives, week.score))
    assert max(scores) <= min(bounds)
