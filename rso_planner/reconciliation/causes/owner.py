"""OWNER: the person was transferred in or out on one side only, or stands under another unit on the register."""

from collections.abc import Iterator

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import Status
from rso_planner.reconciliation.comparison import Comparison, Step


def steps(compared: Comparison) -> Iterator[Step]:
    """The person with the force, or with another, as the register has it."""
    ours, record = compared.facts.case.offender.status, compared.record
    if (ours is Status.TRANSFERRED_OUT) != (record.status is Status.TRANSFERRED_OUT):
        if record.status is not None:
            yield _step(record.status, _transfer_words(ours))
    elif record.area is not None and compared.areas and record.area not in compared.areas:
        yield _step(Status.TRANSFERRED_OUT, "the register has the person under an area that is not the force's")


def _step(status: Status, words: str) -> Step:
    return Step(cause=Cause.OWNER, apply=lambda facts: facts.with_offender(status=status), words=words)


def _transfer_words(ours: Status) -> str:
    if ours is Status.TRANSFERRED_OUT:
        return "the person was transferred out of the force, which the register does not show"
    return "the register has the person as transferred out, which the force's records do not show"
