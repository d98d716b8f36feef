"""Why a task is not in the plan, found by trying.

impossible: no crew can do it in an empty week. no_capacity: it does not fit beside the work of higher tiers as
this plan places it. traded: it fits there, and work of the same or a lower tier was chosen. time_limit: the clock
stopped the search, so nothing is proven about it.
"""

from collections import Counter

from rso_planner.domain.task import ASSESSMENT_KINDS, DESK_KINDS, TaskKind
from rso_planner.domain.visit_plan import UnplannedReason, UnplannedTask
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.greedy import can_place_piece, piece_of, strip_to_tiers
from rso_planner.planning.compact.insertion import find_positions
from rso_planner.planning.compact.score import placed_tasks
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.problem import PlanTask, Tier
from rso_planner.planning.rules import (
    arms_by_an_arms_trained_lead,
    day_minutes,
    known_place,
    lead_may_lead,
    officer_kept_from_person,
    officers_on_duty,
    people_kept_apart,
    reviews_by_those_who_may,
    two_officers_at_each_visit,
    visit_window,
    week_minutes,
)


def explain_unplanned(draft: DraftWeek, *, was_cut_short: bool) -> tuple[UnplannedTask, ...]:
    """Every task that the draft does not place, with its reason, sorted by task identifier."""
    placed = {task.task_id for task in placed_tasks(draft)}
    left_out = [task for task in draft.index.problem.task_by_id.values() if task.task_id not in placed]
    beside = {tier: strip_to_tiers(draft, tier) for tier in Tier}
    empty = DraftWeek(draft.index)
    found = []
    for task in sorted(left_out, key=lambda each: each.task_id):
        higher = beside[Tier(task.tier - 1)] if task.tier > 1 else empty
        reason, rules = _reason(task, empty, higher)
        if was_cut_short and reason is UnplannedReason.TRADED:
            reason = UnplannedReason.TIME_LIMIT
        found.append(
            UnplannedTask(
                task_id=task.task_id, kind=task.kind, offender_id=task.offender_id, reason=reason, rules=rules
            )
        )
    return tuple(found)


def _reason(task: PlanTask, empty: DraftWeek, higher: DraftWeek) -> tuple[UnplannedReason, dict[str, int]]:
    piece = piece_of(empty.index, task)
    if piece is None or not can_place_piece(empty, piece):
        return UnplannedReason.IMPOSSIBLE, _stopping_rules(empty, task)
    if not can_place_piece(higher, piece):
        return UnplannedReason.NO_CAPACITY, _stopping_rules(higher, task)
    return UnplannedReason.TRADED, {}


def _stopping_rules(draft: DraftWeek, task: PlanTask) -> dict[str, int]:
    """For each rule, on how many officer-days of the week it is the first to stop the task."""
    index = draft.index
    if task.kind in DESK_KINDS:
        rules = [rule_against_review(draft, task, officer) for officer in range(len(index.officers))]
        return dict(sorted(Counter(rules).items()))
    person = index.person_number.get(task.offender_id)
    if person is None:
        return {known_place.NAME: 1}
    found = Counter(
        rule_against(draft, person, officer, day, task)
        for officer in range(len(index.officers))
        for day in range(DAYS_A_WEEK)
    )
    return dict(sorted(found.items()))


def rule_against_review(draft: DraftWeek, task: PlanTask, officer: int) -> str:
    """The rule that keeps the officer from the review, the minutes of the week where nothing else does."""
    someone = draft.index.officers[officer]
    if not someone.can_review or (task.kind is TaskKind.SUPERVISOR_REVIEW and not someone.is_supervisor):
        return reviews_by_those_who_may.NAME
    return week_minutes.NAME if draft.index.week_minutes[officer] else officers_on_duty.NAME


def rule_against(draft: DraftWeek, person: int, officer: int, day: int, task: PlanTask) -> str:
    """The first rule that keeps this officer from leading the visit on this day, alone or for want of a second."""
    index = draft.index
    with_assessment = task.kind in ASSESSMENT_KINDS
    if not index.plannable[officer][day]:
        return officers_on_duty.NAME
    if officer not in index.leads(person, with_assessment):
        return _rule_against_lead(index, person, officer)
    if not draft.may_be_visited_on(person, day):
        return people_kept_apart.NAME
    if not index.start_windows(person, officer, None, day):
        return visit_window.NAME
    base, someone = index.base(officer), index.people[person]
    alone = someone.on_site_minutes + index.leg[base][person] + index.leg[person][base]
    if alone > index.plannable[officer][day]:
        return day_minutes.NAME
    desk = index.desk_minutes(person, with_assessment)
    positions = find_positions(draft, person, officer, day)
    room = index.week_minutes[officer] - draft.week_used[officer]
    if someone.on_site_minutes + desk + (positions[0].extra_minutes if positions else 0) > room:
        return week_minutes.NAME
    if not positions:
        return day_minutes.NAME
    return two_officers_at_each_visit.NAME


def _rule_against_lead(index: WeekIndex, person: int, officer: int) -> str:
    someone = index.officers[officer]
    if not someone.visit_trained:
        return two_officers_at_each_visit.NAME
    if not index.problem.may_visit(someone.officer_id, index.people[person].offender_id):
        return officer_kept_from_person.NAME
    return lead_may_lead.NAME if not someone.may_lead else arms_by_an_arms_trained_lead.NAME
