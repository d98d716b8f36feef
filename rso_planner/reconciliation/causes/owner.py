"""OWNER: the person was transferred in or out on one side only, or stands under another unit on the register.

A transfer in starts the force's visit clock anew (rule first_visit), and the register's may run on.
"""

from collections.abc import Iterator

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import Status
from rso_planner.domain.plain_words import day_in_words
from rso_planner.reconciliation.comparison import Comparison, Step


def steps(compared: Comparison) -> Iterator[Step]:
    """The person with the force, or with another, as the register has it; the clock without a transfer in."""
    yield from steps_of_standing(compared)
    came_on = compared.facts.case.offender.transferred_in_on
    if came_on is not None:
        yield _step(
            f"the force counts from the transfer in on {day_in_words(came_on)}, the register from before it",
            transferred_in_on=None,
        )


def steps_of_standing(compared: Comparison) -> Iterator[Step]:
    """The person with the force, or with another, as the register has it."""
    ours, record = compared.facts.case.offender.status, compared.record
    if (ours is Status.TRANSFERRED_OUT) != (record.status is Status.TRANSFERRED_OUT):
        if record.status is not None:
            yield _step(_transfer_words(ours), status=record.status)
    elif record.area is not None and compared.areas and record.area.casefold() not in compared.areas:
        yield _step(
            "the register has the person under an area that is not the force's", status=Status.TRANSFERRED_OUT
        )


def _step(words: str, **changes: Status | None) -> Step:
    return Step(cause=Cause.OWNER, apply=lambda facts: facts.with_offender(**changes), words=words)


def _transfer_words(ours: Status) -> str:
    if ours is Status.TRANSFERRED_OUT:
        return "the person was transferred out of the force, which the register does not show"
    return "the register has the person as transferred out, which the force's records do not show"
