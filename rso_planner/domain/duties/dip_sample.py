"""A number of random visits a month among medium, low or reactive people.

Rule dip_sample, policy. Source: joint inspection 2022. The draw is by a hash of the policy's seed, the month
and the person's identifier, so that it is the same on every machine and nobody can steer it. Drawn among those
who had no visit due by the month's end when it began; a completed visit in the month meets it.
"""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256

from rso_planner.domain.case import Case
from rso_planner.domain.duties.completed_visit import completed_on_days
from rso_planner.domain.duties.first_visit import find_first_visit
from rso_planner.domain.duties.raised_task import raised_task
from rso_planner.domain.duties.visit_clock_anchor import find_visit
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_reactive, is_worked_with
from rso_planner.domain.task import Task, TaskKind


def find_dip_samples(cases: Iterable[Case], policy: PlanningPolicy, as_of: date) -> tuple[Task, ...]:
    """The month's dip samples that are not yet done, sorted by person."""
    if policy.dip_sample == 0:
        return ()
    first_on, last_on = _month_of(as_of)
    eligible = [case for case in cases if _is_in_draw(case, policy, as_of)]
    drawn = sorted(eligible, key=lambda case: _lot(policy, first_on, case.offender.offender_id))[
        : policy.dip_sample
    ]
    tasks = [
        _dip_sample(case, policy, last_on)
        for case in drawn
        if not completed_on_days(case.known_on(as_of), policy, first_on)
    ]
    return tuple(sorted(tasks, key=lambda task: task.offender_id))


def _month_of(day: date) -> tuple[date, date]:
    length = calendar.monthrange(day.year, day.month)[1]
    return day.replace(day=1), day.replace(day=length)


def _lot(policy: PlanningPolicy, month: date, offender_id: str) -> str:
    drawn = f"{policy.dip_sample_seed}:{month.year}-{month.month}:{offender_id}"
    return sha256(drawn.encode()).hexdigest()


def _is_in_draw(case: Case, policy: PlanningPolicy, as_of: date) -> bool:
    offender = case.offender
    if not is_worked_with(case, as_of) or offender.place is None:
        return False
    if is_reactive(case, as_of):
        return True
    return not offender.risk_level.is_high_or_above and not _has_visit_due(case, policy, as_of)


def _has_visit_due(case: Case, policy: PlanningPolicy, as_of: date) -> bool:
    first_on, last_on = _month_of(as_of)
    # The history at the month's beginning, so that a visit made in the month changes no draw.
    before = case.known_on(first_on - timedelta(days=1))
    visit = find_visit(before, policy, as_of) or find_first_visit(before, policy, as_of)
    return visit is not None and visit.due_on <= last_on


def _dip_sample(case: Case, policy: PlanningPolicy, last_on: date) -> Task:
    offender = case.offender
    return raised_task(
        offender,
        TaskKind.DIP_SAMPLE,
        last_on,
        cycle_days=visit_interval(offender, policy).days,
        rule="dip_sample",
        reason=f"Drawn for a dip-sample visit this month, so due on {day_in_words(last_on)}.",
    )
