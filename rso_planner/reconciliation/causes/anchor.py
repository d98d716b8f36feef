"""ANCHOR: counted from the last due date or from the last visit done; in months or in days; from another start.

The force starts the clock anew when a person is released or returns to active management; a register may let the
old one run on, or time the first visit by a whole interval. Nothing but the register's due date can show any of
this, so each step must lead to it where there is one.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.duties.clock_suspension import back_in_community_on
from rso_planner.domain.duties.completed_visit import is_completed
from rso_planner.domain.duties.first_visit import find_first_visit
from rso_planner.domain.duties.visit_clock_anchor import clock_start
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.interval import Interval, IntervalUnit
from rso_planner.domain.management.person_decides import returned_to_active_on
from rso_planner.domain.offender import ManagementStatus, Status
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.populations import is_reactive
from rso_planner.reconciliation.comparison import Comparison, Evidence, Step
from rso_planner.reconciliation.verdict import Facts, managed

_ANCHOR_WORDS = {
    "last_due": "from the date on which the last one was due",
    "last_completed": "from the last visit done",
}
_DAYS_A_MONTH = (30, 28, 31)
_DAYS_A_YEAR, _MONTHS_A_YEAR = 365, 12
_DAYS_A_QUARTER, _MONTHS_A_QUARTER = 91, 3


def steps(compared: Comparison) -> Iterator[Step]:
    """The other anchor, by the whole history and by the last two visits; days for months; another start."""
    facts = compared.facts
    evidence = Evidence.INFERRED if compared.has_dated_verdict else Evidence.ASSUMED
    other = "last_completed" if facts.policy.visit_clock_anchor == "last_due" else "last_due"
    words = f"the register counts the next visit {_ANCHOR_WORDS[other]}"
    yield _step(words, lambda facts: _anchored(facts, other), evidence)
    if other == "last_due":
        yield _step(words, lambda facts: _anchored(_with_last_two_visits(facts), other), evidence)
    interval = visit_interval(facts.case.offender, facts.policy)
    if interval.unit is IntervalUnit.MONTHS:
        conventions = _days_for(interval.count)
        for days in dict.fromkeys(conventions):
            words = f"the register counts {interval} as {days} days"
            yield _step(words, _in_days(conventions.index(days)), evidence)
    yield from _from_another_start(facts)


def _step(words: str, apply: Callable[[Facts], Facts], evidence: Evidence = Evidence.INFERRED) -> Step:
    return Step(cause=Cause.ANCHOR, apply=apply, words=words, evidence=evidence)


def _anchored(facts: Facts, anchor: str) -> Facts:
    return replace(facts, policy=replace(facts.policy, visit_clock_anchor=anchor))


def _with_last_two_visits(facts: Facts) -> Facts:
    done = [visit for visit in facts.case.visits if is_completed(visit, facts.policy)]
    return replace(facts, case=replace(facts.case, visits=tuple(done[-2:])))


def _days_for(count: int) -> tuple[int, ...]:
    """The days that systems take for so many months: 30, 28 or 31 each, parts of 365, quarters of 13 weeks."""
    of_year, rest = divmod(_DAYS_A_YEAR * count, _MONTHS_A_YEAR)
    of_quarters = _DAYS_A_QUARTER * count // _MONTHS_A_QUARTER
    return (*(days * count for days in _DAYS_A_MONTH), of_year, of_year + bool(rest), of_quarters)


def _in_days(position: int) -> Callable[[Facts], Facts]:
    def changed(facts: Facts) -> Facts:
        interval = visit_interval(facts.case.offender, facts.policy)
        if interval.unit is not IntervalUnit.MONTHS:
            return facts
        days = _days_for(interval.count)[position]
        return facts.with_offender(visit_interval=Interval(days, IntervalUnit.DAYS))

    return changed


def _from_another_start(facts: Facts) -> Iterator[Step]:
    case, as_of = facts.case.known_on(facts.as_of), facts.as_of
    released_on, returned_on = back_in_community_on(case), returned_to_active_on(case, as_of)
    if case.offender.status is not Status.COMMUNITY or is_reactive(case, as_of):
        return
    if released_on is not None:
        yield _step(
            f"the force counts from the release on {day_in_words(released_on)}, the register from before it",
            _running_on_while_away,
        )
    if returned_on is not None:
        yield _step(
            f"the force counts from the return to active management on {day_in_words(returned_on)}, "
            "the register from before it",
            lambda facts: managed(facts, ManagementStatus.ACTIVE),
        )
    if find_first_visit(case, facts.policy, as_of) is not None:
        start = clock_start(case, facts.policy, as_of)
        yield _step(
            f"the register times the first visit by a whole interval: {start.words}",
            _a_whole_interval_after_the_start,
            Evidence.DATED,
        )


def _running_on_while_away(facts: Facts) -> Facts:
    return replace(facts, policy=replace(facts.policy, clock_suspension=False))


def _a_whole_interval_after_the_start(facts: Facts) -> Facts:
    case = facts.case.known_on(facts.as_of)
    started_on = clock_start(case, facts.policy, facts.as_of).on
    interval = visit_interval(case.offender, facts.policy)
    return replace(facts, due_on_instead=interval.after(started_on))
