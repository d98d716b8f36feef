"""People overdue under the policy, as a range: neither list is the truth.

The lowest figure counts those who are overdue by the evidence of both lists, the highest those who are overdue by
that of either; the rules are the policy's throughout. An attempt that the register counts as a visit is no
evidence of a visit, because the force's own record says that the person was not seen.
"""

from collections.abc import Iterable

from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.populations import management_on
from rso_planner.domain.reconciliation import OverdueRange
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.causes import (
    entry_lag,
    frequency_basis,
    owner,
    risk_change,
    status_one_sided,
)
from rso_planner.reconciliation.comparison import Comparison, Evidence
from rso_planner.reconciliation.verdict import Verdict, managed, recount

_FACTS = (
    entry_lag.steps,
    frequency_basis.steps,
    risk_change.steps,
    owner.steps_of_standing,
    status_one_sided.steps,
)
"""The changes of a fact of the person; the others are about how a list counts."""


def by_the_registers_facts(compared: Comparison) -> Verdict:
    """The policy's verdict where the register is right in every fact that it states otherwise."""
    facts, record = compared.facts, compared.record
    offender = facts.case.offender
    if record.register_type not in (None, offender.register_type):
        facts = facts.with_offender(register_type=record.register_type)
    if record.management not in (None, management_on(facts.case, facts.as_of)):
        facts = managed(facts, record.management)
    for steps in _FACTS:
        for step in steps(compared):
            if step.evidence is Evidence.STATED:
                facts = step.apply(facts)
    return compared.ours if facts is compared.facts else recount(facts)


def is_overdue_by_the_register_alone(record: RegisterRecord, verdict: Verdict) -> bool:
    """Tell whether a person whom only the register has would be overdue under the policy, as far as it says."""
    return (
        verdict.is_overdue
        and record.register_type in (None, RegisterType.RSO)
        and record.status in (None, Status.COMMUNITY)
        and record.management is not ManagementStatus.REACTIVE
    )


def overdue_range(verdicts: Iterable[tuple[Verdict, Verdict]]) -> OverdueRange:
    """The range over everybody's two verdicts: by the force's facts and by the register's."""
    lowest = highest = 0
    for ours, theirs in verdicts:
        lowest += ours.is_overdue and theirs.is_overdue
        highest += ours.is_overdue or theirs.is_overdue
    return OverdueRange(lowest=lowest, highest=highest)
