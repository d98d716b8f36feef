"""ENTRY_LAG: a completed visit is recorded on one side only.

Only visits up to the register's own day count: what was done after it is a matter of CUTOFF. Where the register's
date is an attempt of ours, it is ATTEMPT_AS_VISIT.
"""

from collections.abc import Iterator

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.plain_words import day_in_words
from rso_planner.reconciliation.comparison import Comparison, Step
from rso_planner.reconciliation.last_visit import differs, find_attempt_on, last_completed_on, with_last_visit


def steps(compared: Comparison) -> Iterator[Step]:
    """The last completed visit as the register has it."""
    if not differs(compared) or find_attempt_on(compared) is not None:
        return
    theirs, until = compared.record.last_visit_on, compared.snapshot_on
    ours = last_completed_on(compared.facts, min(until, compared.facts.as_of))
    there = (
        "the register has no visit"
        if theirs is None
        else f"the register's last visit is of {day_in_words(theirs)}"
    )
    here = "the force has none" if ours is None else f"the force's of {day_in_words(ours)}"
    yield Step(
        cause=Cause.ENTRY_LAG,
        apply=lambda facts: with_last_visit(facts, theirs, until),
        words=f"{there} and {here}",
    )
