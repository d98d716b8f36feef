"""ENTRY_LAG: a completed visit is recorded on one side only.

Only visits up to the register's own day count: what was done after it is a matter of CUTOFF. Where the register's
date is an attempt of ours, it is ATTEMPT_AS_VISIT. An export without last visits may show it by its next date.
"""

from collections.abc import Iterator
from datetime import date

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.duties.completed_visit import is_completed
from rso_planner.domain.plain_words import day_in_words
from rso_planner.reconciliation.comparison import Comparison, Evidence, Step
from rso_planner.reconciliation.last_visit import (
    differs,
    find_attempt_on,
    find_day_behind_the_date,
    last_completed_on,
    with_last_visit,
)


def steps(compared: Comparison) -> Iterator[Step]:
    """The last completed visit as the register has it."""
    if "last_visit_on" not in compared.said:
        yield from _by_the_next_date(compared)
        return
    if not differs(compared) or find_attempt_on(compared) is not None:
        return
    theirs, until = compared.record.last_visit_on, compared.snapshot_on
    ours = last_completed_on(compared.facts, min(until, compared.facts.as_of))
    yield Step(
        cause=Cause.ENTRY_LAG,
        apply=lambda facts: with_last_visit(facts, theirs, until),
        words=_words(ours, theirs),
    )


def _by_the_next_date(compared: Comparison) -> Iterator[Step]:
    facts, until = compared.facts, compared.snapshot_on
    day = find_day_behind_the_date(compared, lambda visit: is_completed(visit, facts.policy))
    ours = last_completed_on(facts, min(until, facts.as_of))
    if day is not None and ours is not None:
        here = f"the force's last visit is of {day_in_words(ours)}"
        yield Step(
            cause=Cause.ENTRY_LAG,
            apply=lambda facts: with_last_visit(facts, day, until),
            words=f"the register counts from {day_in_words(day)} and {here}",
            evidence=Evidence.DATED,
        )


def _words(ours: date | None, theirs: date | None) -> str:
    if theirs is None:
        last = "none either" if ours is None else f"one of {day_in_words(ours)}"
        return f"the register has no visit and the force has {last}"
    here = "the force has none" if ours is None else f"the force's of {day_in_words(ours)}"
    return f"the register's last visit is of {day_in_words(theirs)} and {here}"
