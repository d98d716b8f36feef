"""ATTEMPT_AS_VISIT: the register's last visit is an attempt of ours, at which the person was not seen.

An export without last visits may show it by its next date.
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
    with_last_visit,
)


def steps(compared: Comparison) -> Iterator[Step]:
    """The attempt counted as a completed visit."""
    attempt = find_attempt_on(compared)
    if attempt is not None and differs(compared):
        outcome = attempt.outcome.value.replace("_", " ")
        yield _step(compared, attempt.started_at.date(), f"an attempt with the outcome '{outcome}' here")
        return
    day = find_day_behind_the_date(compared, lambda visit: not is_completed(visit, compared.facts.policy))
    if day is not None:
        yield _step(compared, day, "an attempt here", Evidence.DATED)


def _step(compared: Comparison, day: date, what: str, evidence: Evidence = Evidence.STATED) -> Step:
    return Step(
        cause=Cause.ATTEMPT_AS_VISIT,
        apply=lambda facts: with_last_visit(facts, day, compared.snapshot_on),
        words=f"the register counts {day_in_words(day)} as a visit, {what}",
        evidence=evidence,
    )
