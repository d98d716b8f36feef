"""What would explain a record: the single changes after which the force's count gives the register's.

A planted difference must have one explanation, so this looks further than any reconciliation needs to: a way of
counting that nothing in the record speaks for is tried as well.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import combinations
from typing import Any

from rso_planner.domain.case import Case
from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.due import find_routine_visit
from rso_planner.domain.duties.arms_due import find_assessment
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.duties.visits_owed import visits_owed
from rso_planner.domain.interval import Interval, IntervalUnit
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_reactive, is_registered
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.synthesis.register.person import Person, with_last_visit, with_status
from rso_planner.synthesis.register.setting import Setting

_DAYS_A_MONTH = 30


@dataclass(frozen=True, slots=True)
class View:
    """A way of looking at a person: the facts, the rules, the day.

    `instead_on` stands in for the visit's due date; `beside` is counted with the visits owed.
    """

    case: Case
    policy: PlanningPolicy
    as_of: date
    instead_on: date | None = None
    beside: int = 0


Change = Callable[[View], View]
Step = tuple[Cause, Change]


def find_explanations(person: Person, record: RegisterRecord, setting: Setting) -> frozenset[frozenset[Cause]]:
    """The causes that explain the record alone, each a set of one; where none does, the pairs that do."""
    view = View(person.case, setting.policy, setting.as_of)
    steps = list(_steps(person, record, setting))
    explains = partial(_explains, view, person, record, setting)
    alone = frozenset(frozenset({cause}) for cause, change in steps if explains([change]))
    if alone:
        return alone
    return frozenset(
        frozenset({first, second})
        for (first, change), (second, further) in combinations(steps, 2)
        if first is not second and explains([change, further])
    )


def _explains(
    view: View, person: Person, record: RegisterRecord, setting: Setting, changes: Sequence[Change]
) -> bool:
    for change in changes:
        view = change(view)
    owed, theirs = _count(view), record.is_overdue_on(setting.snapshot_on)
    if person.is_overdue is not theirs:
        return (owed > 0) is theirs
    return owed == record.visits_outstanding


def _count(view: View) -> int:
    if not is_registered(view.case, view.as_of):
        return 0
    visit = find_routine_visit(view.case, view.policy, view.as_of)
    due_on = view.instead_on or (visit.due_on if visit else None)
    if due_on is None:
        return view.beside
    interval = visit_interval(view.case.offender, view.policy)
    return view.beside + visits_owed(due_on, interval, view.policy, view.as_of)


def _steps(person: Person, record: RegisterRecord, setting: Setting) -> Iterator[Step]:
    yield from _steps_of_standing(person, record, setting)
    yield from _steps_of_visits(person, record)
    yield from _steps_of_assessments(person, record, setting)
    if record.next_visit_due_on != person.due_on:
        yield from _steps_of_interval(person, record, setting)
    yield Cause.CUTOFF, lambda view: replace(view, policy=replace(view.policy, overdue="on_due_date"))
    yield Cause.CUTOFF, lambda view: replace(view, as_of=setting.snapshot_on)


def _steps_of_standing(person: Person, record: RegisterRecord, setting: Setting) -> Iterator[Step]:
    offender = person.offender
    if record.status is offender.status and offender.status is not Status.COMMUNITY:
        yield Cause.POPULATION, partial(_placed, Status.COMMUNITY)
    if record.status is not None and record.status is not offender.status:
        has_moved = Status.TRANSFERRED_OUT in (record.status, offender.status)
        yield Cause.OWNER if has_moved else Cause.STATUS_ONE_SIDED, partial(_placed, record.status)
    if is_reactive(person.case, setting.as_of):
        yield Cause.REACTIVE_STILL_TIMED, partial(_managed, ManagementStatus.ACTIVE)
    elif record.management is ManagementStatus.REACTIVE:
        yield Cause.REACTIVE_STILL_TIMED, partial(_managed, ManagementStatus.REACTIVE)
    if not offender.is_rso:
        yield Cause.NOT_RSO, partial(_with_offender, register_type=RegisterType.RSO)


def _steps_of_visits(person: Person, record: RegisterRecord) -> Iterator[Step]:
    theirs = record.last_visit_on
    if theirs is not None and theirs != person.last_visit_on:
        cause = Cause.ATTEMPT_AS_VISIT if theirs in person.attempts_on else Cause.ENTRY_LAG
        yield cause, partial(_last_visited, theirs)
    yield (
        Cause.ATTEMPT_AS_VISIT,
        lambda view: replace(view, policy=replace(view.policy, completed_visit="any_outcome")),
    )


def _steps_of_assessments(person: Person, record: RegisterRecord, setting: Setting) -> Iterator[Step]:
    due_on = find_assessment(person.case, setting.policy, setting.as_of).due_on
    if record.next_visit_due_on in (due_on, record.next_arms_due_on):
        yield Cause.TYPE, lambda view: replace(view, instead_on=record.next_visit_due_on)
    is_counted = record.visits_outstanding is not None
    if is_counted and person.arms_due_on is not None and person.arms_due_on < setting.as_of:
        yield Cause.TYPE, lambda view: replace(view, beside=1)


def _steps_of_interval(person: Person, record: RegisterRecord, setting: Setting) -> Iterator[Step]:
    own, theirs = person.offender.visit_interval, record.visit_interval
    for interval in dict.fromkeys((theirs, None)):
        if interval != own:
            yield Cause.FREQUENCY_BASIS, partial(_with_offender, visit_interval=interval)
    other = "last_completed" if setting.policy.visit_clock_anchor == "last_due" else "last_due"
    yield Cause.ANCHOR, lambda view: replace(view, policy=replace(view.policy, visit_clock_anchor=other))
    yield Cause.ANCHOR, _months_as_days
    for level in RiskLevel:
        if level is not person.offender.risk_level and (
            level is record.risk_level or _follows(level, person, record, setting)
        ):
            yield Cause.RISK_CHANGE, partial(_with_offender, risk_level=level)


def _follows(level: RiskLevel, person: Person, record: RegisterRecord, setting: Setting) -> bool:
    """Tell whether the register's next date is the one that the table has for the level."""
    interval = setting.table_interval(level)
    anchors = {day for day in (person.last_visit_on, record.last_visit_on) if day is not None}
    return record.next_visit_due_on in {interval.after(day) for day in anchors}


def _with_offender(view: View, **changes: Any) -> View:
    offender = replace(view.case.offender, **changes)
    return replace(view, case=replace(view.case, offender=offender))


def _placed(status: Status, view: View) -> View:
    return replace(view, case=with_status(view.case, status))


def _managed(management: ManagementStatus, view: View) -> View:
    changed = _with_offender(view, management=management, management_since=None)
    return replace(changed, case=replace(changed.case, decisions=()))


def _last_visited(day: date, view: View) -> View:
    return replace(view, case=with_last_visit(view.case, day))


def _months_as_days(view: View) -> View:
    interval = visit_interval(view.case.offender, view.policy)
    if interval.unit is not IntervalUnit.MONTHS:
        return view
    return _with_offender(view, visit_interval=Interval(interval.count * _DAYS_A_MONTH, IntervalUnit.DAYS))
