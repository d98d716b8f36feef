"""The last completed visit as either list has it, and the facts with the register's in place of the force's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from rso_planner.domain.duties.completed_visit import is_completed
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.visit import Visit, VisitOutcome
from rso_planner.reconciliation.comparison import Comparison
from rso_planner.reconciliation.verdict import Facts

_FROM_THE_REGISTER = "from the register"


def last_completed_on(facts: Facts, until: date) -> date | None:
    """The day of the force's last completed visit up to a day, or None without one."""
    days = (visit.started_at.date() for visit in facts.case.visits if is_completed(visit, facts.policy))
    return max((day for day in days if day <= until), default=None)


def differs(compared: Comparison) -> bool:
    """Tell whether the lists name another last visit, of those that the register could know of on its day."""
    theirs = compared.record.last_visit_on
    if theirs is None and "last_visit_on" not in compared.said:
        return False
    if theirs is not None and theirs > compared.facts.as_of:
        return False
    return theirs != last_completed_on(compared.facts, min(compared.snapshot_on, compared.facts.as_of))


def find_attempt_on(compared: Comparison) -> Visit | None:
    """The force's attempt on the day of the register's last visit, where the person was not seen that day."""
    facts, day = compared.facts, compared.record.last_visit_on
    of_day = [visit for visit in facts.case.visits if visit.started_at.date() == day]
    if not of_day or any(is_completed(visit, facts.policy) for visit in of_day):
        return None
    return of_day[-1]


def find_day_behind_the_date(compared: Comparison, is_wanted: Callable[[Visit], bool]) -> date | None:
    """The day of the latest wanted visit of the force's from which the register's next date is counted.

    Only an export that says nothing of last visits leaves this to the date.
    """
    facts, due_on = compared.facts, compared.record.next_visit_due_on
    if due_on is None or "last_visit_on" in compared.said:
        return None
    until = min(compared.snapshot_on, facts.as_of)
    last_on, interval = last_completed_on(facts, until), visit_interval(facts.case.offender, facts.policy)
    days = (visit.started_at.date() for visit in facts.case.visits if is_wanted(visit))
    fitting = (day for day in days if day <= until and day != last_on and interval.after(day) == due_on)
    return max(fitting, default=None)


def with_last_visit(facts: Facts, last_on: date | None, until: date) -> Facts:
    """The facts in which the last completed visit up to `until` was on the given day, or there was none."""
    kept = tuple(
        visit
        for visit in facts.case.visits
        if not is_completed(visit, facts.policy)
        or visit.started_at.date() > until
        or (last_on is not None and visit.started_at.date() <= last_on)
    )
    if last_on is not None and last_completed_on(facts, last_on) != last_on:
        kept = tuple(
            sorted((*kept, _seen_on(facts, last_on)), key=lambda visit: (visit.started_at, visit.visit_id))
        )
    return replace(facts, case=replace(facts.case, visits=kept))


def _seen_on(facts: Facts, day: date) -> Visit:
    return Visit(
        visit_id=_FROM_THE_REGISTER,
        offender_id=facts.case.offender.offender_id,
        started_at=datetime.combine(day, time(12)),
        outcome=VisitOutcome.SEEN,
        officer_id=_FROM_THE_REGISTER,
    )
