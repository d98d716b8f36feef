"""The draft week that a plan stands for: the way back from assignments to trips and reviews."""

from rso_planner.domain.task import ASSESSMENT_KINDS
from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.assigned_work import is_trip, kinds_of, start_minute
from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.week_index import WeekIndex


def draft_of_plan(index: WeekIndex, plan: VisitPlan) -> tuple[DraftWeek, tuple[Assignment, ...]]:
    """The draft with every trip at the plan's own time, and the assignments that no longer hold in this week.

    A plan that keeps every rule of the index's problem comes back whole.
    """
    draft, lost = DraftWeek(index), []
    for assignment in sorted(plan.assignments, key=lambda each: (each.on, each.starts_at, each.offender_id)):
        place = _place_trip if is_trip(index.problem, assignment) else _place_review
        if not place(draft, assignment):
            lost.append(assignment)
    return draft, tuple(lost)


def _place_trip(draft: DraftWeek, assignment: Assignment) -> bool:
    trip = _find_trip(draft.index, assignment)
    if trip is None or trip.person in draft.trip_of or not draft.may_be_visited_on(trip.person, trip.day):
        return False
    at = [len(draft.routes[officer][trip.day]) for officer in trip.officers]
    return draft.insert(trip, at[0], at[-1])


def _find_trip(index: WeekIndex, assignment: Assignment) -> Trip | None:
    """The trip by number, or None where the week does not know who or when, or a rule forbids the crew."""
    person = index.person_number.get(assignment.offender_id)
    numbers = [index.officer_number.get(officer_id) for officer_id in assignment.officer_ids]
    if person is None or not numbers or None in numbers or assignment.on not in index.problem.days:
        return None
    lead, second = numbers[0], numbers[1] if len(numbers) > 1 else NO_OFFICER
    with_assessment = not ASSESSMENT_KINDS.isdisjoint(kinds_of(index.problem, assignment))
    if lead is None or second is None or lead not in index.leads(person, with_assessment):
        return None
    if second != NO_OFFICER and (second not in index.seconds(person) or not index.may_go_together(lead, second)):
        return None
    if second == NO_OFFICER and index.people[person].officers_required > 1:
        return None
    day = index.problem.days.index(assignment.on)
    return Trip(person, with_assessment, lead, second, day, start_minute(assignment))


def _place_review(draft: DraftWeek, assignment: Assignment) -> bool:
    index, task_id = draft.index, assignment.task_ids[0]
    task, officer = index.problem.task_by_id.get(task_id), index.officer_number.get(assignment.lead_id)
    if task is None or officer is None or task.kind not in index.problem.review_minutes:
        return False
    return draft.place_review(task_id, officer, index.problem.review_minutes[task.kind])
