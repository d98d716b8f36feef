"""Due date order, as a spreadsheet is worked down: the oldest due date first, in the next free time, without a
map.

The person's own officer leads where there is time, else somebody of the same area, else anybody; a colleague who
is free goes along. Each visit follows the last one of that day.
"""

from collections.abc import Iterator

from benchmarks.benchmark_week import BenchmarkWeek, Variant
from benchmarks.peers import PeerAnswer
from benchmarks.peers.placing import append_trip
from rso_planner.domain.task import DESK_KINDS
from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.problem import PlanTask

WORDS = "due date order (the spreadsheet)"
PACKAGES: tuple[str, ...] = ()
VARIANTS = frozenset(Variant)
IS_TIMED = False


def make_answer(week: BenchmarkWeek, seconds: float, seed: int) -> PeerAnswer:  # noqa: ARG001 - it has no use for time or chance
    """Go through the tasks by due date, each given to the first crew and day with room."""
    return PeerAnswer(plan=make_plan(plan_by_due_date(week)))


def plan_by_due_date(week: BenchmarkWeek) -> DraftWeek:
    """The draft of the week in due date order; reviews at a desk are left out."""
    index = WeekIndex(week.problem)
    draft = DraftWeek(index)
    tasks = (task for task in week.problem.task_by_id.values() if task.kind not in DESK_KINDS)
    for task in sorted(tasks, key=lambda each: (week.task_by_id[each.task_id].due_on, each.task_id)):
        person = index.person_number.get(task.offender_id)
        if person is not None:
            _place(draft, person, task)
    return draft


def _place(draft: DraftWeek, person: int, task: PlanTask) -> None:
    with_assessment = task in draft.index.people[person].assessment_tasks
    if person not in draft.trip_of:
        next((trip for trip in _trips(draft, person, with_assessment) if append_trip(draft, trip)), None)
    elif with_assessment:
        draft.change_assessment(person, with_assessment=True)


def _trips(draft: DraftWeek, person: int, with_assessment: bool) -> Iterator[Trip]:
    """Every crew and day with minutes left: the lead that suits best first, Monday before Tuesday."""
    index = draft.index
    needs_second = index.people[person].officers_required > 1
    desk = index.desk_minutes(person, with_assessment)
    colleagues: dict[int, list[int]] = {}
    for lead in _by_closeness(index, person, index.leads(person, with_assessment)):
        for day in range(DAYS_A_WEEK):
            if not _has_room(draft, person, lead, day, desk):
                continue
            if needs_second and day not in colleagues:
                others = _by_closeness(index, person, index.seconds(person))
                colleagues[day] = [other for other in others if _has_room(draft, person, other, day)]
            for second in colleagues[day] if needs_second else [NO_OFFICER]:
                if second == NO_OFFICER or index.may_go_together(lead, second):
                    yield Trip(person, with_assessment, lead, second, day)


def _by_closeness(index: WeekIndex, person: int, officers: tuple[int, ...]) -> list[int]:
    someone = index.people[person]

    def distance(number: int) -> int:
        officer = index.officers[number]
        if officer.officer_id == someone.own_officer_id:
            return 0
        return 1 if officer.area == someone.area else 2

    return sorted(officers, key=lambda number: (distance(number), number))


def _has_room(draft: DraftWeek, person: int, officer: int, day: int, desk: int = 0) -> bool:
    """Tell whether the day and the week have the minutes for the visit behind the last one of the day."""
    index = draft.index
    route, base = draft.routes[officer][day], index.base(officer)
    last = route[-1] if route else base
    added = index.leg[last][person] + index.leg[person][base] - index.leg[last][base]
    minutes = index.people[person].on_site_minutes + added
    return (
        draft.field_used[officer][day] + minutes <= index.plannable[officer][day]
        and draft.week_used[officer] + minutes + desk <= index.week_minutes[officer]
    )
