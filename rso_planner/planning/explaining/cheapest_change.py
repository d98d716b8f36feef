"""The cheapest single change with which a task fits beside everything that the plan holds, found by trying.

Every change that is told has been made and the task placed: with the other work where and when the plan has it,
the plan then keeps every rule. Changes are tried in the order of their cost; the first that works is the cheapest
of those tried. Changes of two things at once are not tried.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace

from rso_planner.domain.explanation import CheapestChange
from rso_planner.domain.task import ASSESSMENT_KINDS, DESK_KINDS, TaskKind
from rso_planner.domain.visit_plan import PlanningResult, VisitPlan
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.draft_of_plan import draft_of_plan
from rso_planner.planning.compact.greedy import piece_of, place_piece, reviewers_of
from rso_planner.planning.compact.insertion import find_positions
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.explaining.changes import (
    Change,
    alone,
    any_hour,
    longest_day,
    more_minutes,
    on_duty,
    trained,
)
from rso_planner.planning.problem import Person, PlannedOfficer, PlanningProblem, PlanTask

_PLENTY = 24 * 60
_WORKING_DAYS = 5


@dataclass(frozen=True, slots=True)
class _Lacking:
    """The minutes that one officer lacks on one day for the task, nobody else of the crew lacking any."""

    minutes: int
    officer: int
    day: int


def with_cheapest_changes(problem: PlanningProblem, result: PlanningResult, most: int) -> PlanningResult:
    """The result with a change told for the most serious tasks left out, by tier and then by worth."""
    if result.plan is None:
        return result
    draft, _ = draft_of_plan(WeekIndex(problem), result.plan)
    tasks = sorted(
        (problem.task_by_id[each.task_id] for each in result.unplanned),
        key=lambda task: (task.tier, -task.worth, task.task_id),
    )
    found = {
        task.task_id: find_cheapest_change(result.plan, draft, task, tries_everything=False)
        for task in tasks[:most]
    }
    return replace(
        result,
        unplanned=tuple(
            replace(each, cheapest_change=change.sentence) if (change := found.get(each.task_id)) else each
            for each in result.unplanned
        ),
    )


def find_cheapest_change(
    plan: VisitPlan, draft: DraftWeek, task: PlanTask, *, tries_everything: bool = True
) -> CheapestChange | None:
    """The cheapest change that lets the task in, or None where no single one of those tried does.

    Without `tries_everything` only minutes and the hours of a visit are tried, which takes a tenth of a second.
    """
    found = try_changes(plan, draft, task, tries_everything=tries_everything)
    return None if found is None else found[0]


def try_changes(
    plan: VisitPlan, draft: DraftWeek, task: PlanTask, *, tries_everything: bool = True
) -> tuple[CheapestChange, VisitPlan] | None:
    """The cheapest change with the plan that then holds the task beside all that it held."""
    for change in _in_order_of_cost(draft, task, tries_everything):
        with_task = place_after(change, plan, task)
        if with_task is not None:
            return change.said, with_task
    return None


def place_after(change: Change, plan: VisitPlan, task: PlanTask) -> VisitPlan | None:
    """The plan with the task in it after the change, everything else as it was; None where it does not fit."""
    index = WeekIndex(change.problem)
    draft, lost = draft_of_plan(index, plan)
    piece = piece_of(index, change.problem.task_by_id[task.task_id])
    if lost or piece is None or not place_piece(draft, piece):
        return None
    made = make_plan(draft)
    placed = {task_id for each in made.assignments for task_id in each.task_ids}
    before = {task_id for each in plan.assignments for task_id in each.task_ids}
    is_whole = before | {task.task_id} <= placed
    return made if is_whole and not check_plan(change.problem, made) else None


def _in_order_of_cost(draft: DraftWeek, task: PlanTask, tries_everything: bool) -> Iterator[Change]:
    problem = draft.index.problem
    person = problem.person_by_id[task.offender_id]
    is_trip = task.kind not in DESK_KINDS
    if is_trip and not person.has_place:
        return
    lacking = next((each for each in lacking_minutes(draft, task) if _fits_with(draft, task, each)), None)
    changes = []
    if lacking is not None:
        officer_id = draft.index.officers[lacking.officer].officer_id
        changes.append(more_minutes(problem, officer_id, problem.days[lacking.day], lacking.minutes))
    if is_trip and (person.earliest_start > 0 or person.latest_start < _PLENTY - 1):
        changes.append(any_hour(problem, person))
    if is_trip and tries_everything:
        changes += _decisions_on_staff(draft, task, person)
    yield from sorted(changes, key=lambda change: (change.said.cost_minutes, change.said.sentence))


def _decisions_on_staff(draft: DraftWeek, task: PlanTask, person: Person) -> Iterator[Change]:
    problem = draft.index.problem
    officers = [officer for officer in problem.officers if _may_visit(problem, officer, person)]
    days = _days_with_a_partner(draft, task, person)
    for officer in officers:
        for number, on in enumerate(problem.days):
            partners = days[number] - {officer.officer_id}
            if officer.days and on not in officer.days and partners:
                yield on_duty(problem, officer.officer_id, on)
    if task.kind is TaskKind.ARMS:
        yield from (
            trained(problem, each.officer_id) for each in officers if each.may_lead and not each.arms_trained
        )
    if person.officers_required > 1:
        yield alone(problem, person)


def _days_with_a_partner(draft: DraftWeek, task: PlanTask, person: Person) -> list[set[str]]:
    """For each working day of the week the officers with time to go along; none at the weekend."""
    index, number = draft.index, draft.index.person_number[task.offender_id]
    free: list[set[str]] = [set() for _ in range(DAYS_A_WEEK)]
    for day in range(_WORKING_DAYS):
        if draft.may_be_visited_on(number, day):
            free[day] = {
                index.officers[officer].officer_id
                for officer in index.seconds(number)
                if find_positions(draft, number, officer, day)
            }
    return free if person.officers_required > 1 else [{""}] * _WORKING_DAYS + free[_WORKING_DAYS:]


def _may_visit(problem: PlanningProblem, officer: PlannedOfficer, person: Person) -> bool:
    return officer.visit_trained and problem.may_visit(officer.officer_id, person.offender_id)


def lacking_minutes(draft: DraftWeek, task: PlanTask) -> list[_Lacking]:
    """The minutes that one officer may lack on one day, nobody else lacking any, the fewest first.

    Whether the task then fits in time as well is not said: of several places in a route each has its own minutes.
    """
    at_a_desk = task.kind in DESK_KINDS
    found = _lacking_at_a_desk(draft, task) if at_a_desk else _lacking_on_a_trip(draft, task)
    return sorted(
        {each for each in found if _can_be_given(draft.index, each)},
        key=lambda each: (each.minutes, each.officer, each.day),
    )


def _fits_with(draft: DraftWeek, task: PlanTask, lacking: _Lacking) -> bool:
    """Tell whether the task fits once the officer has the minutes; the draft stays as it is."""
    trial, index = draft.copy(), copy(draft.index)
    index.plannable = [list(days) for days in index.plannable]
    index.plannable[lacking.officer][lacking.day] += lacking.minutes
    index.week_minutes = list(index.week_minutes)
    index.week_minutes[lacking.officer] += lacking.minutes
    trial.index = index
    piece = piece_of(index, task)
    return piece is not None and place_piece(trial, piece)


def _can_be_given(index: WeekIndex, lacking: _Lacking) -> bool:
    day = index.officer_day(lacking.officer, lacking.day)
    return day is not None and 0 < lacking.minutes <= longest_day(day) - day.plannable_minutes


def _lacking_at_a_desk(draft: DraftWeek, task: PlanTask) -> Iterator[_Lacking]:
    index = draft.index
    minutes = index.problem.review_minutes[task.kind]
    for officer in reviewers_of(index, task):
        short = draft.week_used[officer] + minutes - index.week_minutes[officer]
        for day in range(DAYS_A_WEEK):
            if index.plannable[officer][day]:
                yield _Lacking(short, officer, day)


def _lacking_on_a_trip(draft: DraftWeek, task: PlanTask) -> Iterator[_Lacking]:
    index, person = draft.index, draft.index.person_number.get(task.offender_id)
    if person is None:
        return
    with_assessment = task.kind in ASSESSMENT_KINDS
    if person in draft.trip_of:
        yield from _lacking_for_the_assessment(draft, person)
        draft = draft.copy()
        draft.remove(person)
    roomy = _with_plenty_of_minutes(draft)
    for day in range(DAYS_A_WEEK):
        if draft.may_be_visited_on(person, day):
            short = {
                officer: [_short(draft, person, officer, day, each.extra_minutes) for each in positions]
                for officer in index.seconds(person)
                if (positions := find_positions(roomy, person, officer, day))
            }
            yield from _lacking_of_crews(index, person, with_assessment, day, short)


def _lacking_of_crews(
    index: WeekIndex,
    person: int,
    with_assessment: bool,
    day: int,
    short: Mapping[int, Sequence[tuple[int, int]]],
) -> Iterator[_Lacking]:
    desk = index.desk_minutes(person, with_assessment)
    for lead in index.leads(person, with_assessment):
        of_lead = [(by_day, by_week + desk) for by_day, by_week in short.get(lead, ())]
        if index.people[person].officers_required == 1:
            yield from _days_to_give(lead, day, of_lead)
            continue
        for second, of_second in short.items():
            if not index.may_go_together(lead, second) or not index.start_windows(person, lead, second, day):
                continue
            if any(max(place) <= 0 for place in of_second):
                yield from _days_to_give(lead, day, of_lead)
            if any(max(place) <= 0 for place in of_lead):
                yield from _days_to_give(second, day, of_second)


def _days_to_give(officer: int, day: int, places: Sequence[tuple[int, int]]) -> Iterator[_Lacking]:
    """The minutes on the day itself; where only the week's are missing, on any other day on duty too."""
    for by_day, by_week in places:
        yield _Lacking(max(by_day, by_week), officer, day)
        if by_day <= 0:
            yield from (_Lacking(by_week, officer, other) for other in range(DAYS_A_WEEK) if other != day)


def _short(draft: DraftWeek, person: int, officer: int, day: int, extra: int) -> tuple[int, int]:
    """By how many minutes the visit passes the officer's day, and the week; negative where there is room."""
    index = draft.index
    needed = index.people[person].on_site_minutes + extra
    return (
        draft.field_used[officer][day] + needed - index.plannable[officer][day],
        draft.week_used[officer] + needed - index.week_minutes[officer],
    )


def _lacking_for_the_assessment(draft: DraftWeek, person: int) -> Iterator[_Lacking]:
    """The visit is planned without its assessment: what its lead lacks at the desk."""
    index, trip = draft.index, draft.trip_of[person]
    if trip.with_assessment or trip.lead not in index.leads(person, True):
        return
    added = index.desk_minutes(person, True) - index.desk_minutes(person, False)
    short = draft.week_used[trip.lead] + added - index.week_minutes[trip.lead]
    for day in range(DAYS_A_WEEK):
        if index.plannable[trip.lead][day]:
            yield _Lacking(short, trip.lead, day)


def _with_plenty_of_minutes(draft: DraftWeek) -> DraftWeek:
    """The same draft in a week in which only time and place limit, not the plannable minutes."""
    roomy, index = draft.copy(), copy(draft.index)
    index.plannable = [[minutes + _PLENTY if minutes else 0 for minutes in days] for days in index.plannable]
    index.week_minutes = [minutes + DAYS_A_WEEK * _PLENTY for minutes in index.week_minutes]
    roomy.index = index
    return roomy
