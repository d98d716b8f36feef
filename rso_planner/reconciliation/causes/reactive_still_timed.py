"""REACTIVE_STILL_TIMED: on reactive management on one list, a next visit still timed on the other."""

from collections.abc import Iterator

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import ManagementStatus
from rso_planner.domain.populations import is_reactive
from rso_planner.reconciliation.comparison import Comparison, Step
from rso_planner.reconciliation.verdict import managed


def steps(compared: Comparison) -> Iterator[Step]:
    """The person managed as the other list has it, without the decisions that say otherwise."""
    facts = compared.facts
    if is_reactive(facts.case, facts.as_of):
        yield Step(
            cause=Cause.REACTIVE_STILL_TIMED,
            apply=lambda facts: managed(facts, ManagementStatus.ACTIVE),
            words="the person is on reactive management here and the register still runs a next visit date",
        )
    elif compared.record.management is ManagementStatus.REACTIVE:
        yield Step(
            cause=Cause.REACTIVE_STILL_TIMED,
            apply=lambda facts: managed(facts, ManagementStatus.REACTIVE),
            words="the register has the person on reactive management and a visit is still timed here",
        )
