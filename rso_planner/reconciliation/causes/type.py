"""TYPE: assessments are mixed with visits on the register.

Its date of the next visit is that of an assessment, or its number of visits outstanding holds one: more than the
date asks for. Most people's assessments are overdue, so that alone is no evidence; a visit due on the very day is
a matter of CUTOFF.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.duties.arms_cycle import cycle_due_on, last_completed_on
from rso_planner.domain.duties.arms_due import find_assessment
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.plain_words import day_in_words
from rso_planner.reconciliation.comparison import Comparison, Step
from rso_planner.reconciliation.verdict import stated_verdict


def steps(compared: Comparison) -> Iterator[Step]:
    """The assessment's date in place of the visit's, or an overdue assessment counted beside the visits."""
    record, assessments = compared.record, _assessment_dates(compared)
    next_on = record.next_visit_due_on
    if next_on is not None and next_on in assessments:
        yield Step(
            cause=Cause.TYPE,
            apply=lambda facts: replace(facts, due_on_instead=next_on),
            words=f"the register's next visit of {day_in_words(next_on)} is when the assessment is due",
        )
    elif _may_hold_an_assessment(compared) and any(due_on < compared.snapshot_on for due_on in assessments):
        yield Step(
            cause=Cause.TYPE,
            apply=lambda facts: replace(facts, visits_beside=1),
            words="the register counts an overdue assessment among the visits outstanding",
        )


def _may_hold_an_assessment(compared: Comparison) -> bool:
    """Tell whether the number outstanding is one more than the register's own date of the visit asks for."""
    record = compared.record
    if record.visits_outstanding is None or record.next_visit_due_on is None:
        return record.visits_outstanding is not None
    by_date = stated_verdict(
        replace(record, visits_outstanding=None),
        compared.snapshot_on,
        visit_interval(compared.facts.case.offender, compared.facts.policy),
        compared.facts.policy,
    )
    is_due_today = record.next_visit_due_on == compared.snapshot_on
    return record.visits_outstanding == by_date.visits + 1 and not is_due_today


def _assessment_dates(compared: Comparison) -> tuple[date, ...]:
    """When an assessment is due by either list, and a cycle after the last one on either."""
    facts, record = compared.facts, compared.record
    case = facts.case.known_on(facts.as_of)
    ours = find_assessment(case, facts.policy, facts.as_of).due_on
    last_on = (last_completed_on(case), record.last_arms_on)
    cycles = (cycle_due_on(day, facts.policy) for day in last_on if day is not None)
    stated = () if record.next_arms_due_on is None else (record.next_arms_due_on,)
    return (ours, *stated, *cycles)
