"""The interval in the person's risk management plan wins; else the table by risk.

Rules visit_interval_source and visit_interval_table, both policy. Sources: NPCC (frequency from the plan
instead of by category); newspapers of June 2017 and the older national table.
"""

from rso_planner.domain.interval import Interval, months
from rso_planner.domain.offender import Offender
from rso_planner.domain.plain_words import every
from rso_planner.domain.policy import PlanningPolicy


def visit_interval(offender: Offender, policy: PlanningPolicy) -> Interval:
    """The time from one visit to the next."""
    own = _own_interval(offender, policy)
    return own if own is not None else months(policy.visit_interval_table[offender.risk_level])


def visit_interval_rule(offender: Offender, policy: PlanningPolicy) -> str:
    """The name of the rule that sets the interval."""
    return "visit_interval_table" if _own_interval(offender, policy) is None else "visit_interval_source"


def visit_interval_in_words(offender: Offender, policy: PlanningPolicy) -> str:
    """How often and why: 'every 3 months for high risk'."""
    often = every(visit_interval(offender, policy))
    if _own_interval(offender, policy) is None:
        return f"{often} for {offender.risk_level.words} risk"
    return f"{often} by the risk management plan"


def _own_interval(offender: Offender, policy: PlanningPolicy) -> Interval | None:
    return offender.visit_interval if policy.visit_interval_source == "rmp_then_table" else None
