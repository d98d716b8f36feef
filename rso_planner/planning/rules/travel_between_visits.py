"""Officers can be where the plan says: from base to each visit in time and back to base, one thing at a time.

Source: rules.md, Workload: travel; a duty row starts and ends at base; rows close together are one outing.
"""

from collections.abc import Iterator
from datetime import date

from rso_planner.domain.visit_plan import Assignment, Violation, VisitPlan
from rso_planner.planning.assigned_work import end_minute, start_minute
from rso_planner.planning.officer_routes import OfficerRoute, officer_routes
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words, minutes_in_words, time_in_words

NAME = "travel_between_visits"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each visit that cannot be reached in time, each way back that ends too late, each overlap."""
    for route in officer_routes(problem, plan):
        yield from _late_arrivals(route)
        yield from _late_return(route)
    yield from _overlaps(plan)


def _late_arrivals(route: OfficerRoute) -> Iterator[Violation]:
    if route.outing is None:
        return
    free_from, left_behind = route.outing.starts_at, "base"
    for visit in route.visits:
        trip, start = visit.assignment, start_minute(visit.assignment)
        # A visit that starts before the last one ends is told as an overlap.
        if free_from <= start < free_from + visit.leg_minutes:
            yield Violation(
                rule=NAME,
                sentence=f"{route.officer_id} needs {minutes_in_words(visit.leg_minutes)} from {left_behind} "
                f"to {trip.offender_id} and has {minutes_in_words(start - free_from)} "
                f"before the visit at {time_in_words(trip.starts_at)} on {day_in_words(route.on)}.",
                offender_id=trip.offender_id,
                officer_id=route.officer_id,
                on=route.on,
            )
        free_from, left_behind = max(free_from, end_minute(trip)), trip.offender_id


def _late_return(route: OfficerRoute) -> Iterator[Violation]:
    if route.outing is None:
        return
    last = max((visit.assignment for visit in route.visits), key=end_minute)
    minutes_left = route.outing.ends_at - end_minute(last)
    if 0 <= minutes_left < route.way_back_minutes:
        yield Violation(
            rule=NAME,
            sentence=f"{route.officer_id} needs {minutes_in_words(route.way_back_minutes)} back to base from "
            f"{last.offender_id} on {day_in_words(route.on)} and has {minutes_in_words(minutes_left)} "
            "before the duty ends.",
            offender_id=last.offender_id,
            officer_id=route.officer_id,
            on=route.on,
        )


def _overlaps(plan: VisitPlan) -> Iterator[Violation]:
    work: dict[tuple[str, date], list[Assignment]] = {}
    for assignment in plan.assignments:
        for officer_id in dict.fromkeys(assignment.officer_ids):
            work.setdefault((officer_id, assignment.on), []).append(assignment)
    for (officer_id, on), assignments in work.items():
        in_order = sorted(assignments, key=lambda each: (start_minute(each), end_minute(each), each.offender_id))
        before = in_order[0]
        for assignment in in_order[1:]:
            if start_minute(assignment) < end_minute(before):
                yield Violation(
                    rule=NAME,
                    sentence=f"{officer_id} is still at work for {before.offender_id} when the work for "
                    f"{assignment.offender_id} starts at {time_in_words(assignment.starts_at)} "
                    f"on {day_in_words(on)}.",
                    offender_id=assignment.offender_id,
                    officer_id=officer_id,
                    on=on,
                )
            before = max(before, assignment, key=end_minute)
