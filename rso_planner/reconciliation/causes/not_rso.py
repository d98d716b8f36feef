"""NOT_RSO: a sexual risk order subject, or another who is no registered sex offender, in one list's count."""

from collections.abc import Iterator

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.duties.register_types import counts_as_rso
from rso_planner.domain.offender import RegisterType
from rso_planner.reconciliation.comparison import Comparison, Step


def steps(compared: Comparison) -> Iterator[Step]:
    """The person counted among registered sex offenders, or not, as the register has it."""
    offender, theirs = compared.facts.case.offender, compared.record.register_type
    if not counts_as_rso(offender):
        yield _step(RegisterType.RSO, "the register counts a person who is no registered sex offender")
    elif theirs not in (None, RegisterType.RSO):
        yield _step(theirs, "the register does not have the person as a registered sex offender")


def _step(register_type: RegisterType, words: str) -> Step:
    return Step(
        cause=Cause.NOT_RSO, apply=lambda facts: facts.with_offender(register_type=register_type), words=words
    )
