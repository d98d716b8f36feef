"""Why each task asked about is where the plan has it, or why it is left out and what would let it in."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rso_planner.domain.explanation import Displaced, Explanation, OfficerDayVerdict
from rso_planner.domain.plan_words import rule_words
from rso_planner.domain.task import DESK_KINDS
from rso_planner.domain.visit_plan import Assignment, UnplannedReason, VisitPlan
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.draft_of_plan import draft_of_plan
from rso_planner.planning.compact.exchange import find_exchange, tasks_of
from rso_planner.planning.compact.greedy import can_place_piece, piece_of
from rso_planner.planning.compact.reasons import rule_against, rule_against_review
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.explaining.cheapest_change import find_cheapest_change
from rso_planner.planning.preferences import is_wanted_evening, keeps_pattern
from rso_planner.planning.problem import Person, PlannedOfficer, PlanningProblem, PlanTask
from rso_planner.planning.wording import day_in_words, time_in_words

_REASON_SENTENCES = {
    UnplannedReason.IMPOSSIBLE: "No crew could do it even in an empty week.",
    UnplannedReason.NO_CAPACITY: "It does not fit beside the work of higher tiers as the plan places it.",
    UnplannedReason.TRADED: "It fits beside the higher tiers; other work of its tier or a lower one was chosen.",
    UnplannedReason.TIME_LIMIT: "The clock stopped the search before it was shown whether it fits.",
}


class PlanDoesNotHoldError(ValueError):
    """The plan does not keep the rules of the week as it is now, so nothing about it can be explained."""

    def __init__(self, lost: int) -> None:
        super().__init__(f"{lost} parts of the plan no longer hold")
        self.lost = lost


def explain_tasks(
    problem: PlanningProblem, plan: VisitPlan, reasons: dict[str, UnplannedReason], task_ids: Sequence[str]
) -> tuple[Explanation, ...]:
    """One explanation for each task; `reasons` are those that the plan gave for what it left out.

    Raises:
        PlanDoesNotHoldError: the plan is of other records than the problem.
    """
    draft, lost = draft_of_plan(WeekIndex(problem), plan)
    by_task = {task_id: each for each in plan.assignments for task_id in each.task_ids}
    unknown = [task_id for task_id in task_ids if task_id not in by_task and task_id not in reasons]
    if lost or unknown:
        raise PlanDoesNotHoldError(len(lost) + len(unknown))
    return tuple(
        _planned(problem, problem.task_by_id[task_id], by_task[task_id])
        if task_id in by_task
        else _left_out(draft, plan, problem.task_by_id[task_id], reasons[task_id])
        for task_id in task_ids
    )


def _planned(problem: PlanningProblem, task: PlanTask, assignment: Assignment) -> Explanation:
    when = f"{day_in_words(assignment.on)} at {time_in_words(assignment.starts_at)}"
    sentences = [f"Planned on {when} with {' and '.join(assignment.officer_ids)}."]
    if task.kind not in DESK_KINDS:
        person, lead = problem.person_by_id[task.offender_id], problem.officer_by_id[assignment.lead_id]
        sentences += _preference_sentences(person, lead, assignment)
    if len(assignment.task_ids) > 1:
        sentences.append(f"One trip meets {' and '.join(assignment.task_ids)}.")
    return Explanation(
        task_id=task.task_id,
        offender_id=task.offender_id,
        kind=task.kind,
        sentences=tuple(sentences),
        assignment=assignment,
    )


def _preference_sentences(person: Person, lead: PlannedOfficer, assignment: Assignment) -> Iterator[str]:
    if person.own_officer_id == lead.officer_id:
        yield "The person's own officer leads."
    elif person.area is not None and person.area == lead.area:
        yield "The own officer does not lead; an officer of the same area does."
    else:
        yield "Neither the own officer nor one of the same area leads."
    start = assignment.starts_at.hour * 60 + assignment.starts_at.minute
    if keeps_pattern(person, assignment.on.weekday(), start):
        yield "Weekday and part of day differ from the last two visits."
    else:
        yield "Weekday and part of day are those of one of the last two visits."
    if is_wanted_evening(person, start):
        yield "It is the evening visit that was due."


def _left_out(draft: DraftWeek, plan: VisitPlan, task: PlanTask, reason: UnplannedReason) -> Explanation:
    is_impossible = reason is UnplannedReason.IMPOSSIBLE
    # What is impossible is so in an empty week; else the plan's own work is what stands in the way.
    verdicts = tuple(_verdicts(DraftWeek(draft.index) if is_impossible else draft, task))
    displaced = None if is_impossible else _find_displaced(draft, task)
    change = find_cheapest_change(plan, draft, task)
    sentences = [_REASON_SENTENCES[reason], _rules_sentence(verdicts)]
    if displaced is not None:
        sentences.append(f"To do it this week would displace {' and '.join(displaced.task_ids)}.")
    sentences.append(change.sentence if change else "No single change that was tried lets it in.")
    return Explanation(
        task_id=task.task_id,
        offender_id=task.offender_id,
        kind=task.kind,
        sentences=tuple(each for each in sentences if each),
        reason=reason,
        rules=dict(sorted(Counter(each.rule for each in verdicts).items())),
        verdicts=verdicts,
        displaced=displaced,
        cheapest_change=change,
    )


def _rules_sentence(verdicts: Sequence[OfficerDayVerdict]) -> str:
    if not verdicts:
        return "No place where it can be visited is known."
    counts = Counter(each.rule for each in verdicts).most_common(2)
    return (
        "Most officers and days are ruled out by "
        + " and ".join(f"'{rule_words(rule)}' ({count} of {len(verdicts)})" for rule, count in counts)
        + "."
    )


def _verdicts(draft: DraftWeek, task: PlanTask) -> Iterator[OfficerDayVerdict]:
    index = draft.index
    person = index.person_number.get(task.offender_id)
    if task.kind not in DESK_KINDS and person is None:
        return
    for number, officer in enumerate(index.officers):
        for day in range(DAYS_A_WEEK):
            if task.kind in DESK_KINDS:
                rule = rule_against_review(draft, task, number)
            elif person is not None:
                rule = rule_against(draft, person, number, day, task)
            yield OfficerDayVerdict(officer_id=officer.officer_id, on=index.problem.days[day], rule=rule)


def _find_displaced(draft: DraftWeek, task: PlanTask) -> Displaced | None:
    piece = piece_of(draft.index, task)
    if piece is None or can_place_piece(draft, piece):
        return None
    found = find_exchange(draft, piece)
    if found is None:
        return None
    unit = draft.index.problem.points_a_unit
    return Displaced(
        task_ids=tuple(each.task_id for person in found.people for each in tasks_of(draft, person)),
        value=found.worth / unit,
        value_of_the_task=task.worth / unit,
    )
