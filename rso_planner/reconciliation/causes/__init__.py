"""The causes of disagreement, each in its own file, in the order in which a first cause is chosen.

DUPLICATE and the two causes of people on one list only come from pairing the lists, COMBINED and UNEXPLAINED from
the search for a cause.
"""

from collections.abc import Iterator

from rso_planner.reconciliation.causes import (
    anchor,
    attempt_as_visit,
    cutoff,
    entry_lag,
    frequency_basis,
    not_rso,
    owner,
    population,
    reactive_still_timed,
    risk_change,
    status_one_sided,
    type,
    unit,
)
from rso_planner.reconciliation.comparison import Comparison, Step

CAUSES = (
    population,
    reactive_still_timed,
    entry_lag,
    attempt_as_visit,
    unit,
    type,
    frequency_basis,
    anchor,
    risk_change,
    cutoff,
    owner,
    not_rso,
    status_one_sided,
)


def find_steps(compared: Comparison) -> Iterator[Step]:
    """Every step that could explain the person's disagreement, in the order of the causes."""
    for cause in CAUSES:
        yield from cause.steps(compared)
