"""CUTOFF: the two lists are of different days, or one of them counts what is due today.

On the register's day the person was where the register has the person, if the force knows of a later move.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import ManagementStatus, Offender
from rso_planner.domain.plain_words import day_in_words
from rso_planner.reconciliation.comparison import Comparison, Evidence, Step
from rso_planner.reconciliation.last_visit import with_last_visit
from rso_planner.reconciliation.verdict import Facts, managed


def steps(compared: Comparison) -> Iterator[Step]:
    """Due today counted the other way; on another day the register's day, with what was known until then."""
    facts, snapshot_on = compared.facts, compared.snapshot_on
    here, there = day_in_words(facts.as_of), day_in_words(snapshot_on)
    counts_today = facts.policy.overdue == "on_due_date"
    when = "only from the day after" if counts_today else "on the day itself"
    otherwise = "after_due_date" if counts_today else "on_due_date"
    if snapshot_on == facts.as_of:
        yield _step(
            f"a visit falls due on {here}, and the register counts it as overdue {when}",
            lambda facts: _counting(facts, otherwise),
            Evidence.INFERRED,
        )
        return
    days = f"the force's list is of {here} and the register's of {there}"
    yield _step(days, lambda facts: _on_the_registers_day(facts, compared), Evidence.STATED)
    yield _step(
        f"{days}, and the register counts what is due that day as overdue {when}",
        lambda facts: _counting(_on_the_registers_day(facts, compared), otherwise),
        Evidence.INFERRED,
    )


def _step(words: str, apply: Callable[[Facts], Facts], evidence: Evidence) -> Step:
    return Step(cause=Cause.CUTOFF, apply=apply, words=words, evidence=evidence)


def _on_the_registers_day(facts: Facts, compared: Comparison) -> Facts:
    last_on, snapshot_on = compared.record.last_visit_on, compared.snapshot_on
    if last_on is not None and facts.as_of < last_on <= snapshot_on:
        facts = with_last_visit(facts, last_on, snapshot_on)
    facts = _before_later_moves(facts, compared)
    return replace(facts, as_of=snapshot_on)


def _before_later_moves(facts: Facts, compared: Comparison) -> Facts:
    offender, snapshot_on = facts.case.offender, compared.snapshot_on
    if compared.record.status is not None and _has_moved_after(offender, snapshot_on):
        facts = facts.with_offender(status=compared.record.status)
    if offender.management_since is not None and offender.management_since > snapshot_on:
        (other,) = set(ManagementStatus) - {offender.management}
        facts = managed(facts, other)
    return facts


def _has_moved_after(offender: Offender, day: date) -> bool:
    moves = (offender.status_since, offender.in_community_since)
    return any(moved_on is not None and moved_on > day for moved_on in moves)


def _counting(facts: Facts, overdue: str) -> Facts:
    return replace(facts, policy=replace(facts.policy, overdue=overdue))
