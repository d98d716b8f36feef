"""How a synthetic register differs from the synthetic force: a section of the force model, all of it assumed.

A number of people is planted for each way in which a cause of disagreement shows; the causes are those of
`discrepancy.Cause`, in its order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, fields
from typing import Any

from rso_planner.domain.force_model_limits import ModelLimits, count_of, counts, share, weights

Counts = Mapping[str, int]
"""How many people for each word, in the order of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterModel:
    """Every figure by which a synthetic register export differs from its force."""

    # How the register knows people
    offender_id_known: float = share()
    register_id_missing: float = share()
    paired_by_name: float = share()
    name_differences: Mapping[str, float] = weights(
        "none",
        "names_swapped",
        "day_and_month_swapped",
        "without_accents",
        "family_name_changed",
        "letters_swapped",
        "date_of_birth_missing",
    )
    no_longer_managed_listed: float = share()
    visits_counted: float = share()
    snapshot_lag: int = count_of("days", 60)
    # People on whom the two lists disagree
    population: Counts = counts("away", "deceased", "away_with_older_visit")
    reactive_still_timed: Counts = counts("reactive_there", "active_there", "with_other_risk_level")
    entry_lag: Counts = counts("not_in_register", "not_in_force", "with_other_risk_level")
    attempt_as_visit: Counts = counts("last_attempt")
    unit: Counts = counts("people_counted")
    type: Counts = counts("date_of_assessment", "assessment_counted")
    frequency_basis: Counts = counts("table_there", "plan_there")
    anchor: Counts = counts("last_due", "thirty_days")
    risk_change: Counts = counts("higher_there", "lower_there", "not_recomputed")
    cutoff: Counts = counts("due_today")
    owner: Counts = counts("left_here", "left_there")
    not_rso: Counts = counts("sro_or_other")
    duplicate: Counts = counts("second_record")
    status_one_sided: Counts = counts("away_here", "sought_here", "away_there")
    missing_locally: Counts = counts("overdue", "not_overdue")
    missing_from_register: Counts = counts("overdue", "not_overdue")
    combined: Counts = counts("lag_and_risk_level", "lag_and_interval", "reactive_and_lag")
    unexplained: Counts = counts("year_too_early", "year_too_late")


def register_limits() -> Iterator[tuple[Field[Any], ModelLimits]]:
    """Every field of the section with its limits, in the order of the file."""
    for each in fields(RegisterModel):
        yield each, each.metadata["limits"]
