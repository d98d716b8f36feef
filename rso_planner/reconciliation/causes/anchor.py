"""ANCHOR: counted from the last due date or from the last visit done; in months or in days.

Nothing but the register's due date can show this, so each step must lead to it where there is one.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.duties.completed_visit import is_completed
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.interval import Interval, IntervalUnit
from rso_planner.reconciliation.comparison import Comparison, Evidence, Step
from rso_planner.reconciliation.verdict import Facts

_DAYS_A_MONTH = (30, 28, 31)
_ANCHOR_WORDS = {
    "last_due": "from the date on which the last one was due",
    "last_completed": "from the last visit done",
}


def steps(compared: Comparison) -> Iterator[Step]:
    """The other anchor, from the whole history and from the last two visits alone; months as so many days."""
    facts = compared.facts
    other = "last_completed" if facts.policy.visit_clock_anchor == "last_due" else "last_due"
    words = f"the register counts the next visit {_ANCHOR_WORDS[other]}"
    yield _step(words, lambda facts: _anchored(facts, other))
    if other == "last_due":
        yield _step(words, lambda facts: _anchored(_with_last_two_visits(facts), other))
    if visit_interval(facts.case.offender, facts.policy).unit is IntervalUnit.MONTHS:
        for days in _DAYS_A_MONTH:
            yield _step(f"the register counts a month as {days} days", _months_as(days))


def _step(words: str, apply: Callable[[Facts], Facts]) -> Step:
    return Step(cause=Cause.ANCHOR, apply=apply, words=words, evidence=Evidence.INFERRED)


def _anchored(facts: Facts, anchor: str) -> Facts:
    return replace(facts, policy=replace(facts.policy, visit_clock_anchor=anchor))


def _with_last_two_visits(facts: Facts) -> Facts:
    done = [visit for visit in facts.case.visits if is_completed(visit, facts.policy)]
    return replace(facts, case=replace(facts.case, visits=tuple(done[-2:])))


def _months_as(days: int) -> Callable[[Facts], Facts]:
    def changed(facts: Facts) -> Facts:
        interval = visit_interval(facts.case.offender, facts.policy)
        return facts.with_offender(visit_interval=Interval(days * interval.count, IntervalUnit.DAYS))

    return changed
