"""FREQUENCY_BASIS: the table's interval on one side, the interval of the risk management plan on the other.

An interval stated by the register that is its own risk level's in the table means that it goes by the table, so
that a difference of risk level stays with RISK_CHANGE.
"""

from collections.abc import Iterator
from dataclasses import replace

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.interval import Interval, months
from rso_planner.domain.plain_words import every
from rso_planner.reconciliation.comparison import Comparison, Evidence, Step
from rso_planner.reconciliation.verdict import Facts


def steps(compared: Comparison) -> Iterator[Step]:
    """The interval that the register goes by."""
    stated = _stated_own_interval(compared)
    here, there = _interval_here(compared), stated or _table_interval(compared.facts)
    if here == there:
        return
    yield Step(
        cause=Cause.FREQUENCY_BASIS,
        apply=lambda facts: _with_interval(facts, stated),
        words=f"the force's visits are {every(here)}, the register's {every(there)}",
        evidence=Evidence.STATED if "visit_interval" in compared.said else Evidence.INFERRED,
    )


def _stated_own_interval(compared: Comparison) -> Interval | None:
    """The interval of the risk management plan as the register has it; None where it goes by the table."""
    stated = compared.record.visit_interval
    level = compared.record.risk_level or compared.facts.case.offender.risk_level
    return None if stated == months(compared.facts.policy.visit_interval_table[level]) else stated


def _interval_here(compared: Comparison) -> Interval:
    return visit_interval(compared.facts.case.offender, compared.facts.policy)


def _table_interval(facts: Facts) -> Interval:
    return months(facts.policy.visit_interval_table[facts.case.offender.risk_level])


def _with_interval(facts: Facts, interval: Interval | None) -> Facts:
    by_plan = replace(facts, policy=replace(facts.policy, visit_interval_source="rmp_then_table"))
    return by_plan.with_offender(visit_interval=interval)
