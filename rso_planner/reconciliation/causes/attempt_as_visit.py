"""ATTEMPT_AS_VISIT: the register's last visit is an attempt of ours, at which the person was not seen."""

from collections.abc import Iterator

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.plain_words import day_in_words
from rso_planner.reconciliation.comparison import Comparison, Step
from rso_planner.reconciliation.last_visit import differs, find_attempt_on, with_last_visit


def steps(compared: Comparison) -> Iterator[Step]:
    """The attempt counted as a completed visit."""
    attempt = find_attempt_on(compared)
    if attempt is None or not differs(compared):
        return
    day, until = attempt.started_at.date(), compared.snapshot_on
    outcome = attempt.outcome.value.replace("_", " ")
    yield Step(
        cause=Cause.ATTEMPT_AS_VISIT,
        apply=lambda facts: with_last_visit(facts, day, until),
        words=f"the register counts {day_in_words(day)} as a visit, an attempt with the outcome '{outcome}' here",
    )
