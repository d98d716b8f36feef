"""How a list counts one person: overdue or not, how many visits are owed, and when the next one is due.

A verdict of ours is always recounted by the planner's own rules from facts; a cause of disagreement is a change of
the facts after which that recount gives the register's verdict.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_routine_visit
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.duties.visits_owed import visits_owed
from rso_planner.domain.interval import Interval, months
from rso_planner.domain.offender import ManagementStatus
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_registered
from rso_planner.domain.register_record import RegisterRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One person in the count of overdue visits; `visits` is 0 exactly when nothing is overdue."""

    is_overdue: bool
    visits: int
    due_on: date | None


NOT_COUNTED = Verdict(is_overdue=False, visits=0, due_on=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is believed of a person, and how it is counted.

    `due_on_instead` stands in for the routine visit's date, `visits_beside` are counted with the visits owed, and
    `counts_people` makes several visits owed by one person one.
    """

    case: Case
    policy: PlanningPolicy
    as_of: date
    due_on_instead: date | None = None
    visits_beside: int = 0
    counts_people: bool = False

    def with_offender(self, **changes: Any) -> "Facts":
        """The facts with other fields of the person."""
        offender = replace(self.case.offender, **changes)
        return replace(self, case=replace(self.case, offender=offender))


def managed(facts: Facts, management: ManagementStatus) -> Facts:
    """The facts of a person who was always managed so, without the decisions that say otherwise."""
    changed = facts.with_offender(management=management, management_since=None)
    return replace(changed, case=replace(changed.case, decisions=()))


def recount(facts: Facts) -> Verdict:
    """The verdict that the planner's rules give on these facts; only registered sex offenders are counted."""
    case, policy, as_of = facts.case, facts.policy, facts.as_of
    if not is_registered(case, as_of):
        return NOT_COUNTED
    visit = find_routine_visit(case, policy, as_of)
    due_on = facts.due_on_instead or (visit.due_on if visit else None)
    owed = facts.visits_beside
    if due_on is not None:
        owed += visits_owed(due_on, visit_interval(case.offender, policy), policy, as_of)
    return Verdict(is_overdue=owed > 0, visits=min(owed, 1) if facts.counts_people else owed, due_on=due_on)


def stated_verdict(record: RegisterRecord, snapshot_on: date, ours: Interval, policy: PlanningPolicy) -> Verdict:
    """The register's verdict as exported.

    Where it gives no number of visits, that is counted from its own due date and interval; the interval is its
    level's in the table, or else `ours`, where it gives none.
    """
    is_overdue, due_on = record.is_overdue_on(snapshot_on), record.next_visit_due_on
    if record.visits_outstanding is not None:
        visits = record.visits_outstanding
    elif is_overdue and due_on is not None:
        visits = max(1, visits_owed(due_on, _interval_of(record, ours, policy), policy, snapshot_on))
    else:
        visits = 0
    return Verdict(is_overdue=is_overdue, visits=visits, due_on=due_on)


def _interval_of(record: RegisterRecord, ours: Interval, policy: PlanningPolicy) -> Interval:
    if record.visit_interval is not None:
        return record.visit_interval
    return ours if record.risk_level is None else months(policy.visit_interval_table[record.risk_level])
