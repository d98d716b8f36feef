"""The visit plan that a draft stands for."""

from dataclasses import replace

from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.clock import time_of_day
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.score import met_tasks
from rso_planner.planning.compact.timetable import place_reviews_in_time
from rso_planner.planning.officer_weeks import travel_legs


def make_plan(draft: DraftWeek) -> VisitPlan:
    """Trips at their earliest starts and reviews between them, sorted by day, time and person."""
    problem = draft.index.problem
    review_times = place_reviews_in_time(draft)
    assignments = [_trip(draft, person) for person in draft.trip_of]
    assignments += [_review(draft, task_id, day, start) for task_id, (day, start) in review_times.items()]
    assignments.sort(key=lambda each: (each.on, each.starts_at, each.offender_id, each.task_ids))
    plan = VisitPlan(week=problem.week, assignments=tuple(assignments))
    legs = travel_legs(problem, plan)
    return replace(
        plan,
        assignments=tuple(
            replace(each, travel_minutes=minutes) for each, minutes in zip(plan.assignments, legs, strict=True)
        ),
    )


def _trip(draft: DraftWeek, person: int) -> Assignment:
    index, trip, start = draft.index, draft.trip_of[person], draft.start_of(person)
    tasks = met_tasks(index, person, trip.with_assessment)
    return Assignment(
        task_ids=tuple(task.task_id for task in tasks),
        kinds=tuple(task.kind for task in tasks),
        offender_id=index.people[person].offender_id,
        on=index.problem.days[trip.day],
        starts_at=time_of_day(start),
        ends_at=time_of_day(start + index.people[person].on_site_minutes),
        officer_ids=tuple(index.officers[officer].officer_id for officer in trip.officers),
    )


def _review(draft: DraftWeek, task_id: str, day: int, start: int) -> Assignment:
    index = draft.index
    task = index.problem.task_by_id[task_id]
    return Assignment(
        task_ids=(task_id,),
        kinds=(task.kind,),
        offender_id=task.offender_id,
        on=index.problem.days[day],
        starts_at=time_of_day(start),
        ends_at=time_of_day(start + index.problem.review_minutes[task.kind]),
        officer_ids=(index.officers[draft.reviewer_of[task_id]].officer_id,),
    )
