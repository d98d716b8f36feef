"""STATUS_ONE_SIDED: custody, wanted, abroad or the like is known to one side only.

A transfer out is OWNER. Where the register has the person at home, the force's clock runs on from its last visit.
"""

from collections.abc import Iterator

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import Status
from rso_planner.reconciliation.comparison import Comparison, Step


def steps(compared: Comparison) -> Iterator[Step]:
    """The register's status."""
    ours, theirs = compared.facts.case.offender.status, compared.record.status
    if theirs is None or theirs is ours or Status.TRANSFERRED_OUT in (ours, theirs):
        return
    yield Step(
        cause=Cause.STATUS_ONE_SIDED,
        apply=lambda facts: facts.with_offender(status=theirs),
        words=f"the status is {_words(ours)} here and {_words(theirs)} on the register",
    )


def _words(status: Status) -> str:
    return status.value.replace("_", " ")
