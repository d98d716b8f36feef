"""UNIT: one list counts visits owed, the other people who owe them; only the count of visits can tell.

The lists agree on when the visit is due, so where the register has a date it must be the force's.
"""

from collections.abc import Iterator
from dataclasses import replace

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.plain_words import count_in_words
from rso_planner.reconciliation.comparison import Comparison, Evidence, Step


def steps(compared: Comparison) -> Iterator[Step]:
    """A person with several visits owed counted once."""
    if compared.ours.is_overdue and compared.theirs.is_overdue:
        yield Step(
            cause=Cause.UNIT,
            apply=lambda facts: replace(facts, counts_people=True),
            words=f"{count_in_words(compared.ours.visits, 'visit')} owed here, counted as one person there",
            evidence=Evidence.INFERRED,
        )
