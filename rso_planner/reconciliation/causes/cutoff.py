"""CUTOFF: the two lists are of different days, or one of them counts what is due today."""

from collections.abc import Iterator
from dataclasses import replace

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.plain_words import day_in_words
from rso_planner.reconciliation.comparison import Comparison, Step
from rso_planner.reconciliation.last_visit import with_last_visit
from rso_planner.reconciliation.verdict import Facts


def steps(compared: Comparison) -> Iterator[Step]:
    """The register's day with what was done until then, and due today counted the other way."""
    facts, snapshot_on = compared.facts, compared.snapshot_on
    here, there = day_in_words(facts.as_of), day_in_words(snapshot_on)
    if snapshot_on != facts.as_of:
        yield Step(
            cause=Cause.CUTOFF,
            apply=lambda facts: _on_the_registers_day(facts, compared),
            words=f"the force's list is of {here} and the register's of {there}",
        )
    counts_today = facts.policy.overdue == "on_due_date"
    when = "only from the day after" if counts_today else "on the day itself"
    yield Step(
        cause=Cause.CUTOFF,
        apply=lambda facts: _counting(facts, "after_due_date" if counts_today else "on_due_date"),
        words=f"the visit is due on {here}, and the register counts it as overdue {when}",
    )


def _on_the_registers_day(facts: Facts, compared: Comparison) -> Facts:
    last_on = compared.record.last_visit_on
    if last_on is not None and facts.as_of < last_on <= compared.snapshot_on:
        facts = with_last_visit(facts, last_on, compared.snapshot_on)
    return replace(facts, as_of=compared.snapshot_on)


def _counting(facts: Facts, overdue: str) -> Facts:
    return replace(facts, policy=replace(facts.policy, overdue=overdue))
